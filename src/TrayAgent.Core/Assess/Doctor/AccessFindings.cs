using TrayAgent.Core.Facts.Online;

namespace TrayAgent.Core.Assess.Doctor;

/// <summary>What is missing before an account may call a model; an administrator has to do it, once.</summary>
internal static class AccessFindings
{
    /// <summary>Null when nothing is missing.</summary>
    public static Finding? Of(OnlineAnswer answer, Assessment assessment) => (answer.Check, answer.Result) switch
    {
        (OnlineCheckNames.Form, OnlineResult.NotEnabled) => Finding(
            FindingCodes.ModelFormMissing,
            answer,
            "Unless the management account of your organisation has one, ask whoever administers the account to fill it in in the Bedrock console "
            + "(open a Claude model there), or with 'bedrock:PutUseCaseForModelAccess'; calls fail with 'Model use case details have not been "
            + "submitted' until then."),
        (OnlineCheckNames.Access, OnlineResult.NotEnabled) => Finding(
            FindingCodes.ModelNotEnabled,
            answer,
            "The first call does it, if the caller has 'aws-marketplace:ViewSubscriptions' and 'aws-marketplace:Subscribe' and the account a valid "
            + "means of payment: ask an administrator to call the model once; it works for everybody 2 to 15 minutes later."),

        // The same policy helps as against a list that may not be seen.
        (OnlineCheckNames.Access, OnlineResult.NotPermitted) => OnlineFindings.Of(answer with { Check = OnlineCheckNames.Models }, assessment),
        _ => null,
    };

    private static Finding Finding(string code, OnlineAnswer answer, string advice) =>
        new(code, Severity.Warning, answer.Subject, answer.Text, Remedy.Advice(advice));
}
