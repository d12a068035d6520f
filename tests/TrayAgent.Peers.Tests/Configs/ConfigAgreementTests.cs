using System.Diagnostics;
using System.Globalization;
using CsCheck;

namespace TrayAgent.Peers.Tests.Configs;

/// <summary>
/// Generated config files, read by us, by every botocore of this machine and by the AWS SDK for JavaScript:
/// all read the same, or we say at that line who does not.
/// </summary>
public sealed class ConfigAgreementTests
{
    private const string Seed = "0N0XIzNsQ0O2";
    private const int OfAPush = 1500;
    private const int Shown = 5;

    private static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable("TRAYAGENT_CONFIGS"), CultureInfo.InvariantCulture, out var count)
            ? count
            : OfAPush;

    [Fact]
    public async Task All_tools_read_a_config_alike_or_we_say_where_they_do_not()
    {
        var samples = Generate(Count);
        using var folders = new ConfigFolders(samples);
        var faults = new List<string>();
        foreach (var peer in ConfigPeer.All)
        {
            var watch = Stopwatch.StartNew();
            var (name, readings) = await peer.ReadAsync(folders);
            TestContext.Current.SendDiagnosticMessage(
                $"{name} read {samples.Length} config files in {watch.Elapsed.TotalSeconds:0} s and refused {readings.Count(reading => reading.IsRefused)}.");
            var wrong = Wrong(peer, samples, readings);
            faults.AddRange((await ExplainedAsync(peer, wrong)).Select(fault => $"{name}, one of {wrong.Length}:\n{fault}"));
        }

        Assert.True(faults.Count == 0, $"Seed {Seed}.\n{string.Join("\n---\n", faults)}");
    }

    /// <summary>A few of them, as small as they can be, with what is different.</summary>
    private static async Task<IEnumerable<string>> ExplainedAsync(ConfigPeer peer, ConfigSample[] wrong)
    {
        if (wrong.Length == 0)
        {
            return [];
        }

        var smallest = await Smallest.OfAsync(wrong.Take(Shown), async samples => Wrong(peer, samples, await ReadAsync(samples)));
        return smallest.Zip(await ReadAsync(smallest), (sample, theirs) => $"{sample}\n{Unlisted(peer, sample, theirs).First()}");

        async Task<ConfigReading[]> ReadAsync(IReadOnlyList<ConfigSample> samples)
        {
            using var folders = new ConfigFolders(samples);
            return (await peer.ReadAsync(folders)).Of;
        }
    }

    private static ConfigSample[] Generate(int count)
    {
        var dice = PCG.Parse(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => ConfigSamples.Any.Generate(dice, null, out var _))];
    }

    /// <summary>The samples that are read differently without a word of ours.</summary>
    private static ConfigSample[] Wrong(ConfigPeer peer, IReadOnlyList<ConfigSample> samples, IReadOnlyList<ConfigReading> readings) =>
        [.. samples.Zip(readings).Where(pair => Unlisted(peer, pair.First, pair.Second).Any()).Select(pair => pair.First)];

    private static IEnumerable<string> Unlisted(ConfigPeer peer, ConfigSample sample, ConfigReading theirs)
    {
        var config = OurReading.Parse(sample);
        var ours = OurReading.Of(config);
        return peer.Tool != ConfigPeer.Reference
            ? Deviation.Between(ours, theirs.WithoutRolesOfSessions())
                .Where(deviation => !deviation.IsListed(sample, config, peer.Tool))
                .Select(deviation => deviation.ToString())
            : ours.IsRefused != theirs.IsRefused
            ? [$"we {(ours.IsRefused ? "refuse" : "take")} it: {string.Join(' ', config.Problems)}"]
            : ours.IsRefused ? []
            : Deviation.Between(ours, theirs.WithRolesOfSessions()).Select(deviation => deviation.ToString());
    }
}
