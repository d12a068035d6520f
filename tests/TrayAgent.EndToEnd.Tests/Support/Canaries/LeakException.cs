namespace TrayAgent.EndToEnd.Tests.Support.Canaries;

/// <summary>The test went well, but it left secrets where none may be.</summary>
internal sealed class LeakException(IReadOnlyCollection<Leak> leaks)
    : Exception("A secret got out:\n" + string.Join('\n', leaks.Select(leak => $"{leak.Channel}: {leak.What}")))
{
    public IReadOnlyCollection<Leak> Leaks => leaks;
}
