using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TrayAgent.Act.Doctor;
using TrayAgent.Core.Facts.Online;

namespace TrayAgent.Tests.Act.Doctor;

/// <summary>A certificate that nobody trusts is named as such, not as a dead network.</summary>
public sealed class HostQuestionTests
{
    [Fact]
    public async Task A_certificate_that_is_not_trusted()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener);
        var answer = await AskAsync($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        await serving;
        Assert.Equal(HostReach.Untrusted, answer.Reach);
        Assert.Equal(
            new OnlineAnswer(
                OnlineCheckNames.Tls, OnlineResult.Untrusted, "127.0.0.1", "The certificate that '127.0.0.1' shows is not trusted on this machine."),
            HostWords.Tls(answer));
        Assert.Equal(OnlineResult.Skipped, HostWords.Of(OnlineCheckNames.Portal, "The portal", answer).Result);
    }

    [Fact]
    public async Task Nobody_there() => Assert.Equal(HostReach.Unreachable, (await AskAsync("https://127.0.0.1:9/")).Reach);

    [Fact]
    public async Task A_name_that_does_not_exist() => Assert.Equal(HostReach.Unreachable, (await AskAsync("https://portal.sso.invalid/")).Reach);

    [Theory]
    [InlineData(0, "Fine", "The clock agrees with AWS to within 1 s.")]
    [InlineData(300, "Fine", "The clock agrees with AWS to within 301 s.")]
    [InlineData(301, "Mismatch", "The clock is 5 min slow.")]
    [InlineData(-301, "Mismatch", "The clock is 5 min fast.")]
    public void The_clock_may_be_off_by_five_minutes(int seconds, string result, string text)
    {
        var answer = HostWords.Clock(TimeSpan.FromSeconds(seconds));
        Assert.Equal((result, text), (answer.Result.ToString(), answer.Text));
    }

    private static Task<HostAnswer> AskAsync(string address) =>
        new HostQuestion(TimeProvider.System).AskAsync(new Uri(address), TestContext.Current.CancellationToken);

    private static async Task ServeAsync(TcpListener listener)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var tls = new SslStream(client.GetStream());
        try
        {
            await tls.AuthenticateAsServerAsync(certificate);
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            // The client refuses.
        }
    }
}
