using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>Reads the AWS files that Claude Code's settings name in their <c>env</c>, which only it and its children get.</summary>
/// <param name="own">What this program reads.</param>
/// <param name="folder">Where Claude Code would be started; null when unknown.</param>
internal sealed class ConfigElsewhere(AwsPaths own, string? folder)
{
    private (AwsPaths Paths, ConfigReader Reader)? _last;

    /// <summary>Null when it reads the same files as we do.</summary>
    public AwsConfig? Read(ClaudeSettings claude, DateTimeOffset now)
    {
        var (config, credentials) = (claude[ClaudeKeys.AwsConfigFile], claude[ClaudeKeys.AwsCredentialsFile]);
        if (!IsOfFile(config) && !IsOfFile(credentials))
        {
            return null;
        }

        var paths = Paths(config, credentials);
        if (paths == own)
        {
            return null;
        }

        var reader = _last is { } last && last.Paths == paths ? last.Reader : new ConfigReader(paths);
        _last = (paths, reader);
        var value = reader.Read(now);
        return value with { Problems = [.. Relative(config, paths.ConfigFile), .. Relative(credentials, paths.CredentialsFile), .. Missing(config, paths), .. value.Problems] };
    }

    /// <summary>What the shell says is our own environment.</summary>
    private static bool IsOfFile(EffectiveSetting? setting) => setting is not null && setting.Source.Scope != SettingsScope.Shell;

    private AwsPaths Paths(EffectiveSetting? config, EffectiveSetting? credentials)
    {
        var named = own.With(Named(config), Named(credentials), folder ?? Environment.CurrentDirectory);
        return own with
        {
            ConfigFile = IsOfFile(config) ? named.ConfigFile : own.ConfigFile,
            CredentialsFile = IsOfFile(credentials) ? named.CredentialsFile : own.CredentialsFile,
        };
    }

    /// <summary>An empty text is none for the SDK, as it is for AWS.</summary>
    private static string? Named(EffectiveSetting? setting) => setting is { IsSet: true } ? setting.Text : null;

    private static IEnumerable<Problem> Relative(EffectiveSetting? setting, string file)
    {
        if (IsOfFile(setting) && Named(setting) is { } path && !Path.IsPathFullyQualified(path) && !path.StartsWith('~'))
        {
            yield return new Problem(file, null, $"'{path}' is no full path, so it is another file in each folder.");
        }
    }

    /// <summary>Credentials may be made later by whoever named their file.</summary>
    private static IEnumerable<Problem> Missing(EffectiveSetting? config, AwsPaths paths)
    {
        if (IsOfFile(config) && GuardedFile.Stamp(paths.ConfigFile) is null)
        {
            yield return new Problem(paths.ConfigFile, null, $"'{paths.ConfigFile}' does not exist.");
        }
    }
}
