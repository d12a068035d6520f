using System.Text;

namespace TrayAgent.Cli;

/// <summary>What somebody pastes or pipes in, up to a limit.</summary>
internal static class PastedInput
{
    /// <summary>A console's stream cannot be cancelled, so it is left alone instead: the process ends soon.</summary>
    public static Task<string> ReadAsync(int limit, CancellationToken stop) => Task.Run(() => Read(limit), CancellationToken.None).WaitAsync(stop);

    private static string Read(int limit)
    {
        // PowerShell may send UTF-16, with a mark.
        using var reader = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        var text = new StringBuilder();
        var buffer = new char[32 * 1024];
        try
        {
            while (text.Length < limit && reader.Read(buffer) is > 0 and var count)
            {
                text.Append(buffer, 0, count);
            }
        }
        catch (IOException)
        {
            // The other end is gone: what came is what there is.
        }

        return text.ToString();
    }
}
