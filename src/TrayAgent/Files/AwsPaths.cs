namespace TrayAgent.Files;

/// <summary>Where the AWS CLI keeps its files; the SSO cache follows the home, never <c>AWS_CONFIG_FILE</c>.</summary>
/// <param name="Home">As Python's <c>expanduser("~")</c> finds it.</param>
/// <param name="ConfigFile">Full path.</param>
/// <param name="CredentialsFile">Full path.</param>
internal sealed record AwsPaths(string Home, string ConfigFile, string CredentialsFile)
{
    /// <summary>A home that does not exist has no files; without this it would be the current folder, which has somebody else's.</summary>
    private const Environment.SpecialFolderOption AlsoMissing = Environment.SpecialFolderOption.DoNotVerify;

    public string AwsFolder => Path.Combine(Home, ".aws");

    /// <summary>Tokens and client registrations.</summary>
    public string SsoCache => Path.Combine(AwsFolder, "sso", "cache");

    /// <summary>Role credentials of the AWS CLI.</summary>
    public string CliCache => Path.Combine(AwsFolder, "cli", "cache");

    /// <summary>Locks between our own processes, named after the token file, whatever the environment says.</summary>
    public string Locks => Path.Combine(AwsFolder, "sso", "trayagent");

    public static AwsPaths From(ProcessEnvironment environment)
    {
        var home = HomeOf(environment);
        return new AwsPaths(
            home,
            Expand(environment["AWS_CONFIG_FILE"], home, null) ?? Path.Combine(home, ".aws", "config"),
            Expand(environment["AWS_SHARED_CREDENTIALS_FILE"], home, null) ?? Path.Combine(home, ".aws", "credentials"));
    }

    /// <summary>The same home with other files, as a program that is told so finds them; null: as always.</summary>
    /// <param name="folder">What a path that is not full counts from.</param>
    public AwsPaths With(string? configFile, string? credentialsFile, string folder) => this with
    {
        ConfigFile = Expand(configFile, Home, folder) ?? Path.Combine(AwsFolder, "config"),
        CredentialsFile = Expand(credentialsFile, Home, folder) ?? Path.Combine(AwsFolder, "credentials"),
    };

    /// <remarks>https://docs.python.org/3/library/os.path.html#os.path.expanduser</remarks>
    private static string HomeOf(ProcessEnvironment environment)
    {
        var home = OperatingSystem.IsWindows()
            ? environment["USERPROFILE"] ?? environment["HOMEDRIVE"] + environment["HOMEPATH"]
            : environment["HOME"];
        return string.IsNullOrEmpty(home) ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, AlsoMissing) : home;
    }

    /// <param name="folder">Null: the current one.</param>
    private static string? Expand(string? path, string home, string? folder) => path switch
    {
        null => null,
        "~" => home,
        ['~', '/', ..] => Path.GetFullPath(Path.Combine(home, path[2..])),
        ['~', '\\', ..] when OperatingSystem.IsWindows() => Path.GetFullPath(Path.Combine(home, path[2..])),
        _ => folder is null ? Path.GetFullPath(path) : Path.GetFullPath(path, folder),
    };
}
