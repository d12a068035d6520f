using System.Text.RegularExpressions;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>The commands of a <see cref="WiringMode"/>, or why there are none: a closed set.</summary>
public abstract partial record Wiring
{
    private Wiring()
    {
    }

    /// <param name="AuthRefresh">For <c>awsAuthRefresh</c>.</param>
    /// <param name="CredentialExport">For <c>awsCredentialExport</c>; null when the mode has none.</param>
    public sealed record Commands(string AuthRefresh, string? CredentialExport) : Wiring;

    /// <param name="Reason">A full sentence.</param>
    public sealed record Unsafe(string Reason) : Wiring;

    /// <summary>The mode that the settings are in; null when they are wired by something else, or not at all.</summary>
    public static WiringMode? ModeOf(ClaudeSettings settings) => ModeOf(settings.Text);

    /// <inheritdoc cref="ModeOf(ClaudeSettings)"/>
    /// <param name="text">Of a key; null when it is not set.</param>
    public static WiringMode? ModeOf(Func<string, string?> text)
    {
        if (text(ClaudeKeys.CredentialExport) is { } export)
        {
            return SettingsCommand.Of(export).IsBrokerExport ? WiringMode.Isolated : null;
        }

        return text(ClaudeKeys.AuthRefresh) is not { } refresh ? null
            : SettingsCommand.Of(refresh) is { IsBrokerRefresh: true } ? WiringMode.Broker
            : SettingsCommand.Of(refresh) is { IsAwsSignIn: true } ? WiringMode.Plain
            : null;
    }

    public static Wiring For(WiringMode mode, string profile, OwnProgram program)
    {
        if (!IsSafeName(profile))
        {
            return new Unsafe(
                $"The profile '{Show.Visible.Of(profile)}' has a name that a shell would interpret. Rename the profile in the AWS config: "
                + "letters, digits and '_.@+-' are safe.");
        }

        if (mode == WiringMode.Plain)
        {
            return new Commands($"aws sso login --profile {profile}", null);
        }

        return program.ShellWord is { } word
            ? new Commands(
                $"{word} auth-refresh --profile {profile}",
                mode == WiringMode.Isolated ? $"{word} credentials --profile {profile} --format claude" : null)
            : new Unsafe(
                $"This program lies at '{Show.Visible.Of(program.Path)}', a path that a shell would interpret. Install it elsewhere, or put it on the PATH.");
    }

    /// <summary>Rule R9: no quoting is right for <c>sh</c> and <c>cmd</c> alike, so only names that need none are wired.</summary>
    public static bool IsSafeName(string name) => SafeName().IsMatch(name);

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.@+-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SafeName();
}
