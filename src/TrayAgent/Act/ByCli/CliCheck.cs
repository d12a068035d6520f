namespace TrayAgent.Act.ByCli;

/// <summary>Whether this machine has an AWS CLI that can sign in: a closed set.</summary>
internal abstract record CliCheck
{
    private CliCheck()
    {
    }

    internal sealed record Usable(string Path, Version Version) : CliCheck
    {
        /// <summary>PKCE became the default, and the option that avoids it came with it.</summary>
        public bool KnowsDeviceCodeOption => Version >= new Version(2, 22);
    }

    /// <summary>None will do; <paramref name="Text"/> says why.</summary>
    internal sealed record Unusable(CliFault Fault, string Text) : CliCheck;
}
