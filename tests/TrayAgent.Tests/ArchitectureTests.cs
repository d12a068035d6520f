using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace TrayAgent.Tests;

/// <summary>The invariants of ARCHITECTURE.md that a compiler does not check, each with its reason.</summary>
public sealed partial class ArchitectureTests
{
    [Fact]
    public void Core_references_only_the_base_library()
    {
        var core = typeof(Core.Facts.Snapshot).Assembly;
        var foreign = core.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal));
        Assert.True(!foreign.Any(), $"Core is values in, values out; a package would bring clocks, files and threads: {string.Join(", ", foreign)}");
        Assert.True(
            !core.GetReferencedAssemblies().Any(assembly => assembly.Name is "System.Net.Http" or "System.Diagnostics.Process"),
            "Core is pure: the network and processes belong in TrayAgent/Act.");
    }

    [Fact]
    public void Desktop_knows_core_and_nothing_of_the_shell()
    {
        var names = Assembly.Load("TrayAgent.Desktop").GetReferencedAssemblies().Select(assembly => assembly.Name);
        Assert.DoesNotContain("trayagent", names);
        Assert.DoesNotContain(names, name => name!.StartsWith("AWSSDK", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("src/TrayAgent/Inspect", @"using TrayAgent\.(Act|Events|Cli|Hosting);", "Inspect only looks: it must not be able to reach what changes the world.")]
    [InlineData("src/TrayAgent/Act", @"using TrayAgent\.(Inspect|Cli|Hosting);", "Act gets what it needs as values: what it acts on was judged before.")]
    [InlineData("src/TrayAgent/Files", @"using TrayAgent\.(Inspect|Act|Events|Cli|Hosting|State|Settings);", "Files is below everything else of the shell.")]
    [InlineData("src/TrayAgent/Inspect", @"\b(File\.(Write|Append|Delete|Move|Copy|Create|Replace|Set)|Directory\.(Create|Delete|Move)|AtomicFile|new FileStream|Process\.Start|ProcessStartInfo)", "Inspect only reads; what writes or starts programs belongs in Act.")]
    [InlineData("src/TrayAgent.Core", @"\bunsafe\s+[a-z{]|LibraryImport|DllImport", "Core is pure.")]
    [InlineData("src", @"\b(HttpListener|NamedPipeServerStream|UnixDomainSocketEndPoint|WebApplication|IPAddress\.(IPv6)?Any)\b", "Processes share nothing but files: no listener, no server (design 5, rule R13).")]
    [InlineData("src", @"\{@[A-Z]", "Serilog's destructuring needs reflection, and it would log whole objects.")]
    [InlineData("src", @"Encoding\.UTF8\)|new UTF8Encoding\(true", "A StreamWriter with Encoding.UTF8 emits a byte order mark, which breaks botocore.")]
    public void No_source_has(string folder, string pattern, string reason) =>
        Check(folder, pattern, reason, _ => true);

    [Fact]
    public void Only_one_place_of_the_desktop_chooses_an_adapter() => Check(
        "src/TrayAgent.Desktop",
        @"OperatingSystem\.Is",
        "CurrentDesktop is the only switch between systems, so that each adapter stays whole.",
        path => !path.EndsWith("/CurrentDesktop.cs", StringComparison.Ordinal));

    [Fact]
    public void Only_the_callback_of_a_sign_in_listens() => Check(
        "src",
        @"\bTcpListener\b|\.Bind\(|\.Listen\(",
        "Processes share nothing but files; a browser can bring an approval back only to a port (RFC 8252), which is open on "
        + "127.0.0.1 while that one sign-in lasts.",
        path => !path.EndsWith("/Act/Oidc/AuthorizationCallback.cs", StringComparison.Ordinal));

    [Fact]
    public void Only_five_files_know_the_names_of_secrets() => Check(
        "src/TrayAgent",
        "\"(accessToken|refreshToken|clientSecret)\"",
        "Who reads or writes a token can leak it: one reader, one composer, one salvager, the registrations and what deletes torn files are to be reviewed (rule R8).",
        path => !path.EndsWith("/Act/Tokens/TokenFile.cs", StringComparison.Ordinal)
            && !path.EndsWith("/Act/Tokens/TokenText.cs", StringComparison.Ordinal)
            && !path.EndsWith("/Act/Refresh/SalvagedAnswer.cs", StringComparison.Ordinal)
            && !path.EndsWith("/Act/Repairs.cs", StringComparison.Ordinal)
            && !path.EndsWith("/Act/Oidc/RegistrationText.cs", StringComparison.Ordinal));

    /// <summary>Windows would look beside the program first, which may lie in a folder of downloads: https://learn.microsoft.com/dotnet/standard/native-interop/best-practices</summary>
    [Fact]
    public void Native_libraries_are_those_of_the_system()
    {
        foreach (var assembly in new[] { typeof(TrayAgent.Files.AgentPaths).Assembly, typeof(TrayAgent.Desktop.IDesktop).Assembly })
        {
            Assert.Equal(DllImportSearchPath.System32, assembly.GetCustomAttribute<DefaultDllImportSearchPathsAttribute>()?.Paths);
        }
    }

    /// <summary>A record prints all its members by itself, wherever somebody puts it into a sentence or a log.</summary>
    [Fact]
    public void What_holds_a_secret_does_not_print_it()
    {
        var holders = Assembly.Load("trayagent").GetTypes()
            .Where(type => type.GetProperties(Everyone).Any(IsSecret) || type.GetFields(Everyone).Any(IsSecret))
            .Where(type => type.GetMethod("<Clone>$") is not null || type.IsValueType)
            .ToList();
        Assert.Contains(typeof(TrayAgent.Act.Tokens.TokenFields), holders);
        var talkative = holders.Where(type =>
            type.GetMethod(nameof(ToString), Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));
        Assert.True(!talkative.Any(), $"Override ToString (rule R8): {string.Join(", ", talkative)}");
    }

    private const BindingFlags Everyone = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Not a code that people compare, nor a fingerprint or a name.</summary>
    private static bool IsSecret(PropertyInfo property) =>
        property.PropertyType == typeof(string) && SecretName().IsMatch(property.Name);

    private static bool IsSecret(FieldInfo field) => field.FieldType == typeof(string) && SecretName().IsMatch(field.Name.TrimStart('<').Split('>')[0]);

    [GeneratedRegex("(Token|Secret|Key|KeyId|Verifier|DeviceCode|^Code|State|Password)$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [Fact]
    public void Nobody_logs_the_message_of_an_exception_that_may_be_anything() => Check(
        "src/TrayAgent",
        @"catch \(Exception e\)\s*\{[^}]*e\.Message",
        "The messages of the AWS SDK contain the whole answer of the service; the kind and the place say enough (rule R8).",
        _ => true);

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        var tooLong = Repository.Sources("src").Concat(Repository.Sources("tests"))
            .Where(source => source.Text.Count(c => c == '\n') > 400)
            .Select(source => source.Path);
        Assert.True(!tooLong.Any(), $"A file holds one idea; split {string.Join(", ", tooLong)}");
    }

    [Fact]
    public void Half_of_the_files_fit_on_a_screen()
    {
        var lines = Repository.Sources("src").Select(source => source.Text.Count(c => c == '\n')).Order().ToArray();
        Assert.True(lines[lines.Length / 2] < 60, $"The median file has {lines[lines.Length / 2]} lines; it should stay under 60.");
    }

    private static void Check(string folder, string pattern, string reason, Func<string, bool> applies)
    {
        var found =
            from source in Repository.Sources(folder)
            where applies(source.Path)
            from Match match in Regex.Matches(source.Text, pattern)
            select $"{source.Path}:{source.Text[..match.Index].Count(c => c == '\n') + 1} has '{match.Value}'";
        Assert.True(!found.Any(), $"{reason}\n{string.Join('\n', found)}");
    }
}
