using System.Text;

namespace TrayAgent.Act.Oidc;

/// <summary>What the browser shows after the sign-in: one page without scripts, links or anything from elsewhere.</summary>
internal static class CallbackPage
{
    public static byte[] Response(CallbackAnswer answer)
    {
        var (status, text) = answer switch
        {
            CallbackAnswer.Approved => ("200 OK", "The approval has arrived. You can close this window and go back to TrayAgent."),
            CallbackAnswer.Refused => ("200 OK", "The sign-in was not approved. You can close this window."),
            CallbackAnswer.Foreign { Status: 404 } => ("404 Not Found", "There is nothing here."),
            _ => ("400 Bad Request", "This request does not belong to a sign-in that is under way."),
        };
        var page = $$"""
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark"><title>TrayAgent</title>
            <style>body{font:1.1rem system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem}</style>
            <h1>TrayAgent</h1><p>{{text}}</p></html>
            """;
        return Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {page.Length}\r\n"
            + "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
            + "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
            + $"frame-ancestors 'none'\r\nConnection: close\r\n\r\n{page}");
    }
}
