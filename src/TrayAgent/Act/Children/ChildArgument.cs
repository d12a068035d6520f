namespace TrayAgent.Act.Children;

/// <summary>Names from a config file as arguments of a child process.</summary>
internal static class ChildArgument
{
    /// <summary>A name that begins with a hyphen would be read as an option; the others cannot be in a config file.</summary>
    public static bool IsSafe(string name) => name.Length > 0 && name[0] != '-' && name.AsSpan().IndexOfAny('\0', '\r', '\n') < 0;
}
