using TrayAgent.Core.Facts.Aws.Ini;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>The keys of one profile from both files; those of the credentials file win.</summary>
internal sealed class ProfileKeys(string name, string file, int line, IniSection? config)
{
    private IniSection? _credentials;

    private string? _credentialsFile;

    public string Name => name;

    public string File => file;

    public int Line => line;

    /// <summary>The AWS CLI assumes a role for this profile by way of another profile or a credential source.</summary>
    public bool AssumesRole => Has("role_arn") && !Has("web_identity_token_file");

    public bool HasStaticKeys => StaticKeys is not null;

    /// <summary>Where its access keys stand; null without them.</summary>
    public (string File, int Line)? StaticKeys => Place("aws_access_key_id") ?? Place("aws_secret_access_key");

    /// <summary>Null when the key is absent or its value is a block.</summary>
    public string? this[string key] => Find(key) is { IsBlock: false } found ? found.Value : null;

    public bool Has(string key) => Find(key) is not null;

    public bool HasText(string key) => !string.IsNullOrEmpty(this[key]);

    public bool HasInCredentials(string key) => _credentials?[key] is not null;

    public void Add(IniSection credentials, string credentialsFile) => (_credentials, _credentialsFile) = (credentials, credentialsFile);

    private (string File, int Line)? Place(string key) =>
        _credentials?[key] is { } found ? (_credentialsFile!, found.Line)
        : config?[key] is { } other ? (file, other.Line)
        : null;

    private IniKey? Find(string key) => _credentials?[key] ?? config?[key];
}
