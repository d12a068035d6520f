namespace FakeAws;

/// <summary>
/// A folder whose files say what this AWS CLI does:
/// <c>version</c>, <c>version-hangs</c>, <c>stdout</c>, <c>waits</c> (until <c>go</c> appears), <c>ignores-interrupt</c>,
/// <c>leaves-grandchild</c>, <c>token-path</c> and <c>token</c>, <c>stderr</c>, <c>exit</c>;
/// of the use case form <c>form</c>, <c>form-stderr</c>, <c>form-exit</c>, of a model <c>access-MODEL</c> and the like;
/// of the lists of inference profiles <c>list-TYPE</c>, <c>list-stderr-TYPE</c>, <c>list-exit-TYPE</c>, <c>list-hangs</c>.
/// Into <c>calls/</c> goes one file per run with its arguments and its environment.
/// </summary>
internal sealed class Script(string folder)
{
    public bool Says(string name) => File.Exists(Path.Combine(folder, name));

    public string? Text(string name) => Says(name) ? File.ReadAllText(Path.Combine(folder, name)) : null;

    public void Write(string name) => File.WriteAllText(Path.Combine(folder, name), "");

    public void Record(string[] args)
    {
        var calls = Directory.CreateDirectory(Path.Combine(folder, "calls")).FullName;
        var variables = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Select(variable => $"{variable.Key}={variable.Value}")
            .Order(StringComparer.Ordinal);
        var temporary = Path.Combine(folder, $"call-{Environment.ProcessId}.tmp");
        File.WriteAllLines(temporary, [$"pid {Environment.ProcessId}", .. args.Select(arg => $"arg {arg}"), .. variables]);
        File.Move(temporary, Path.Combine(calls, $"{Environment.ProcessId}"));
    }
}
