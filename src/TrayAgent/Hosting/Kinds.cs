namespace TrayAgent.Hosting;

/// <summary>What may be told about any exception: its kind and those that caused it, never a message.</summary>
internal static class Kinds
{
    public static string Of(Exception exception) => exception.InnerException is { } cause
        ? $"{exception.GetType().Name} because of {Of(cause)}"
        : exception.GetType().Name;
}
