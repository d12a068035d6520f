using System.Collections.Immutable;
using TrayAgent.Core.Assess.Explain.Texts;

namespace TrayAgent.Core.Assess.Explain;

/// <summary>Every error that is recognised: a closed table, checked against docs/explain.md by a test.</summary>
internal static class KnownErrors
{
    public static ImmutableArray<KnownError> All { get; } =
    [
        .. SessionTexts.All,
        .. KeyTexts.All,
        .. ConfigTexts.All,
        .. PermissionTexts.All,
        .. ModelTexts.All,
        .. SignInTexts.All,
        .. NetworkTexts.All,
        .. ClaudeTexts.All,
    ];
}
