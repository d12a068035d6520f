using System.Text;
using CsCheck;
using TrayAgent.Core.Facts.Claude.Plist;

namespace TrayAgent.Core.Tests.Facts.Claude.Plist;

public sealed class PlistJsonTests
{
    private const string Header =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        """;

    /// <summary>As Python's plistlib writes it: {"env": {"AWS_PROFILE": "arbeit é", "n": 7}, "on": True, "list": ["a", 1.5, -1]}.</summary>
    private const string Binary = "YnBsaXN0MDDTAQIDBAkNU2VudlRsaXN0Um9u0gUGBwhbQVdTX1BST0ZJTEVRbmgAYQByAGIAZQBpAHQAIADpEAejCgsMUWEjP/gAAAAAAAAT//////////8JCA8TGBsgLC4/QUVHUFkAAAAAAAABAQAAAAAAAAAOAAAAAAAAAAAAAAAAAAAAWg==";

    [Theory]
    [InlineData("<dict><key>env</key><dict><key>AWS_PROFILE</key><string>a &amp; b</string></dict></dict>", """{"env":{"AWS_PROFILE":"a \u0026 b"}}""")]
    [InlineData("<dict>\n  <key>on</key> <true/>\n <key>off</key><false></false></dict>", """{"on":true,"off":false}""")]
    [InlineData("<dict><key>l</key><array><integer>7</integer><real>1.5</real><string/></array></dict>", """{"l":[7,1.5,""]}""")]
    [InlineData("<dict><key>d</key><date>2026-01-01T00:00:00Z</date><key>e</key><dict/></dict>", """{"d":null,"e":{}}""")]
    [InlineData("<dict><string>no key</string></dict>", null)]
    [InlineData("<dict><key>k</key>", null)]
    [InlineData("", null)]
    public void Xml_becomes_json(string content, string? expected) =>
        Assert.Equal(expected, Text(Encoding.UTF8.GetBytes($"{Header}<plist version=\"1.0\">{content}</plist>")));

    [Fact]
    public void Binary_becomes_json() => Assert.Equal(
        """{"env":{"AWS_PROFILE":"arbeit \u00E9","n":7},"list":["a",1.5,-1],"on":true}""", Text(Convert.FromBase64String(Binary)));

    [Fact]
    public void No_bytes_make_it_fail() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        PlistJson.Of(bytes);
        PlistJson.Of((byte[])[.. "bplist00"u8, .. bytes]);
    });

    [Fact]
    public void No_damage_makes_it_fail()
    {
        var whole = Convert.FromBase64String(Binary);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).Sample((at, value, length) =>
        {
            var damaged = whole.ToArray();
            damaged[at] = value;
            PlistJson.Of(damaged);
            PlistJson.Of(damaged.AsMemory(0, length));
        });
    }

    private static string? Text(byte[] plist) => PlistJson.Of(plist) is { } json ? Encoding.UTF8.GetString(json) : null;
}
