using System.Runtime.InteropServices;

namespace TrayAgent.Act.Aws;

/// <summary>
/// On Linux .NET takes OpenSSL from the system when a connection or a hash first needs it, and ends the whole program where there is none.
/// Asked for only where that is about to happen: verbs that stay on this machine do without.
/// </summary>
internal static class OpenSsl
{
    /// <summary>As .NET looks for it: https://github.com/dotnet/runtime/blob/main/src/native/libs/System.Security.Cryptography.Native/opensslshim.c</summary>
    private static readonly string[] Versions = ["3", "1.1", "1.0.2", "1.0.0", "10"];

    private static bool _isLoaded;

    /// <summary>A sentence that says what to install; null when it is there.</summary>
    public static string? Obstacle => !OperatingSystem.IsLinux() || (_isLoaded = _isLoaded || IsThere())
        ? null
        : "OpenSSL, which connections to AWS need, is not installed. Install it ('sudo apt install libssl3' on Debian and Ubuntu), then try again.";

    private static bool IsThere() => Versions
        .Prepend(Environment.GetEnvironmentVariable("CLR_OPENSSL_VERSION_OVERRIDE") ?? Versions[0])
        .Any(version => NativeLibrary.TryLoad($"libssl.so.{version}", out _));
}
