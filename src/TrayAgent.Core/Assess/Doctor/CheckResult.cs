namespace TrayAgent.Core.Assess.Doctor;

public enum CheckResult
{
    Ok,
    Finding,

    /// <summary>It cannot apply here, or could not be made.</summary>
    Skipped,
}
