using System.Collections.Immutable;
using System.Runtime.Versioning;
using TrayAgent.Core.Facts;
using TrayAgent.Files;
using TrayAgent.Inspect;

namespace TrayAgent.Tests.Inspect;

[UnsupportedOSPlatform("windows")]
public sealed class AwsCliFinderTests : IDisposable
{
    private readonly TempHome _home = new();

    [Fact]
    public void The_vendors_installer_has_the_version_in_the_path()
    {
        Program("usr/local/aws-cli/v2/2.15.30/dist/aws");
        Link("usr/local/aws-cli/v2/2.15.30/bin/aws", "../dist/aws");
        Link("usr/local/aws-cli/v2/current", "2.15.30");
        Link("usr/local/bin/aws", "../aws-cli/v2/current/bin/aws");

        Check("usr/local/bin", "usr/local/bin/aws 2.15.30");
    }

    [Fact]
    public void Homebrew_has_the_version_in_the_path()
    {
        Program("brew/Cellar/awscli/2.17.1/bin/aws");
        Link("brew/bin/aws", "../Cellar/awscli/2.17.1/bin/aws");

        Check("brew/bin", "brew/bin/aws 2.17.1");
    }

    [Fact]
    public void A_distributions_package_lies_in_dist_packages()
    {
        Program("usr/bin/aws");
        Folder("usr/lib/python3/dist-packages/awscli-2.9.19.dist-info");

        Check("usr/bin", "usr/bin/aws 2.9.19");
    }

    [Fact]
    public void A_virtual_environment_has_the_package_beside_its_bin()
    {
        Program("venv/bin/aws");
        Folder("venv/lib/python3.12/site-packages/awscli-1.32.5.dist-info");

        Check("venv/bin", "venv/bin/aws 1.32.5");
    }

    [Fact]
    public void A_shim_of_pyenv_stands_for_the_global_Python()
    {
        Program("pyenv/shims/aws");
        foreach (var (python, aws) in new[] { ("3.11.9", "1.29.0"), ("3.12.1", "1.32.5") })
        {
            Program($"pyenv/versions/{python}/bin/aws");
            Folder($"pyenv/versions/{python}/lib/python3.12/site-packages/awscli-{aws}.dist-info");
        }

        Check("pyenv/shims", "pyenv/shims/aws unknown");

        File.WriteAllText(Path.Combine(_home.Folder, "pyenv", "version"), "3.12.1\n");
        Check("pyenv/shims", "pyenv/shims/aws 1.32.5");
    }

    [Fact]
    public void A_version_2_is_preferred_to_a_version_1_before_it()
    {
        Program("venv/bin/aws");
        Folder("venv/lib/python3.12/site-packages/awscli-1.32.5.dist-info");
        Program("usr/bin/aws");
        Folder("usr/lib/python3/dist-packages/awscli-2.9.19.dist-info");

        Check("venv/bin:usr/bin", "usr/bin/aws 2.9.19");
        Assert.Equal(At("venv/bin/aws"), Find($"{At("venv/bin")}:{At("usr/bin")}", null)?.Before);
        Assert.Null(Find($"{At("usr/bin")}:{At("venv/bin")}", null)?.Before);
    }

    /// <summary>A shim of mise or asdf: what it starts may be as new as any.</summary>
    [Fact]
    public void One_of_unknown_version_before_it_is_not_called_old()
    {
        Program("shims/aws");
        Program("usr/bin/aws");
        Folder("usr/lib/python3/dist-packages/awscli-2.9.19.dist-info");

        Check("shims:usr/bin", "usr/bin/aws 2.9.19");
        Assert.Null(Find($"{At("shims")}:{At("usr/bin")}", null)?.Before);
    }

    [Fact]
    public void What_cannot_be_started_is_passed_over()
    {
        Folder("one/aws");
        File.WriteAllText(Path.Combine(Folder("two"), "aws"), "not executable");
        Link("three/aws", "nowhere");
        Program("four/aws");

        Check("one:two:three:four", "four/aws unknown");
    }

    [Fact]
    public void A_relative_entry_of_the_PATH_is_never_followed()
    {
        Program("bin/aws");
        Program("sub/aws");
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(_home.Folder, "sub"));

        var found = Find($"{relative}:.::{Path.Combine(_home.Folder, "bin")}", null);

        Assert.Equal(Path.Combine(_home.Folder, "bin", "aws"), found?.Path);
    }

    [Fact]
    public void The_configured_one_is_used_whatever_it_is_and_must_exist()
    {
        Program("bin/aws");
        Program("mine/aws1");

        Assert.Equal(Path.Combine(_home.Folder, "mine/aws1"), Find(At("bin"), At("mine/aws1"))?.Path);
        Assert.Null(Find(At("bin"), At("nowhere/aws")));
    }

    public void Dispose() => _home.Dispose();

    private void Check(string folders, string expected)
    {
        var found = Find(string.Join(':', folders.Split(':').Select(At)), null);
        Assert.Equal(
            expected, $"{Path.GetRelativePath(_home.Folder, found!.Path)} {found.Version?.ToString() ?? "unknown"}");
    }

    private AwsCli.Found? Find(string path, string? configured) =>
        AwsCliFinder.Find(
            new ProcessEnvironment(ImmutableDictionary<string, string>.Empty.Add("PATH", path)),
            configured,
            []) as AwsCli.Found;

    private string At(string path) => Path.Combine(_home.Folder, path);

    private string Folder(string path) => Directory.CreateDirectory(At(path)).FullName;

    private void Program(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), "#!/bin/sh\n");
        File.SetUnixFileMode(At(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.CreateSymbolicLink(At(path), target);
    }
}
