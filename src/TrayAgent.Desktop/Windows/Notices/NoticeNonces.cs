using System.Security.Cryptography;
using TrayAgent.Core.Decide;

namespace TrayAgent.Desktop.Windows.Notices;

/// <summary>
/// What the clicks on our notices mean. Any program and any web page can open a link of ours, so a link says nothing but a number that
/// nobody can guess, made for one notice and good until one of its buttons was clicked or it was replaced or taken back.
/// They are kept in memory only: with the agent all of them end.
/// </summary>
internal sealed class NoticeNonces
{
    private const int Digits = 32;

    private readonly Dictionary<string, (string Key, Choice Choice)> _open = new(StringComparer.Ordinal);

    /// <param name="key">Of the notice.</param>
    /// <param name="choice">What the click means.</param>
    public string Make(string key, Choice choice)
    {
        var nonce = RandomNumberGenerator.GetHexString(Digits, lowercase: true);
        _open[nonce] = (key, choice);
        return nonce;
    }

    /// <summary>Ends all of the same notice. Null for one that was never made, or has ended.</summary>
    public (string Key, Choice Choice)? Use(string nonce)
    {
        if (!_open.TryGetValue(nonce, out var found))
        {
            return null;
        }

        End(found.Key);
        return found;
    }

    public void End(string key)
    {
        foreach (var nonce in _open.Where(pair => pair.Value.Key == key).Select(pair => pair.Key).ToList())
        {
            _open.Remove(nonce);
        }
    }
}
