namespace TrayAgent.Package;

/// <summary>A package cannot be built; the message says which, and what to do.</summary>
internal sealed class PackageException(string message) : Exception(message);
