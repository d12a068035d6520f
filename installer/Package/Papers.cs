using System.Text.Json.Nodes;

namespace TrayAgent.Package;

/// <summary>What lies beside the program in every package: licence, notices of others, and what it is made of.</summary>
internal sealed record Papers(string Licence, string Notices, string Sbom)
{
    public IReadOnlyList<string> Files => [Licence, Notices, Sbom];

    public static Papers Write(Workshop work)
    {
        var folder = work.Stage("papers");
        var sbom = Path.Combine(folder, "trayagent.cdx.json");
        Package.Sbom.Write(work, sbom);
        var notices = Path.Combine(folder, "THIRD-PARTY-NOTICES.txt");
        File.WriteAllText(notices, ThirdPartyNotices.Of(JsonNode.Parse(File.ReadAllText(sbom))!.AsObject(), work));
        File.Copy(sbom, Path.Combine(work.Output, $"trayagent-{Workshop.Version}.cdx.json"), overwrite: true);
        return new Papers(work.Licence, notices, sbom);
    }

    /// <summary>Copies all of them into a folder.</summary>
    public void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Files)
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }
}
