using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;

namespace TrayAgent.Settings;

/// <summary>Text of <c>settings.json</c> -> settings. Total: a wrong value keeps its default and becomes a problem with its line.</summary>
internal static class AgentSettingsParser
{
    public static AgentSettings Parse(string file, ReadOnlySpan<byte> utf8)
    {
        var json = new SettingsReader(file, utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8);
        var settings = AgentSettings.Default;
        try
        {
            if (!json.EnterObject("the settings"))
            {
                return settings with { Problems = json.Problems };
            }

            while (json.NextKey() is { } key)
            {
                settings = Apply(ref json, settings, key);
            }

            json.ExpectEnd();
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0) + 1;
            return AgentSettings.Default with
            {
                Problems = [new Problem(file, line, $"'{file}' is not valid JSON at line {line}, so no setting in it is used. Correct that line.")],
            };
        }

        return settings with { Problems = json.Problems };
    }

    private static AgentSettings Apply(ref SettingsReader json, AgentSettings settings, string key) => key switch
    {
        "leadTimes" => json.Strings(key) is { } texts && LeadTimes(ref json, texts) is { } times
            ? settings with { Policy = settings.Policy with { LeadTimes = times } }
            : settings,
        "quietHours" => QuietHoursOf(ref json) is { } hours
            ? settings with { Policy = settings.Policy with { QuietHours = hours } }
            : settings,
        "pinnedSessions" => json.Strings(key) is { } names
            ? settings with { Policy = settings.Policy with { PinnedSessions = [.. names] } }
            : settings,
        "sessionDurations" => settings with
        {
            Policy = settings.Policy with { SessionDurations = SessionDurations(ref json) },
        },
        "allowLoopbackEndpoints" => json.Flag(key) is { } allowed
            ? settings with { LoopbackEndpoints = allowed ? LoopbackEndpoints.Used : LoopbackEndpoints.Ignored }
            : settings,
        "awsCli" => json.Text(key) is { } path ? WithAwsCli(ref json, settings, path) : settings,
        "trustedSignInHosts" => json.Strings(key) is { } hosts ? settings with { TrustedSignInHosts = hosts } : settings,
        _ => Unknown(ref json, settings, key),
    };

    private static ImmutableArray<TimeSpan>? LeadTimes(ref SettingsReader json, ImmutableArray<string> texts)
    {
        var times = ImmutableArray.CreateBuilder<TimeSpan>();
        foreach (var text in texts)
        {
            if (Durations.TryParse(text) is not { } time || time == TimeSpan.Zero)
            {
                json.Report($"'{text}' in 'leadTimes' is not a length of time. Write {Durations.Form}.");
                return null;
            }

            times.Add(time);
        }

        return [.. times.Distinct().OrderDescending()];
    }

    private static QuietHours? QuietHoursOf(ref SettingsReader json)
    {
        if (!json.EnterObject("'quietHours'"))
        {
            return null;
        }

        TimeOnly? from = null;
        TimeOnly? until = null;
        while (json.NextKey() is { } key)
        {
            var time = json.Text(key) is { } text ? TimeOfDay(ref json, key, text) : null;
            (from, until) = key switch
            {
                "from" => (time, until),
                "until" => (from, time),
                _ => (from, until),
            };
        }

        if (from is { } start && until is { } end)
        {
            return new QuietHours(start, end);
        }

        json.Report("'quietHours' needs 'from' and 'until', for example { \"from\": \"22:00\", \"until\": \"07:00\" }.");
        return null;
    }

    private static TimeOnly? TimeOfDay(ref SettingsReader json, string key, string text)
    {
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        json.Report($"'{text}' in 'quietHours.{key}' is not a time of day. Write it as '22:00'.");
        return null;
    }

    private static ImmutableDictionary<string, TimeSpan> SessionDurations(ref SettingsReader json)
    {
        var durations = ImmutableDictionary.CreateBuilder<string, TimeSpan>();
        if (!json.EnterObject("'sessionDurations'"))
        {
            return durations.ToImmutable();
        }

        while (json.NextKey() is { } session)
        {
            if (json.Text(session) is not { } text)
            {
                continue;
            }

            if (Durations.TryParse(text) is { } duration && duration > TimeSpan.Zero)
            {
                durations[session] = duration;
            }
            else
            {
                json.Report($"'{text}' for '{session}' in 'sessionDurations' is not a length of time. Write {Durations.Form}.");
            }
        }

        return durations.ToImmutable();
    }

    private static AgentSettings WithAwsCli(ref SettingsReader json, AgentSettings settings, string path)
    {
        if (Path.IsPathFullyQualified(path))
        {
            return settings with { AwsCli = path };
        }

        json.Report($"'{path}' in 'awsCli' is not a full path. Write the full path of the AWS CLI, or remove the line.");
        return settings;
    }

    private static AgentSettings Unknown(ref SettingsReader json, AgentSettings settings, string key)
    {
        json.Report($"'{key}' is not a setting of TrayAgent. The settings are described in docs/settings.md.");
        json.Skip();
        return settings;
    }
}
