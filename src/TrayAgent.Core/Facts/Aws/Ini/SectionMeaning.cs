namespace TrayAgent.Core.Facts.Aws.Ini;

/// <summary>What a section of the config is about, however its header is spelled.</summary>
internal static class SectionMeaning
{
    /// <param name="header">What stands between the brackets.</param>
    /// <returns>Kind and name with one space between them, <c>profile default</c> for <c>default</c>; else the header.</returns>
    public static string Of(string header) => ShellWords.Split(header) switch
    {
        ["default"] => "profile default",

        // For the AWS CLI a kind needs only to begin as it should.
        [var kind, var name] when kind.StartsWith("profile", StringComparison.Ordinal) => $"profile {name}",
        [var kind, var name] when kind.StartsWith("sso-session", StringComparison.Ordinal) => $"sso-session {name}",
        [var kind, var name] => $"{kind} {name}",
        _ => header,
    };
}
