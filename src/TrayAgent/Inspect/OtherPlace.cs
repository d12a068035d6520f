namespace TrayAgent.Inspect;

/// <summary>Where another home of this person may be.</summary>
/// <param name="Name">For people.</param>
/// <param name="Root">Full path of the folder that is '/' there; null when looking would start something.</param>
/// <param name="User">Its number there.</param>
internal sealed record OtherPlace(string Name, string? Root, uint User);
