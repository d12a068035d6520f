namespace TrayAgent.Core.Assess.Rules;

/// <summary>Access keys in the environment win over every profile.</summary>
internal static class EnvironmentShadowsProfile
{
    public static IEnumerable<Found> Find(Judged judged)
    {
        var variables = judged.Snapshot.Environment.CredentialVariables;
        return variables.IsDefaultOrEmpty || judged.Sessions.IsEmpty
            ? []
            :
            [
                new Found(new Finding(
                    FindingCodes.EnvironmentShadowsProfile,
                    Severity.Warning,
                    variables[0],
                    $"The environment sets {Phrase.Names(variables)}, and most tools use that instead of a profile.",
                    Remedy.Advice(
                        $"Unset {Phrase.Names(variables)} where your session starts, and sign in to the desktop again."))),
            ];
    }
}
