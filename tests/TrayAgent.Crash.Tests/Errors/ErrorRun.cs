using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Errors;

/// <summary>Each file call of a write fails once and for good, with each error; what a writer then gets wrong is listed.</summary>
internal sealed class ErrorRun(Writer writer, WrittenAs writtenAs = WrittenAs.File)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder = writer.Workshop.Folder("errors");
    private readonly string _old = Content.Of(1, 3_000);
    private readonly string _new = Content.Of(2, 5_000);

    public IReadOnlyList<string> Violations(IEnumerable<Errno> errors)
    {
        var learn = Prepare("learn");
        var calls = writer.Calls(learn, _new).Select(call => call.Split(' ')[0]).ToArray();
        var renamed = Array.IndexOf(calls, "rename");
        var cases =
            from error in errors
            from times in (int[])[1, Fault.Always]
            from at in Enumerable.Range(1, calls.Length)
            select (At: at, Error: error, Times: times);
        return cases
            .AsParallel()
            .WithDegreeOfParallelism(Environment.ProcessorCount)
            .WithCancellation(TestContext.Current.CancellationToken)
            .SelectMany(one =>
            {
                var call = calls[one.At - 1];
                var often = one.Times == 1 ? "once" : "for good";
                return Check(one.At, call, one.Error, one.Times, renamed >= 0 && one.At - 1 > renamed)
                    .Select(wrong => $"{call} ({one.At} of {calls.Length}) fails with {one.Error} {often}: {wrong}");
            })
            .ToArray();
    }

    private IEnumerable<string> Check(int at, string call, Errno error, int times, bool isRenamed)
    {
        var target = Prepare($"{call}-{at}-{error}-{times}");
        var real = Real(target);
        var end = writer.Write(target, _new, Fault.Failure(at, error, times));
        var found = File.Exists(real) ? File.ReadAllText(real) : null;
        if (!end.Succeeded && !end.Failed)
        {
            yield return $"exit code {end.ExitCode}: {end.Error}";
        }

        if (end.Succeeded && call == "fsync" && error != Errno.EINTR && !(isRenamed && error == Errno.EINVAL))
        {
            yield return "success, but the disk has not confirmed it";
        }

        if (found != _new && (end.Succeeded || found != _old))
        {
            yield return $"exit code {end.ExitCode}, but the file has {Content.Describe(found)}";
        }

        if (end.Failed && found == _new && !isRenamed)
        {
            yield return "the new bytes are there, but it says that they are not";
        }

        if (end.Failed && (!end.Error.Contains($"'{target}'", StringComparison.Ordinal) || end.Error.Trim().Contains('\n')))
        {
            yield return $"not one sentence that names the file: {end.Error}";
        }

        foreach (var file in Temporaries.Beside(real))
        {
            yield return $"'{file.Name}' is left";
        }

        if (found == _new && File.GetUnixFileMode(real) != OwnerOnly)
        {
            yield return $"the new file has {File.GetUnixFileMode(real)}";
        }

        if (real != target && Directory.GetFileSystemEntries(Path.GetDirectoryName(target)!).Length != 2)
        {
            yield return "the folder of the link has something new";
        }

        if (real != target && new FileInfo(target).LinkTarget is null)
        {
            yield return "the link is replaced";
        }
    }

    private string Prepare(string name)
    {
        var target = Path.Combine(_folder, name, "target.json");
        var real = Real(target);
        Directory.CreateDirectory(Path.GetDirectoryName(real)!);
        File.WriteAllText(real, _old);
        File.SetUnixFileMode(real, OwnerOnly);
        if (real != target)
        {
            File.CreateSymbolicLink(target, "dotfiles/real.json");
        }

        return target;
    }

    private string Real(string target) => writtenAs == WrittenAs.File
        ? target
        : Path.Combine(Path.GetDirectoryName(target)!, "dotfiles", "real.json");
}
