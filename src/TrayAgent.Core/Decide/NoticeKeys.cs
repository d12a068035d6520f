namespace TrayAgent.Core.Decide;

/// <summary>The keys of our notices: one place on the screen per matter.</summary>
public static class NoticeKeys
{
    public const string Summary = "summary";

    public const string Status = "status";

    /// <summary>How a repair ended.</summary>
    public const string Repair = "repair";

    /// <summary>Settings of Claude Code that another program removed.</summary>
    public const string LostKeys = "lost-keys";

    /// <summary>Warnings about a session.</summary>
    public static string Session(string name) => $"session:{name}";

    /// <summary>The code to compare, and how it ended.</summary>
    public static string SignIn(string name) => $"sign-in:{name}";
}
