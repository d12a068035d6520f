namespace TrayAgent.Crash.Tests.PowerCut;

/// <summary>A kind of disk, and how it is made.</summary>
/// <param name="Megabytes">The least that its tool accepts, or a little more.</param>
internal sealed record FileSystem(string Type, string Options, int Megabytes, string[] Maker)
{
    public static FileSystem Ext4 { get; } = new("ext4", "", 32, ["mkfs.ext4", "-q", "-F"]);

    /// <summary>Without the help that ext4 gives to programs that rename before their bytes are on the disk.</summary>
    public static FileSystem Ext4WithoutHelp { get; } = Ext4 with { Options = "noauto_da_alloc" };

    public static FileSystem Ext4WithSmallJournal { get; } = Ext4 with { Maker = [.. Ext4.Maker, "-J", "size=1"] };

    public static FileSystem Xfs { get; } = new("xfs", "", 300, ["mkfs.xfs", "-q", "-f"]);

    public static FileSystem Of(string name) => name switch
    {
        "ext4" => Ext4,
        "ext4 noauto_da_alloc" => Ext4WithoutHelp,
        "xfs" => Xfs,
        _ => throw new ArgumentException($"'{name}' is no file system of these tests."),
    };
}
