using System.Collections.Immutable;

namespace TrayAgent.Core.Edit.Json;

/// <summary>Where a JSON object stands in the bytes of a file.</summary>
/// <param name="Open">Of the opening brace.</param>
/// <param name="Close">Of the closing brace.</param>
internal sealed record JsonObjectSpan(int Open, int Close, ImmutableArray<JsonMember> Members)
{
    public int IndexOf(string name)
    {
        for (var i = 0; i < Members.Length; i++)
        {
            if (Members[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
