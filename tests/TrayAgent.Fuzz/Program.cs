using SharpFuzz;
using TrayAgent.Fuzz.Targets;

// TARGET        under AFL++, which hands in one input after the other
// TARGET FILE.. the same without AFL++, to look into what it found
if (args is not [var name, .. var files] || AllTargets.Find(name) is not { } target)
{
    Console.Error.WriteLine($"TrayAgent.Fuzz TARGET [FILE...]; targets: {string.Join(' ', AllTargets.Names)}");
    return 2;
}

if (files.Length == 0)
{
    // AFL++ kills what takes too long; in its own process that would be the fork server, and the end of the run.
    // https://github.com/Metalnem/sharpfuzz/issues/11
    Fuzzer.OutOfProcess.Run(stream =>
    {
        var input = new MemoryStream();
        stream.CopyTo(input);
        target(input.ToArray());
    });
    return 0;
}

foreach (var file in files)
{
    Console.WriteLine(file);
    target(File.ReadAllBytes(file));
}

return 0;
