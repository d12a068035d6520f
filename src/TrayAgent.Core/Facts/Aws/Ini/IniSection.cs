namespace TrayAgent.Core.Facts.Aws.Ini;

/// <summary>A section of an INI file: what stands between the brackets, and its keys in the order of the file.</summary>
internal sealed class IniSection(string header, int line)
{
    /// <summary>The AWS CLI's parser hands the keys of this section to all others of the file.</summary>
    public const string DefaultHeader = "DEFAULT";

    private readonly Dictionary<string, IniKey> _keys = new(StringComparer.Ordinal);
    private int _own;

    public string Header => header;

    public int Line => line;

    public Dictionary<string, IniKey>.ValueCollection Keys => _keys.Values;

    /// <summary>Without those of <c>[DEFAULT]</c>.</summary>
    public IEnumerable<IniKey> OwnKeys => _keys.Values.Take(_own);

    /// <summary>Its own key of that name, in any case.</summary>
    public IniKey? Own(string name)
    {
        var lookupName = name.ToLowerInvariant();
        return OwnKeys.FirstOrDefault(key => key.LookupName == lookupName);
    }

    public IniKey? this[string lookupName] => _keys.GetValueOrDefault(lookupName);

    /// <summary>The last of equal names counts.</summary>
    public void Set(IniKey key)
    {
        _keys[key.LookupName] = key;
        _own = _keys.Count;
    }

    public void Inherit(IniSection defaults)
    {
        foreach (var key in defaults.Keys)
        {
            _keys.TryAdd(key.LookupName, key);
        }
    }
}
