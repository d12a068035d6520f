using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;
using static System.Net.WebUtility;

namespace TrayAgent.Loopback.Pages;

/// <summary>The frame of every page that a browser sees.</summary>
internal static class Layout
{
    public static Reply Page(string title, string content) => Reply.Html($$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="icon" href="data:,">
        <title>{{HtmlEncode(title)}} - AWS access portal (loopback)</title>
        <style>{{Style.Text}}</style>
        </head>
        <body>
        <header><span class="mark"></span>AWS access portal (loopback)</header>
        <main>
        <h1>{{HtmlEncode(title)}}</h1>
        {{content}}
        </main>
        <footer>A stand-in on this machine for trying things out. No AWS account is involved.</footer>
        </body>
        </html>
        """);

    /// <summary>A page that ends the way: stable id <c>done</c> or <c>problem</c>.</summary>
    public static Reply Message(string id, string title, string text) =>
        Page(title, $"""<p id="{id}" class="{id}">{HtmlEncode(text)}</p>""") with { Outcome = title };

    /// <summary>A browser without a cookie gets one, so that it is known again.</summary>
    public static Reply WithBrowser(this Reply reply, CentreRequest request, string browser) =>
        request.Browser == browser
            ? reply
            : reply.With("Set-Cookie", $"{CentreRequest.BrowserCookie}={browser}; Path=/; HttpOnly; SameSite=Lax");

    public static string BrowserOf(CentreRequest request) => request.Browser ?? Minted.Identifier("b");
}
