namespace TrayAgent.Desktop.Tests.Windows;

public sealed class NoticeLinkTests
{
    [Theory]
    [InlineData("trayagent:notice/0123456789abcdef", "0123456789abcdef")]
    [InlineData("TrayAgent:Notice/0123456789abcdef", "0123456789abcdef")]
    [InlineData("trayagent:notice/0123456789abcdef/", "0123456789abcdef")]
    [InlineData("trayagent:notice/", null)]
    [InlineData("trayagent:notice/ABC", null)]
    [InlineData("trayagent:notice/..\\..\\x", null)]
    [InlineData("trayagent:notice/abc def", null)]
    [InlineData("trayagent:notice/abc\n", null)]
    [InlineData("trayagent:notice/abcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdef", null)]
    [InlineData("trayagent:login", null)]
    [InlineData("https://example.com/trayagent:notice/abc", null)]
    [InlineData("--help", null)]
    [InlineData("", null)]
    public void Only_a_nonce_comes_out_of_a_link(string link, string? nonce) => Assert.Equal(nonce, NoticeLink.NonceIn(link));
}
