using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>Reads the two config files and remembers what they said until one of them changes.</summary>
internal sealed class ConfigReader(AwsPaths paths)
{
    private RememberedFile<AwsConfig>? _config;
    private FileStamp _credentials;

    public AwsConfig Read(DateTimeOffset now)
    {
        if (_config is { } remembered && IsCurrent(remembered))
        {
            return remembered.Value;
        }

        var config = GuardedFile.Read(paths.ConfigFile, GuardedFile.ConfigFileLimit);
        var credentials = GuardedFile.Read(paths.CredentialsFile, GuardedFile.ConfigFileLimit);
        var parsed = AwsConfigParser.Parse(paths.ConfigFile, Bytes(config), paths.CredentialsFile, Bytes(credentials));
        var value = parsed with
        {
            Problems =
            [
                .. Problem(paths.ConfigFile, config), .. Problem(paths.CredentialsFile, credentials), .. parsed.Problems,
            ],
        };
        _config = config is FileReading.Content content ? new RememberedFile<AwsConfig>(content.Stamp, now, value) : null;
        _credentials = (credentials as FileReading.Content)?.Stamp ?? default;
        return value;
    }

    private bool IsCurrent(RememberedFile<AwsConfig> remembered) =>
        remembered.IsCurrent(paths.ConfigFile)
        && (GuardedFile.Stamp(paths.CredentialsFile) ?? default) == _credentials
        && (_credentials == default || _credentials.IsSettled(remembered.ReadAt));

    private static byte[] Bytes(FileReading reading) => reading is FileReading.Content content ? content.Bytes : [];

    private static IEnumerable<Problem> Problem(string file, FileReading reading)
    {
        if (reading is FileReading.Refused refused)
        {
            yield return new Problem(file, null, $"'{file}' {refused.Reason}.");
        }
    }
}
