namespace TrayAgent.Crash.Tests.Support;

/// <summary>Mounting needs root. Whoever has not got that says so; nothing is left out silently.</summary>
internal static class Privilege
{
    private const string Variable = "TRAYAGENT_WITHOUT_POWERCUT";

    public static bool IsRoot => Environment.UserName == "root";

    public static string Advice => $"To run the others alone, set '{Variable}' to 1.";

    public static void Require()
    {
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            Assert.Skip($"'{Variable}' is set.");
        }

        if (!IsRoot)
        {
            throw Missing("the rights of root");
        }
    }

    public static void RequireLoopDevices()
    {
        Require();
        if (!File.Exists("/dev/loop-control"))
        {
            throw Missing("loop devices ('/dev/loop-control')");
        }
    }

    private static InvalidOperationException Missing(string what) =>
        new($"This test mounts file systems or changes users, and needs {what}. {Advice}");
}
