using System.Collections.Immutable;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Act.Setup;

/// <summary>The machine with an AWS config that is not written yet.</summary>
internal static class PlannedConfig
{
    public static Snapshot Of(Snapshot now, ImmutableArray<FileEdit> edits) => now with
    {
        Config = Of(now.Config, edits),
        ConfigElsewhere = now.ConfigElsewhere is { } elsewhere ? Of(elsewhere, edits) : null,
    };

    private static AwsConfig Of(AwsConfig now, ImmutableArray<FileEdit> edits) =>
        edits.FirstOrDefault(edit => edit.File == now.ConfigFile) is { } edit
            ? AwsConfigParser.Parse(now.ConfigFile, edit.After.Span, now.CredentialsFile, Bytes(now.CredentialsFile))
            : now;

    private static byte[] Bytes(string file) =>
        GuardedFile.Read(file, GuardedFile.ConfigFileLimit) is FileReading.Content content ? content.Bytes : [];
}
