namespace TrayAgent.Core.Decide;

/// <summary>How a repair ended that a person chose.</summary>
/// <param name="Subject">Of the finding.</param>
/// <param name="Result">What happened.</param>
/// <param name="Text">A full sentence for people.</param>
public sealed record RepairOutcome(string Subject, RepairResult Result, string Text);
