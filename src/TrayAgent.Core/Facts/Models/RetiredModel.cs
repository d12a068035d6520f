namespace TrayAgent.Core.Facts.Models;

/// <summary>A model that Bedrock does not serve any more.</summary>
/// <param name="Id">What its IDs on Bedrock begin with, the date and what follows left out.</param>
/// <param name="Name">For people: <c>Claude 3.5 Sonnet</c>.</param>
/// <param name="Family">Where to look for what comes after it.</param>
public sealed record RetiredModel(string Id, string Name, ModelFamily Family)
{
    public bool Is(string id) =>
        id.StartsWith(Id, StringComparison.Ordinal) && (id.Length == Id.Length || id[Id.Length] is '-' or ':');
}
