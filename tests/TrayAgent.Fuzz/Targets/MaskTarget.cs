using System.Text;
using TrayAgent.Core.Edit.Masking;
using TrayAgent.Core.Facts.Secrets;
using TrayAgent.Fuzz.Support;

namespace TrayAgent.Fuzz.Targets;

/// <summary>What a preview shows of a file: every line where it was, and no secret.</summary>
internal static class MaskTarget
{
    public static void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var json = MaskedLines.Of("settings.json", text);
        Invariant.Holds(json.Length == text.Count(c => c == '\n') + 1, "masking moves the lines of a JSON text");
        JsonSecrets.AreNotIn(string.Join('\n', json), JsonSecrets.Of(input, SecretName.IsSecret));

        var ini = MaskedLines.Of("config", text);
        Invariant.Holds(ini.Length == text.Count(c => c == '\n') + 1, "masking moves the lines of a config");
    }
}
