using TrayAgent.Core.Decide.Migrating;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Ini;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Act.Edits;

/// <summary>The edit of the config that a migration is; what comes of it is read once more as the AWS CLI would.</summary>
internal static class MigrationEdit
{
    public static EditPlan Of(AwsPaths aws, MigrationPlan.Changes plan) => new(aws.ConfigFile, now => Edited(aws, plan, now));

    private static Edited Edited(AwsPaths aws, MigrationPlan.Changes plan, ReadOnlyMemory<byte> now)
    {
        var edited = ConfigEditor.Apply(aws.ConfigFile, now.Span, plan.Config);
        if (edited is not Edited.Content content)
        {
            return edited;
        }

        var credentials = GuardedFile.Read(aws.CredentialsFile, GuardedFile.ConfigFileLimit) is FileReading.Content read
            ? read.Bytes
            : ReadOnlyMemory<byte>.Empty;
        var config = AwsConfigParser.Parse(aws.ConfigFile, content.Bytes.Span, aws.CredentialsFile, credentials.Span);
        return plan.Profiles.FirstOrDefault(profile => !profile.IsIn(config)) is { } failed
            ? new Edited.Refused(new Problem(aws.ConfigFile, config.Profile(failed.Name)?.Line,
                $"The profile '{failed.Name}' would not use '[sso-session {failed.Session}]' afterwards, because other sections "
                + "('[DEFAULT]', or one with the same name in another spelling) get in the way. Nothing was changed; edit the file yourself."))
            : content;
    }
}
