namespace TrayAgent.Core.Facts.Aws.Ini;

/// <summary>The names of the tools that read these files, as messages spell them.</summary>
internal static class Tools
{
    public const string AwsCli = "AWS CLI";
    public const string JavaScript = "JavaScript SDK";
    public const string DotNet = ".NET SDK";
    public const string Go = "Go SDK";
    public const string Rust = "Rust SDK";
}
