namespace TrayAgent.Fuzz.Support;

public sealed class BrokenInvariantException : Exception
{
    public BrokenInvariantException()
    {
    }

    public BrokenInvariantException(string message)
        : base(message)
    {
    }

    public BrokenInvariantException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
