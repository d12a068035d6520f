using TrayAgent.Core.Facts.Aws.Ini;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>The keys of one profile from both files; those of the credentials file win.</summary>
internal sealed class ProfileKeys(string name, string file, int line)
{
    private readonly Dictionary<string, IniKey> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fromCredentials = new(StringComparer.Ordinal);

    public string Name => name;

    public string File => file;

    public int Line => line;

    /// <summary>The AWS CLI assumes a role for this profile by way of another profile or a credential source.</summary>
    public bool AssumesRole => Has("role_arn") && !Has("web_identity_token_file");

    public bool HasStaticKeys => Has("aws_access_key_id") || Has("aws_secret_access_key");

    /// <summary>Null when the key is absent or its value is a block.</summary>
    public string? this[string key] => _keys.TryGetValue(key, out var found) && !found.IsBlock ? found.Value : null;

    public bool Has(string key) => _keys.ContainsKey(key);

    public bool HasText(string key) => !string.IsNullOrEmpty(this[key]);

    public bool HasInCredentials(string key) => _fromCredentials.Contains(key);

    public void AddConfig(IniSection section)
    {
        foreach (var key in section.Keys)
        {
            _keys[key.LookupName] = key;
        }
    }

    public void AddCredentials(IniSection section)
    {
        AddConfig(section);
        _fromCredentials.UnionWith(section.Keys.Select(key => key.LookupName));
    }
}
