using Serilog.Events;
using TrayAgent.Files;
using TrayAgent.Hosting;

namespace TrayAgent.Tests.Hosting;

/// <summary>What the log tells of exceptions, whoever logs them: our loop, the host, the scheduler.</summary>
public sealed class LoggingTests : IDisposable
{
    private readonly TempHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void An_exception_is_one_line_of_kinds_and_places_without_messages()
    {
        var log = Logged(new InvalidOperationException("body: {secret-1}\nforged", new FormatException("secret-2")));
        Assert.Contains(
            "ERR  The step failed: InvalidOperationException because of FormatException at TrayAgent.Tests.Hosting.LoggingTests.", log, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", log, StringComparison.Ordinal);
        Assert.Single(log.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void What_nobody_caught_is_told_by_kind_and_place()
    {
        var words = LastWords.Of(Thrown(new InvalidOperationException("secret-1", new FormatException("secret-2"))));
        Assert.StartsWith(
            "TrayAgent stopped because of a mistake in it. Please report this line: InvalidOperationException because of FormatException, "
            + "at TrayAgent.Tests.Hosting.LoggingTests.Thrown(",
            words,
            StringComparison.Ordinal);
        Assert.DoesNotContain("secret", words, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', words);
    }

    [Fact]
    public void What_is_no_exception_of_ours_is_told_too() => Assert.Equal(
        "TrayAgent stopped because of a mistake in it. Please report this line: FormatException, outside of its own code.",
        LastWords.Of(new FormatException("secret")));

    private string Logged(Exception exception)
    {
        var paths = AgentPaths.From(_home.WithHome, _home.Folder);
        using (var log = Logging.Create(paths, LogEventLevel.Verbose))
        {
            log.Error(Thrown(exception), "The step failed");
        }

        return File.ReadAllText(paths.LogFile);
    }

    private static Exception Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (Exception e) when (e == exception)
        {
            return e;
        }
    }
}
