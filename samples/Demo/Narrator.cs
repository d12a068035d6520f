namespace TrayAgent.Demo;

/// <summary>The voice of the demo; what TrayAgent itself prints is set off from it.</summary>
internal sealed class Narrator
{
    private readonly TextWriter _output;
    private readonly (string On, string Off) _bold;
    private readonly (string On, string Off) _dim;

    /// <param name="output">Where to speak.</param>
    /// <param name="isPlain">No colours: a file, a pipe.</param>
    public Narrator(TextWriter output, bool isPlain)
    {
        _output = TextWriter.Synchronized(output);
        var isBare = isPlain || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        (_bold, _dim) = isBare ? (("", ""), ("", "")) : (("\e[1m", "\e[0m"), ("\e[2m", "\e[0m"));
    }

    public void Chapter(string title) => _output.WriteLine($"\n{_bold.On}{title}{_bold.Off}");

    public void Say(string text) => _output.WriteLine(text);

    public void Command(string line) => _output.WriteLine($"\n  {_bold.On}$ {line}{_bold.Off}");

    /// <summary>A line that TrayAgent printed.</summary>
    public void Quote(string line) => _output.WriteLine($"  {_dim.On}|{_dim.Off} {line}");
}
