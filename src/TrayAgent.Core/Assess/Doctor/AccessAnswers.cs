using System.Collections.Immutable;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Models;
using TrayAgent.Core.Facts.Online;

namespace TrayAgent.Core.Assess.Doctor;

/// <summary>What AWS tells of an account's access to models, as answers: no more is claimed than it says.</summary>
public static class AccessAnswers
{
    public static ImmutableArray<OnlineAnswer> Of(AccessFacts facts, Profile profile)
    {
        var account = profile.AccountId is { } id ? $"account '{id}'" : $"the account of profile '{profile.Name}'";
        return
        [
            OfForm(facts, profile, account),
            .. facts.Models.IsEmpty
                ? [new OnlineAnswer(OnlineCheckNames.Access, OnlineResult.Skipped, profile.Name, "No setting names a model by an ID that AWS could be asked about.")]
                : facts.Models.Select(model => OfModel(model, facts.Form, profile, account)),
        ];
    }

    private static OnlineAnswer OfForm(AccessFacts facts, Profile profile, string account) => facts.Form switch
    {
        UseCaseForm.Submitted => Form(OnlineResult.Fine, profile, $"Anthropic's use case form of {account} has been filled in."),
        UseCaseForm.Unknown => Form(OnlineResult.Skipped, profile, facts.WhyNoForm ?? "AWS did not say."),
        _ when !facts.Models.IsEmpty && facts.Models.All(IsEnabled) => Form(
            OnlineResult.Skipped,
            profile,
            $"AWS shows no use case form of Anthropic for {account}, but the models are enabled: one of the organisation's management account counts, too."),
        _ => Form(OnlineResult.NotEnabled, profile, $"Nobody has filled in Anthropic's use case form for {account}."),
    };

    private static OnlineAnswer OfModel(AskedModel asked, UseCaseForm form, Profile profile, string account) => asked switch
    {
        { Access: null } => Access(OnlineResult.Skipped, profile.Name, asked.WhyNot ?? $"AWS did not say whether '{asked.Model}' is enabled."),
        { Access.IsAuthorized: false } => Access(
            OnlineResult.NotPermitted, profile.Name, $"AWS says that the role of '{profile.Name}' is not authorised for '{asked.Model}'."),
        { Access.Agreement: AgreementState.Available } => Access(OnlineResult.Fine, asked.Model, $"'{asked.Model}' is enabled for {account}."),
        { Access.Agreement: AgreementState.Pending } => Access(
            OnlineResult.Skipped, asked.Model, $"AWS is just enabling '{asked.Model}' for {account}; that takes up to 15 minutes."),
        { Access.Agreement: AgreementState.NotAvailable } when form == UseCaseForm.NotShown => Access(
            OnlineResult.Skipped, asked.Model, $"'{asked.Model}' is not enabled for {account}, see '{OnlineCheckNames.Form}'."),
        { Access.Agreement: AgreementState.NotAvailable } => Access(
            OnlineResult.NotEnabled, asked.Model, $"Nobody has subscribed {account} to '{asked.Model}' yet."),
        { Access.Agreement: AgreementState.Failed } => Access(
            OnlineResult.NotEnabled,
            asked.Model,
            $"AWS Marketplace could not subscribe {account} to '{asked.Model}'{(asked.Access.Error is { } error ? $": {Show.Visible.Of(error, 200).TrimEnd('.')}." : ".")}"),
        _ => Access(OnlineResult.Skipped, asked.Model, $"AWS did not say whether '{asked.Model}' is enabled."),
    };

    private static bool IsEnabled(AskedModel asked) => asked.Access?.Agreement == AgreementState.Available;

    private static OnlineAnswer Form(OnlineResult result, Profile profile, string text) => new(OnlineCheckNames.Form, result, profile.Name, text);

    private static OnlineAnswer Access(OnlineResult result, string subject, string text) => new(OnlineCheckNames.Access, result, subject, text);
}
