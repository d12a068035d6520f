namespace TrayAgent.Core.Edit;

/// <summary>One change of the AWS config: a closed set.</summary>
public abstract record ConfigChange
{
    private ConfigChange(string section, string key) => (Section, Key) = (section, key);

    /// <summary>What stands between the brackets: <c>default</c>, <c>profile work</c>, <c>sso-session corp</c>.</summary>
    public string Section { get; }

    public string Key { get; }

    /// <summary>A section that does not exist is added at the end of the file, with its keys in the order of the changes.</summary>
    public sealed record Put(string Section, string Key, string Value) : ConfigChange(Section, Key);

    /// <summary>A <see cref="Put"/> right behind it, of a key that the section has not, takes the line of the removed key.</summary>
    public sealed record Remove(string Section, string Key) : ConfigChange(Section, Key);
}
