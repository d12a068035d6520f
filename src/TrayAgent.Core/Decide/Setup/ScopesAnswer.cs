using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace TrayAgent.Core.Decide.Setup;

/// <summary>The scopes of a session: what AWS calls <c>sso_registration_scopes</c>, between commas.</summary>
public static partial class ScopesAnswer
{
    /// <summary>Without it there is no refresh token, and a person must sign in every eight hours.</summary>
    public const string Usual = "sso:account:access";

    public static string Clean(string text) => string.Join(", ", Of(text));

    public static ImmutableArray<string> Of(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A sentence; null when they will do.</summary>
    public static string? Problem(string scopes) =>
        Of(scopes) is var words && words.FirstOrDefault(word => !Form().IsMatch(word)) is { }
            ? "A scope looks like 'sso:account:access'; write commas between several."
        : !words.Contains(Usual)
            ? $"'{Usual}' must be among the scopes: without it the session cannot be refreshed, and no account can be listed."
        : null;

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+(:[A-Za-z0-9_*.-]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
