namespace FakeAws;

/// <summary>Plays <c>aws bedrock get-use-case-for-model-access</c> and <c>get-foundation-model-availability</c>, as files say.</summary>
internal sealed class Access(Script script)
{
    public int Run(string[] args)
    {
        script.Record(args);
        var name = args[1] == "get-use-case-for-model-access" ? "form" : $"access-{args[Array.IndexOf(args, "--model-id") + 1]}";
        Console.Out.Write(script.Text(name));
        Console.Error.Write(script.Text($"{name}-stderr"));
        return int.Parse(script.Text($"{name}-exit") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
    }
}
