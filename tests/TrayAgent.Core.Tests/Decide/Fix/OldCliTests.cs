using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Tests.Decide.Fix;

/// <summary>The command of the mode 'plain' starts whatever <c>aws</c> comes first on the PATH.</summary>
public sealed class OldCliTests
{
    private const string Sentence =
        "The first 'aws' on the PATH is '/venv/bin/aws', which cannot sign in; '/usr/bin/aws' can. Put that one first, or take the mode 'broker'.";

    [Theory]
    [InlineData(WiringMode.Plain, "/venv/bin/aws", true)]
    [InlineData(WiringMode.Plain, null, false)]
    [InlineData(WiringMode.Broker, "/venv/bin/aws", false)]
    public void An_old_one_before_it_is_said_before_the_command_is_written(WiringMode mode, string? before, bool said)
    {
        var machine = Given.Corp("09:00").With(Given.Settings("{}")) with
        {
            AwsCli = new AwsCli.Found("/usr/bin/aws", new Version(2, 15, 0)) { Before = before },
        };

        var fix = Assert.IsType<ClaudeFix.Planned>(ClaudeFixes.Of(Assessor.Assess(machine, Policy.Default), new(mode) { Profile = "dev" }, Policy.Default));

        Assert.Equal(said, fix.Notes.Contains(Sentence));
    }
}
