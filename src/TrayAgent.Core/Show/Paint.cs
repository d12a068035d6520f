using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Doctor;

namespace TrayAgent.Core.Show;

/// <summary>Colours on a terminal, nothing elsewhere; a colour never says what the words do not.</summary>
internal sealed class Paint(TextStyle style)
{
    private const string Red = "31";

    private const string Green = "32";

    private const string Yellow = "33";

    public string Bold(string text) => With("1", text);

    public string Health(OverallHealth overall, string text) => With(
        overall switch
        {
            OverallHealth.Healthy => Green,
            OverallHealth.SignInNeeded => Red,
            _ => Yellow,
        },
        text);

    public string State(SessionStatus status, string text) =>
        With(status.Works ? Green : status.NeedsPerson && status.Matters ? Red : Yellow, text);

    public string Severity(Severity severity) => severity switch
    {
        Assess.Severity.Error => With(Red, "error"),
        Assess.Severity.Warning => With(Yellow, "warning"),
        _ => "info",
    };

    public string Check(CheckResult result) => result switch
    {
        CheckResult.Ok => With(Green, "ok     "),
        CheckResult.Finding => With(Yellow, "finding"),
        _ => "skipped",
    };

    private string With(string colour, string text) => style == TextStyle.Ansi ? $"\e[{colour}m{text}\e[0m" : text;
}
