namespace TrayAgent.Core.Show;

/// <summary>The words that the JSON contract has for how an edit ended; never renamed.</summary>
public static class EditReportOutcome
{
    public const string NothingToDo = "nothing-to-do";
    public const string DryRun = "dry-run";
    public const string NotConfirmed = "not-confirmed";
    public const string Declined = "declined";
    public const string Undecided = "undecided";
    public const string Refused = "refused";
    public const string Written = "written";
    public const string Unconfirmed = "unconfirmed";
    public const string Lost = "lost";
}
