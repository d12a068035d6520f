namespace TrayAgent.Loopback.Oidc;

/// <summary>The only redirect that the service takes from a native client: this path on 127.0.0.1, any port.</summary>
internal static class LoopbackRedirect
{
    public static bool IsAllowed(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed)
        && parsed is { Scheme: "http", Host: "127.0.0.1", AbsolutePath: "/oauth/callback", Query: "", Fragment: "" };

    /// <summary>The port may differ from the registered one (RFC 8252, 7.3).</summary>
    public static bool Matches(string uri, IEnumerable<string> registered) =>
        IsAllowed(uri) && registered.Any(IsAllowed);
}
