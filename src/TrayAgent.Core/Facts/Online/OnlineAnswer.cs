namespace TrayAgent.Core.Facts.Online;

/// <summary>What AWS, or the way to it, answered to one question of the doctor.</summary>
/// <param name="Check">One of <see cref="OnlineCheckNames"/>.</param>
/// <param name="Result">How it turned out.</param>
/// <param name="Subject">The session, profile, host or region that was asked about.</param>
/// <param name="Text">One or two sentences without a secret.</param>
public sealed record OnlineAnswer(string Check, OnlineResult Result, string Subject, string Text);
