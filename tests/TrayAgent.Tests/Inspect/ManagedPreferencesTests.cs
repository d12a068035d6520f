using TrayAgent.Inspect;

namespace TrayAgent.Tests.Inspect;

/// <summary>Claude Code's settings as administrators roll them out on macOS, in a folder that stands for <c>/Library/Managed Preferences</c>.</summary>
public sealed class ManagedPreferencesTests : IDisposable
{
    private const string Name = "com.anthropic.claudecode.plist";

    /// <summary>As Python's plistlib writes it: {"env": {"AWS_PROFILE": "mine", "AWS_REGION": "eu-west-1"}}.</summary>
    private const string Binary = "YnBsaXN0MDDRAQJTZW520gMEBQZbQVdTX1BST0ZJTEVaQVdTX1JFR0lPTlRtaW5lWWV1LXdlc3QtMQgLDxQgKzAAAAAAAAABAQAAAAAAAAAHAAAAAAAAAAAAAAAAAAAAOg==";

    private const string Xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0"><dict><key>env</key><dict><key>AWS_PROFILE</key><string>ours</string></dict></dict></plist>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("trayagent-plist-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_the_person_got_goes_before_what_the_machine_got()
    {
        File.WriteAllText(Path.Combine(_folder, Name), Xml);
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "ann")).FullName, Name), Convert.FromBase64String(Binary));
        Assert.Equal($"mine of ann/{Name}, ours of {Name}", Read("ann"));
        Assert.Equal($"ours of {Name}", Read("bob"));
    }

    [Fact]
    public void Nothing_there_is_no_policy_and_a_broken_one_is_a_problem()
    {
        Assert.Empty(Read("ann"));
        File.WriteAllText(Path.Combine(_folder, Name), Xml[..^20]);
        Assert.NotNull(Assert.Single(ManagedPolicies.OfMacOS(_folder, "ann")).Problem);
    }

    private string Read(string user) => string.Join(", ", ManagedPolicies.OfMacOS(_folder, user)
        .Select(layer => $"{layer.AwsProfile} of {Path.GetRelativePath(_folder, layer.File)}"));
}
