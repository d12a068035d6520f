using System.Text;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Facts.Aws;

/// <summary>Config files as text, the way most tests write them down.</summary>
internal static class ConfigText
{
    public static AwsConfig Parse(string config, string credentials = "") =>
        Parse(Encoding.UTF8.GetBytes(config), Encoding.UTF8.GetBytes(credentials));

    public static AwsConfig Parse(byte[] config, byte[] credentials) =>
        AwsConfigParser.Parse("config", config, "credentials", credentials);
}
