namespace TrayAgent.Cli;

/// <summary>A result could not be written to standard output; no <see cref="IOException"/>, which would be taken for a file's.</summary>
internal sealed class OutputException(string reason) : Exception(reason);
