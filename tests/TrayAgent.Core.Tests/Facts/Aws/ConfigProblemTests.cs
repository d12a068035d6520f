using System.Text;
using CsCheck;

namespace TrayAgent.Core.Tests.Facts.Aws;

public sealed class ConfigProblemTests
{
    [Theory]
    [InlineData("\ufeff[profile a]\nregion = x", "config:1: The file starts with a byte order mark: the AWS CLI refuses the whole file, and the Go SDK misses its first section. Save it as 'UTF-8 without BOM'.")]
    [InlineData("[profile a]\nregion = x\n[profile a]\nsso_region = y", "config:3: The section '[profile a]' stands twice, first in line 1: the AWS CLI refuses the whole file, and the .NET SDK sees only the first. Merge the two.")]
    [InlineData("[profile a]\nregion = x\nREGION = x", "config:3: The key 'REGION' stands twice in '[profile a]', first in line 2: the AWS CLI refuses the whole file, and the .NET SDK does not see the profile. Delete one.")]
    [InlineData("key = value\n[profile a]\nregion = x", "config:1: The line stands before any section: the AWS CLI and the Rust SDK refuse the whole file. Move it below a header such as '[default]'.")]
    [InlineData("[profile a]\nregion = x\nnonsense", "config:3: The line is no 'key = value': the AWS CLI, the .NET SDK and the Rust SDK refuse the whole file. Complete it, or delete it.")]
    [InlineData("[profile z]\n[profile a\nregion = x", "config:2: The section header '[profile a' has no closing bracket or no name: the AWS CLI, the .NET SDK and the Rust SDK refuse the whole file. Write it as '[profile NAME]'.")]
    [InlineData("[profile a]\nregion = x\ns3 =\n  nonsense", "config:4: The line in the block 's3' is no 'key = value': the AWS CLI refuses the whole file. Complete it, or delete it.")]
    public void What_the_AWS_CLI_refuses_is_named_with_its_line_and_the_rest_is_read(string config, string expected)
    {
        var parsed = ConfigText.Parse(config);

        Assert.Equal(expected, Assert.Single(parsed.Problems).ToString());
        Assert.Equal("x", parsed.Profile("a")?.Region);
    }

    [Fact]
    public void A_fault_of_the_credentials_file_names_that_file() =>
        Assert.Equal("credentials", Assert.Single(ConfigText.Parse("", "[a]\nx").Problems).File);

    [Fact]
    public void What_is_repeated_of_the_file_moves_no_cursor_and_forges_no_line()
    {
        var config = ConfigText.Parse("[profile \u001b[31m\n[profile a\u000bb]# c\n");

        Assert.Equal("config:1: The section header '[profile \uFFFD[31m' has no closing bracket or no name: the AWS CLI, the .NET SDK and the Rust SDK refuse the whole file. Write it as '[profile NAME]'.", Assert.Single(config.Problems).ToString());
        Assert.Contains(config.PortabilityNotes, note => note.Text.StartsWith("Text stands right behind '[profile a\uFFFDb]'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_secret_on_a_line_of_its_own_is_not_repeated()
    {
        const string Secret = "IQoJb3JpZ2luX2VjEHIaCXVzLWVhc3QtMSJHMEUCIQ";
        var config = ConfigText.Parse(
            "",
            $"{Secret}\n[a]\naws_session_token = x\n{Secret}\n{Secret}==\n  {Secret}=\n{Secret}==\n{Secret}: \"x\"\nS3 =\n {Secret}\n");

        var texts = config.Problems.Select(problem => problem.Text)
            .Concat(config.PortabilityNotes.Select(note => note.Text + note.Subject));
        Assert.DoesNotContain(Secret[..12], string.Concat(texts), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void No_bytes_make_it_fail_and_every_line_named_exists()
    {
        var samples = ConfigSamples.Table().Concat(ConfigSamples.Mixed(200)).Select(sample => sample.Config).ToArray();
        Gen.Select(Gen.Int[0, samples.Length - 1], Gen.Int[0, 400], Gen.Byte.Array[0, 8]).Sample((index, cut, more) =>
        {
            var bytes = Encoding.UTF8.GetBytes(samples[index]);
            CheckLines([.. bytes.AsSpan(0, Math.Min(cut, bytes.Length)), .. more]);
        });
    }

    private static void CheckLines(byte[] bytes)
    {
        var config = ConfigText.Parse(bytes, bytes);
        var last = Encoding.UTF8.GetString(bytes).Split('\n', '\r').Length;
        var lines = config.Problems.Select(problem => problem.Line ?? 1)
            .Concat(config.PortabilityNotes.Select(note => note.Line))
            .Concat(config.Profiles.Select(profile => profile.Line))
            .Concat(config.Sessions.Select(session => session.Line));
        Assert.All(lines, line => Assert.InRange(line, 1, last));
    }
}
