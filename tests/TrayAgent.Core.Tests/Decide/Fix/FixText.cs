using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Decide.Fix;

/// <summary>What <c>claude fix</c> would do, as text: a line for each key, and for each note one that begins with '!'.</summary>
internal static class FixText
{
    /// <param name="unimportant">Beginnings of lines that the test is not about.</param>
    public static void Check(Snapshot snapshot, ClaudeFixRequest request, string expected, string[]? unimportant = null)
    {
        var fix = ClaudeFixes.Of(Assessor.Assess(snapshot, Policy.Default), request, Policy.Default);
        Assert.Equal(expected.ReplaceLineEndings("\n").TrimEnd(), fix switch
        {
            ClaudeFix.Planned planned => Text(planned, snapshot, unimportant ?? []),
            ClaudeFix.Refused(var message) => $"refused: {message}",
            _ => $"undecided: {((ClaudeFix.Undecided)fix).Message}",
        });
    }

    private static string Text(ClaudeFix.Planned planned, Snapshot snapshot, string[] unimportant)
    {
        var lines = SettingsChangeWords.Of(planned.Edit, snapshot.Claude)
            .Concat(planned.Notes.Select(note => $"! {note}"))
            .Where(line => !Array.Exists(unimportant, start => line.StartsWith(start, StringComparison.Ordinal)))
            .ToList();
        return lines.Count == 0 ? "-" : string.Join('\n', lines);
    }
}
