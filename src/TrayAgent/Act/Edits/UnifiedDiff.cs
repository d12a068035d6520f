using System.Text;
using TrayAgent.Core.Edit;

namespace TrayAgent.Act.Edits;

internal static class UnifiedDiff
{
    public static string Of(FileEdit edit) => "--- " + edit.File + "\n" + string.Join("\n", Encoding.UTF8.GetString(edit.After.Span).Split('\n').Select(l => "+" + l));
}
