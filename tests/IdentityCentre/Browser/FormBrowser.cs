using System.Net;
using System.Text.RegularExpressions;

namespace TrayAgent.Loopback.Browser;

/// <summary>A browser without a screen: keeps cookies, opens a sign-in page and presses one of its buttons.</summary>
public sealed partial class FormBrowser : IDisposable
{
    private readonly HttpClientHandler _handler = new() { CookieContainer = new CookieContainer() };
    private readonly HttpClient _http;

    public FormBrowser() => _http = new HttpClient(_handler);

    public Task<string> ApproveAsync(Uri page, CancellationToken cancellationToken) =>
        PressAsync(page, "approve", cancellationToken);

    public Task<string> DenyAsync(Uri page, CancellationToken cancellationToken) =>
        PressAsync(page, "deny", cancellationToken);

    public async Task<string> OpenAsync(Uri page, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(page, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    private async Task<string> PressAsync(Uri page, string decision, CancellationToken cancellationToken)
    {
        var html = await OpenAsync(page, cancellationToken);
        var form = FormElement().Match(html);
        if (!form.Success)
        {
            throw new InvalidOperationException($"The page '{page.AbsolutePath}' asks no question.");
        }

        var fields = Field().Matches(html).ToDictionary(
            field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));
        fields["decision"] = decision;
        using var content = new FormUrlEncodedContent(fields);
        var action = new Uri(page, form.Groups["action"].Value);
        using var response = await _http.PostAsync(action, content, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    [GeneratedRegex("""<form method="post" action="(?<action>[^"]*)">""")]
    private static partial Regex FormElement();

    [GeneratedRegex("""<input type="(?:hidden|text)"[^>]* name="(?<name>[^"]*)" value="(?<value>[^"]*)"[ >]""")]
    private static partial Regex Field();
}
