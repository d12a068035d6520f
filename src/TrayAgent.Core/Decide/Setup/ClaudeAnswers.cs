using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Decide.Setup;

/// <summary>How Claude Code shall use the profile.</summary>
/// <param name="Mode">How it signs in.</param>
/// <param name="Region">Where it calls Bedrock.</param>
/// <param name="Model">The inference profile to pin; null: what it is stays.</param>
/// <param name="SmallModel">The same for small tasks.</param>
public sealed record ClaudeAnswers(WiringMode Mode, string Region, string? Model, string? SmallModel);
