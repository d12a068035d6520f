namespace TrayAgent.Desktop.Linux.DBus;

internal static class Signatures
{
    /// <summary>A signature as its single complete types: <c>ia{sv}av</c> is <c>i</c>, <c>a{sv}</c>, <c>av</c>.</summary>
    public static IEnumerable<string> Split(string signature)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i < signature.Length; i++)
        {
            depth += signature[i] switch { '(' or '{' => 1, ')' or '}' => -1, _ => 0 };
            if (depth == 0 && signature[i] != 'a')
            {
                yield return signature[start..(i + 1)];
                start = i + 1;
            }
        }
    }
}
