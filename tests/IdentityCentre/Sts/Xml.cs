using System.Security;
using TrayAgent.Loopback.Http;

namespace TrayAgent.Loopback.Sts;

internal static class Xml
{
    public static Reply Result(string action, string result) => Reply.Xml($"""
        <{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <{action}Result>{result}</{action}Result>
          <ResponseMetadata><RequestId>{Guid.NewGuid()}</RequestId></ResponseMetadata>
        </{action}Response>
        """);

    public static string Escape(string text) => SecurityElement.Escape(text);
}
