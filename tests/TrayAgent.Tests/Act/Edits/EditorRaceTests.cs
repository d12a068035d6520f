using System.Globalization;
using TrayAgent.Act.Edits;
using TrayAgent.Core.Edit;
using TrayAgent.Files.Writing;

namespace TrayAgent.Tests.Act.Edits;

/// <summary>
/// Test D7: our edits against programs that know nothing of us. "Lost by us" is what they had written before we put our file in the
/// place of theirs, or were writing then and finished before our second look; docs/writing.md says what that leaves open.
/// </summary>
public sealed class EditorRaceTests(ITestOutputHelper output) : IDisposable
{
    private const int Edits = 1_000;

    private readonly EditHome _home = EditHome.InMemory();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Five_thousand_edits_lose_nothing_of_three_other_programs()
    {
        using var others = Begin();
        var isOurTurn = false;

        // The half second until our second look ends when whoever is writing has finished, and nobody writes until we have looked.
        var time = new HurriedTime(TimeSpan.FromMilliseconds(100))
        {
            Meanwhile = wait =>
            {
                if (wait == EditHome.Check)
                {
                    others.Turn.Wait();
                    isOurTurn = true;
                }
            },
        };
        var edits = _home.With(time);
        var outcomes = new Dictionary<string, int>();
        for (var number = 1; outcomes.GetValueOrDefault(nameof(EditOutcome.Written)) < Edits; number++)
        {
            var outcome = await edits.ApplyAsync("race", [Plan(number)], TestContext.Current.CancellationToken);
            outcomes[outcome.GetType().Name] = outcomes.GetValueOrDefault(outcome.GetType().Name) + 1;
            if (isOurTurn)
            {
                Assert.Equal(outcome is EditOutcome.Written, await IsThereAsync(number));
                isOurTurn = false;
                others.Turn.Release();
            }

            Assert.True(number < 10 * Edits, Text(outcomes));
        }

        await others.StopAsync();
        output.WriteLine($"{others.Writes} writes of others; {Text(outcomes)}");
        Assert.Empty(others.Lost);
        Assert.True(others.Writes > Edits / 10, $"The others wrote only {others.Writes} times.");
    }

    [Fact]
    public async Task Control_without_a_look_before_the_rename_their_changes_are_lost()
    {
        using var others = Begin();
        for (var number = 1; number < Edits && others.Lost.Count == 0; number++)
        {
            if (Plan(number).Change(await File.ReadAllBytesAsync(_home.Settings, TestContext.Current.CancellationToken)) is Edited.Content(var bytes))
            {
                AtomicFile.Write(_home.Settings, bytes.Span, Audience.AsBefore);
            }
        }

        await others.StopAsync();
        Assert.NotEmpty(others.Lost);
    }

    private OtherPrograms Begin()
    {
        _home.Write(_home.Settings, "{\n  \"env\": {}\n}\n");
        var others = new OtherPrograms(_home.Settings);
        others.Start();
        return others;
    }

    private EditPlan Plan(int number) => EditPlan.Of(new SettingsEdit(
        _home.Settings, [new SettingsChange.Put("env.OURS", number.ToString(CultureInfo.InvariantCulture))]));

    private async Task<bool> IsThereAsync(int number) =>
        (await File.ReadAllTextAsync(_home.Settings, TestContext.Current.CancellationToken)).Contains($"\"OURS\": \"{number}\"", StringComparison.Ordinal);

    private static string Text(Dictionary<string, int> outcomes) => string.Join(", ", outcomes.Select(one => $"{one.Value} {one.Key}"));
}
