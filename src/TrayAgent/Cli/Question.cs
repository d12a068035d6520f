namespace TrayAgent.Cli;

/// <summary>A question with two answers, of which no is what Enter means.</summary>
internal static class Question
{
    /// <summary>Somebody sees it and can type.</summary>
    public static bool CanBeAsked => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <exception cref="OperationCanceledException">Ctrl-C.</exception>
    public static async Task<bool> AskAsync(TextWriter output, string question, CancellationToken stop)
    {
        await output.WriteAsync(question);

        // Nothing can interrupt the reading; a process that ends does not wait for it.
        var answer = await Task.Run(Console.In.ReadLine, stop).WaitAsync(stop);
        return answer?.Trim() is "y" or "Y" or "yes" or "Yes" or "YES";
    }
}
