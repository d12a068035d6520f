using System.Collections.Immutable;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Fix;

/// <summary>
/// Collects changes of the user's settings: the first that speaks of a key decides, and what would not count is not written.
/// What is only put back gives way: it was right when it was lost.
/// </summary>
internal sealed class EditMerge(ClaudeSettings settings)
{
    private readonly Dictionary<string, SettingsChange> _changes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _putBack = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly List<string> _notes = [];

    public ImmutableArray<string> Notes => [.. _notes];

    /// <summary>Without what the file says already.</summary>
    public SettingsEdit Edit
    {
        get
        {
            var edit = new SettingsEdit(settings.UserFile, []);
            return edit with { Changes = [.. _order.Select(key => _changes[key]).Where(change => !change.IsIn(edit.Target(settings)))] };
        }
    }

    /// <returns>Whether any of them was new.</returns>
    public bool Add(IEnumerable<SettingsChange> changes)
    {
        var isNews = false;
        foreach (var change in changes)
        {
            isNews |= Add(change);
        }

        return isNews;
    }

    /// <summary>The same for what was lost, until somebody knows better.</summary>
    public bool PutBack(IEnumerable<SettingsChange> changes)
    {
        var isNews = false;
        foreach (var change in changes.Where(Add))
        {
            _putBack.Add(change.Key);
            isNews = true;
        }

        return isNews;
    }

    public void Say(string note)
    {
        if (!_notes.Contains(note))
        {
            _notes.Add(note);
        }
    }

    private bool Add(SettingsChange change)
    {
        if (_changes.TryGetValue(change.Key, out var former))
        {
            _changes[change.Key] = _putBack.Remove(change.Key) ? change : former;
            return _changes[change.Key] != former;
        }

        if (settings[change.Key] is { } effective && effective.Source.Scope < SettingsScope.User)
        {
            Explain(change, effective);
            return false;
        }

        _changes.Add(change.Key, change);
        _order.Add(change.Key);
        return true;
    }

    /// <summary>A stronger source that says the same needs no word.</summary>
    private void Explain(SettingsChange change, EffectiveSetting effective)
    {
        if (change is not SettingsChange.Put(_, var wanted) || effective.Text != wanted)
        {
            Say($"'{Visible.Of(change.Key)}' is set {StrongerSource.Who(effective.Source.Scope)} in '{Visible.Of(effective.Source.ToString())}', "
                + $"which goes before '{Visible.Of(settings.UserFile)}', so it is left as it is. {Where(change, effective.Source.Scope)}");
        }
    }

    private static string Where(SettingsChange change, SettingsScope scope) =>
        $"{StrongerSource.Change(scope)}: "
        + (change is SettingsChange.Put(_, var wanted) ? $"'{Visible.Of(wanted)}' would be right." : "it must not be set.");
}
