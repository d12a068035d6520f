using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Show;

/// <summary>Which files and programs are in use, and where they are.</summary>
internal static class FileLines
{
    public static IEnumerable<string> Of(Snapshot snapshot)
    {
        yield return $"AWS config       {Visible.Of(snapshot.Config.ConfigFile)}";
        yield return $"AWS credentials  {Visible.Of(snapshot.Config.CredentialsFile)}";
        yield return $"SSO cache        {Visible.Of(snapshot.Cache.Folder)}";
        if (snapshot.ConfigElsewhere is { } elsewhere)
        {
            yield return $"Claude's config  {Visible.Of(elsewhere.ConfigFile)}, {Visible.Of(elsewhere.CredentialsFile)}";
        }

        var claude = snapshot.Claude.Layers.Select(layer => layer.File).ToList();
        foreach (var file in claude.Count > 0 ? claude : [snapshot.Claude.UserFile])
        {
            yield return $"Claude settings  {Visible.Of(file)}";
        }

        yield return "AWS CLI          " + (snapshot.AwsCli switch
        {
            AwsCli.Found { Version: { } version } found => $"{Visible.Of(found.Path)}, version {version}",
            AwsCli.Found found => Visible.Of(found.Path),
            _ => "not found",
        });
    }
}
