using System.Buffers;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>A profile whose name a shell would interpret: no quoting is right for every shell, so it is not wired.</summary>
internal static class ClaudeRefreshUnsafe
{
    private static readonly string[] Commands = [ClaudeKeys.AuthRefresh, ClaudeKeys.CredentialExport];

    /// <summary>With these in it something would be run or redirected, so it is nobody's slip of a letter, whether there is such a profile or not.</summary>
    private static readonly SearchValues<char> Hostile = SearchValues.Create(";|&<>`'\"\r\n");

    public static IEnumerable<Found> Find(Judged judged)
    {
        if (judged.Provider != ClaudeProvider.Bedrock)
        {
            return [];
        }

        var written = Commands
            .Select(key => (Key: key, Name: judged.ClaudeSettings.Text(key) is { } text ? Written(judged, text) : null))
            .Where(command => command.Name is not null)
            .GroupBy(command => command.Name!, command => command.Key)
            .Select(keys => Wired(judged, keys.Key, [.. keys]))
            .ToList();
        return written.Count > 0 ? written
            : judged.ClaudeIdentity.Profile is { } name && judged.ProfileOfClaude(name) is not null && !Wiring.IsSafeName(name)
                ? [NotWired(judged, name)]
                : [];
    }

    private static string? Written(Judged judged, string text) =>
        SettingsCommand.Of(text).Profiles.FirstOrDefault(name =>
            !Wiring.IsSafeName(name) && (IsHostile(name) || judged.ProfileOfClaude(name) is not null))

        // The words end where a shell would end them; that it was meant as one name shows only beside the names that there are.
        ?? judged.ConfigOfClaude.Profiles.Select(profile => profile.Name)
            .FirstOrDefault(name => IsHostile(name) && SettingsCommand.Of(text).IsKnown && IsNamedBy(text, name));

    private static bool IsHostile(string name) => name.AsSpan().ContainsAny(Hostile) || CommandSubstitution.IsIn(name);

    private static bool IsNamedBy(string text, string name) => Array.Exists(
        ["--profile ", "--profile=", "AWS_PROFILE="], option => text.Contains(option + name, StringComparison.Ordinal));

    private static Found Wired(Judged judged, string name, string[] keys) => new(new Finding(
        FindingCodes.ClaudeRefreshUnsafe,
        Severity.Warning,
        name,
        $"{Phrase.Names(keys)} {(keys.Length == 1 ? "names" : "name")} the profile '{Visible.Of(name)}', and a shell would interpret that name.",
        judged.ProfileOfClaude(name) is not null
            ? Rename
            : Remedy.Advice("Write the name of a profile there, and nothing that a shell would run: letters, digits and '_.@+-' are safe.")))
    {
        File = judged.ClaudeSettings.UserFile,
        Keys = [.. keys],
        Profiles = [name],
    };

    private static Found NotWired(Judged judged, string name) => new(new Finding(
        FindingCodes.ClaudeRefreshUnsafe,
        Severity.Info,
        name,
        $"The profile '{Visible.Of(name)}' has a name that a shell would interpret, so it is not written into 'awsAuthRefresh'.",
        Rename))
    {
        File = judged.ClaudeSettings.UserFile,
        Profiles = [name],
    };

    private static Remedy Rename =>
        Remedy.Advice("Rename the profile in the AWS config and in Claude Code's settings: letters, digits and '_.@+-' are safe.");
}
