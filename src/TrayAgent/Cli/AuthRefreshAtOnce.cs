using System.Text;
using TrayAgent.Act.Broker;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Cli;

/// <summary>
/// <c>auth-refresh --profile P</c> with a good token, in about a millisecond (docs/benchmarks.md): no command line library,
/// no host, no network, and of the machine only what the answer needs. Whatever is less simple is left to the verb.
/// </summary>
internal static class AuthRefreshAtOnce
{
    private const string Option = "--profile";

    /// <summary>The exit code; null when the verb must look.</summary>
    public static int? TryAnswer(string[] arguments)
    {
        if (ProfileIn(arguments) is not { } profile)
        {
            return null;
        }

        var environment = ProcessEnvironment.Current;
        var paths = AwsPaths.From(environment);
        var now = DateTimeOffset.UtcNow;
        if (SessionOf(profile, paths) is not { } session
            || Token(session, paths, now) is not { } token
            || token.ExpiresAt <= now
            || IsOnRecord(token.Fingerprint, AgentPaths.From(environment, paths.Home)))
        {
            return null;
        }

        return Answer(session, token, new AnsweredFile(paths, CacheFileNames.Token(session)), now);
    }

    private static int? Answer(string session, SsoToken token, AnsweredFile file, DateTimeOffset now)
    {
        var before = file.Read(token.Fingerprint);
        if (before is null || !before.WasAnsweredSoonBefore(now))
        {
            file.Write(new Answered(token.Fingerprint, now, null));
        }
        else if (!before.WasJustAsked(now))
        {
            return null;
        }

        StandardStream.Say(1, AuthRefreshVerb.Good(session));
        return ExitCode.Fine;
    }

    private static string? ProfileIn(string[] arguments) => arguments switch
    {
        ["auth-refresh", Option, { Length: > 0 } name] when name[0] != '-' => name,
        ["auth-refresh", var option] when option.StartsWith(Option + "=", StringComparison.Ordinal)
            && option.Length > Option.Length + 1 => option[(Option.Length + 1)..],
        _ => null,
    };

    private static string? SessionOf(string profile, AwsPaths paths) =>
        AwsConfigParser.SessionOf(profile, Bytes(paths.ConfigFile), Bytes(paths.CredentialsFile));

    private static byte[] Bytes(string path) =>
        GuardedFile.Read(path, GuardedFile.ConfigFileLimit) is FileReading.Content content ? content.Bytes : [];

    private static SsoToken? Token(string session, AwsPaths paths, DateTimeOffset now)
    {
        var name = CacheFileNames.Token(session);
        return GuardedFile.Read(Path.Combine(paths.SsoCache, name), GuardedFile.CacheFileLimit) is FileReading.Content content
            && CacheFileParser.Parse(name, content.Stamp.WrittenAt, content.Stamp.Mode, content.Bytes, now) is CacheFile.Token token
                ? token.Content
                : null;
    }

    /// <summary>Refused, or something else that the verb must look at: the state is not parsed to find out.</summary>
    private static bool IsOnRecord(string fingerprint, AgentPaths paths) =>
        GuardedFile.Read(paths.StateFile, State.StateFile.MostBytes) switch
        {
            FileReading.Content content => content.Bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(fingerprint)) >= 0,
            FileReading.Refused => true,
            _ => false,
        };
}
