using System.Collections.Immutable;
using System.Text;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>Reads the other homes of this person, as far as they have files of ours to look after.</summary>
/// <param name="places">Asked right before each look, and never answered from memory: who opens a file of a distribution that has
/// stopped since starts it again.</param>
internal sealed class OtherHomes(Func<ImmutableArray<OtherPlace>> places, TimeProvider time)
{
    /// <summary>
    /// Nobody tells of changes there, and asking starts a program: so a look is good for two beats of the agent
    /// (design 4.1: a poll at least every 60 s).
    /// </summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(50);

    private const int PasswdLimit = 1024 * 1024;
    private const string ProfileKey = "env.AWS_PROFILE";

    private readonly Dictionary<string, (ConfigReader Config, TokenCacheReader Cache)> _readers = new(StringComparer.Ordinal);
    private (long At, ImmutableArray<OtherHome> Homes)? _last;

    public ImmutableArray<OtherHome> Read(DateTimeOffset now)
    {
        if (_last is not { } last || time.GetElapsedTime(last.At) >= GoodFor)
        {
            last = (time.GetTimestamp(), [.. places().Select(place => Read(place, now)).OfType<OtherHome>()]);
            _last = last;
        }

        return last.Homes;
    }

    private OtherHome? Read(OtherPlace place, DateTimeOffset now)
    {
        if (place.Root is null)
        {
            return new OtherHome.AtRest(place.Name);
        }

        if (FolderOf(place.Root, place.User) is not { } folder
            || !(Directory.Exists(Path.Combine(folder, ".aws")) || Directory.Exists(Path.Combine(folder, ".claude"))))
        {
            return null;
        }

        var readers = ReadersOf(folder);
        var config = readers.Config.Read(now);
        return new OtherHome.Seen(
            place.Name,
            folder,
            config,
            readers.Cache.Read(now, config.Sessions.Select(session => session.CacheFileName)),
            ClaudeProfileIn(folder));
    }

    private static string? FolderOf(string root, uint user) =>
        GuardedFile.Read(Path.Combine(root, "etc", "passwd"), PasswdLimit) is FileReading.Content content
        && PasswdText.HomeOf(Encoding.UTF8.GetString(content.Bytes), user) is { } home
            ? Path.GetFullPath(Path.Combine(root, home.TrimStart('/')))
            : null;

    private static string? ClaudeProfileIn(string folder)
    {
        var file = Path.Combine(folder, ".claude", "settings.json");
        return GuardedFile.Read(file, GuardedFile.ConfigFileLimit) is FileReading.Content content
            ? ClaudeSettingsParser.Parse(file, content.Bytes, SettingsScope.User).Settings.FirstOrDefault(it => it.Key == ProfileKey)?.Text
            : null;
    }

    private (ConfigReader Config, TokenCacheReader Cache) ReadersOf(string folder)
    {
        if (!_readers.TryGetValue(folder, out var readers))
        {
            var paths = new AwsPaths(folder, Path.Combine(folder, ".aws", "config"), Path.Combine(folder, ".aws", "credentials"));
            readers = (new ConfigReader(paths), new TokenCacheReader(paths.SsoCache));
            _readers.Add(folder, readers);
        }

        return readers;
    }
}
