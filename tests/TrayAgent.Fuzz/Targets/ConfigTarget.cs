using TrayAgent.Core.Facts.Aws;
using TrayAgent.Fuzz.Support;

namespace TrayAgent.Fuzz.Targets;

/// <summary>The parser of the config and the credentials file; the first part is the credentials file.</summary>
internal static class ConfigTarget
{
    public static void Run(byte[] input)
    {
        var (credentials, config) = Parts.Of(input);
        var parsed = AwsConfigParser.Parse("config", config, "credentials", credentials);

        foreach (var profile in parsed.Profiles)
        {
            IsIn(profile.File, profile.Line);
            Invariant.Holds(
                AwsConfigParser.SessionOf(profile.Name, config, credentials) == profile.Session,
                $"the short way and the long way find other sessions for '{profile.Name}'");
            Invariant.Holds(
                profile.Session is not { } name || parsed.Session(name)?.Profiles.Contains(profile.Name) == true,
                $"the session of '{profile.Name}' does not know the profile");
        }

        foreach (var session in parsed.Sessions)
        {
            IsIn(session.File, session.Line);
            Invariant.Holds(session.CacheFileName.Length == 45, "a token file's name is the SHA-1 of something");
        }

        foreach (var problem in parsed.Problems)
        {
            IsIn(problem.File, problem.Line ?? 1);
            Invariant.IsSentence(problem.Text);
        }

        foreach (var note in parsed.PortabilityNotes)
        {
            IsIn(note.File, note.Line);
            Invariant.IsSentence(note.Text);
            Invariant.Holds(!note.Tools.IsEmpty && note.Construct.Length > 0, "a note is about some tool");
        }

        void IsIn(string file, int line) => Invariant.Holds(
            line >= 1 && line <= Lines(file == "config" ? config : credentials), $"line {line} is not in '{file}'");
    }

    /// <summary>A lone carriage return ends a line too.</summary>
    private static int Lines(byte[] bytes) => 1 + bytes.Count(b => b is (byte)'\n' or (byte)'\r');
}
