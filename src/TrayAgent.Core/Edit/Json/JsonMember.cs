namespace TrayAgent.Core.Edit.Json;

/// <summary>Where one member of a JSON object stands in the bytes of a file; the ends are exclusive.</summary>
/// <param name="Name">Without escapes.</param>
/// <param name="NameStart">At the opening quote.</param>
/// <param name="Text">Of a string without escapes, or null.</param>
internal sealed record JsonMember(string Name, int NameStart, int NameEnd, int ValueStart, int ValueEnd, string? Text)
{
    /// <summary>The value may be a secret.</summary>
    public override string ToString() => Name;
}
