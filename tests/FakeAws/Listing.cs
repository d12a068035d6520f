namespace FakeAws;

/// <summary>Plays <c>aws bedrock list-inference-profiles</c>, for each type of profile as a file says.</summary>
internal sealed class Listing(Script script)
{
    public int Run(string[] args)
    {
        script.Record(args);
        var type = args[Array.IndexOf(args, "--type-equals") + 1];
        if (script.Says("list-hangs"))
        {
            script.Write("list-asked");
            Thread.Sleep(Timeout.Infinite);
        }

        Console.Out.Write(script.Text($"list-{type}"));
        Console.Error.Write(script.Text($"list-stderr-{type}"));
        return int.Parse(script.Text($"list-exit-{type}") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
    }
}
