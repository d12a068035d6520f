using System.Text;
using TrayAgent.Act.Edits;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Files;

namespace TrayAgent.Tests.Act.Edits;

/// <summary>A temporary home with files to edit, and an editor that puts words at the end of a file unless they are in it.</summary>
internal sealed class EditHome : IDisposable
{
    public static readonly TimeSpan Check = TimeSpan.FromMilliseconds(500);

    private readonly TempHome _home;

    public EditHome()
        : this(new TempHome())
    {
    }

    private EditHome(TempHome home)
    {
        _home = home;
        Edits = With(Time);
    }

    /// <inheritdoc cref="TempHome.InMemory"/>
    public static EditHome InMemory() => new(TempHome.InMemory());

    public HurriedTime Time { get; } = new(TimeSpan.FromSeconds(5));

    public FileEdits Edits { get; }

    public List<string> Said { get; } = [];

    public string Settings => _home.ClaudeFile;

    public string Config => _home.ConfigFile;

    public AgentPaths Agent => AgentPaths.From(_home.WithHome, _home.Folder);

    public string State => Path.Combine(Agent.StateFolder, "edits");

    public string In(params string[] names) => Path.Combine([_home.Folder, .. names]);

    public FileEdits With(TimeProvider time) => new(_home.AwsPaths, Agent, time, Said.Add);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>A file that begins with '#' cannot be edited.</summary>
    public static EditPlan Adding(string file, string word) => new(file, before =>
    {
        var text = Encoding.UTF8.GetString(before.Span);
        return text.StartsWith('#') ? new Edited.Refused(new Problem(file, 1, $"'{file}' begins with a comment. Remove it."))
            : text.Contains(word, StringComparison.Ordinal) ? new Edited.Content(before)
            : new Edited.Content(Encoding.UTF8.GetBytes($"{text}{word}\n"));
    });

    public async Task<EditOutcome> Add(string file, string word) =>
        await Edits.ApplyAsync($"add {word}", [Adding(file, word)], TestContext.Current.CancellationToken);

    public Task<EditOutcome> Undo(string file) => Edits.UndoAsync(file, TestContext.Current.CancellationToken);

    /// <summary>What the backups of a file hold, the oldest first.</summary>
    public IEnumerable<string> Backups(string file) => Directory.Exists(Path.Combine(State, "backups"))
        ? Directory.GetDirectories(Path.Combine(State, "backups"), Path.GetFileName(file) + "-*")
            .SelectMany(Directory.GetFiles)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
        : [];

    public void Dispose() => _home.Dispose();
}
