using System.Text;

namespace TrayAgent.Cli;

/// <summary>What somebody pastes or pipes in. Of a long text both ends are kept: a log begins with what was tried and ends with the error.</summary>
internal static class PastedInput
{
    /// <summary>What never ends is left alone at last.</summary>
    private const int MostRead = 256 * 1024 * 1024;

    /// <param name="limit">How many characters are kept: half of them at each end, and a few more, so that one sees that some are missing.</param>
    /// <param name="stop">A console's stream cannot be cancelled, so it is left alone instead: the process ends soon.</param>
    public static Task<string> ReadAsync(int limit, CancellationToken stop) =>
        Task.Run(() => Read(Console.OpenStandardInput(), limit), CancellationToken.None).WaitAsync(stop);

    internal static string Read(Stream input, int limit)
    {
        // PowerShell may send UTF-16, with a mark.
        using var reader = new StreamReader(input, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        var (head, tail) = (new StringBuilder(), new StringBuilder());
        var buffer = new char[32 * 1024];
        try
        {
            for (var read = 0L; read < MostRead && reader.Read(buffer) is > 0 and var count; read += count)
            {
                var first = Math.Min(count, (limit / 2) - head.Length);
                head.Append(buffer, 0, first);
                tail.Append(buffer, first, count - first);
                if (tail.Length > 2 * limit)
                {
                    tail.Remove(0, tail.Length - limit);
                }
            }
        }
        catch (IOException)
        {
            // The other end is gone: what came is what there is.
        }

        return head.Append(tail).ToString();
    }
}
