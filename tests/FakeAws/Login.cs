using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FakeAws;

/// <summary>Plays <c>aws sso login</c> as far as another process can see it.</summary>
internal sealed class Login(Script script)
{
    private const int InterruptedExit = 130;

    public int Run(string[] args)
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnInterrupt);
        script.Record(args);
        if (script.Says("leaves-grandchild"))
        {
            // It inherits the pipes and keeps them open.
            Process.Start("/bin/sleep", "600").Dispose();
        }

        Console.Out.Write(script.Text("stdout"));
        Console.Out.Flush();
        Wait();
        if (script.Text("token-path") is { } path && script.Text("token") is { } token)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, token);
        }

        Console.Out.Write(script.Text("last-stdout"));
        Console.Error.Write(script.Text("stderr"));
        return int.Parse(script.Text("exit") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
    }

    private void OnInterrupt(PosixSignalContext context)
    {
        context.Cancel = true;
        if (!script.Says("ignores-interrupt"))
        {
            Environment.Exit(InterruptedExit);
        }
    }

    private void Wait()
    {
        while (script.Says("waits") && !script.Says("go"))
        {
            Thread.Sleep(20);
        }
    }
}
