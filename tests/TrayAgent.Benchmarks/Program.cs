using TrayAgent.Benchmarks.Measures;
using TrayAgent.Benchmarks.Report;

// Arguments: the two native programs, then the names of the measures that are wanted; without names all of them.
if (args is not [var agent, var empty, .. var wanted] || !File.Exists(agent) || !File.Exists(empty))
{
    Console.Error.WriteLine("Run 'dotnet run build.cs -- bench [size] [start] [auth-refresh] [credentials] [inspection] [change] [rest]'.");
    return 2;
}

var measures = new Dictionary<string, Func<Task<IReadOnlyList<Row>>>>
{
    ["size"] = () => BinarySize.RunAsync(agent),
    ["start"] = () => StatusStart.RunAsync(agent, empty),
    ["auth-refresh"] = () => AuthRefreshStart.RunAsync(agent, empty),
    ["credentials"] = () => CredentialsStart.RunAsync(agent),
    ["inspection"] = () => Inspection.RunAsync(agent),
    ["change"] = () => FileChange.RunAsync(agent),
    ["rest"] = () => AtRest.RunAsync(agent),
};
if (wanted.FirstOrDefault(name => !measures.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no measure '{unknown}'. Choose from: {string.Join(", ", measures.Keys)}.");
    return 2;
}

var rows = new List<Row>();
var load = Machine.Load();
foreach (var (name, run) in measures.Where(measure => wanted.Length == 0 || wanted.Contains(measure.Key)))
{
    Console.Error.WriteLine($"measuring '{name}' ...");
    rows.AddRange(await run());
}

Console.WriteLine(Machine.Describe(load));
Console.WriteLine();
Console.WriteLine(Table.Of(rows));
return rows.Any(row => row.Verdict == Verdict.Missed) ? 3 : 0;
