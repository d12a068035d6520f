namespace TrayAgent.Fuzz.Targets;

/// <summary>What is fuzzed, by the name that <c>build.cs -- fuzz</c> takes; each throws when an invariant is broken.</summary>
public static class AllTargets
{
    /// <summary>Has a bug on purpose: a fuzzer that does not find it finds nothing.</summary>
    public const string Planted = "planted";

    private static readonly Dictionary<string, Action<byte[]>> ByName = new(StringComparer.Ordinal)
    {
        ["config"] = ConfigTarget.Run,
        ["config-edit"] = ConfigEditTarget.Run,
        ["explain"] = ExplainTarget.Run,
        ["mask"] = MaskTarget.Run,
        ["plist"] = PlistTarget.Run,
        ["settings"] = SettingsTarget.Run,
        ["settings-edit"] = SettingsEditTarget.Run,
        ["token"] = TokenTarget.Run,
        ["url"] = UrlTarget.Run,
        [Planted] = PlantedTarget.Run,
    };

    public static IEnumerable<string> Names => ByName.Keys;

    public static Action<byte[]>? Find(string name) => ByName.GetValueOrDefault(name);
}
