using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Online;

/// <summary>What <c>trayagent doctor --online</c> asks. Never renamed, never reused: scripts depend on them.</summary>
public static class OnlineCheckNames
{
    public const string Proxy = "online.proxy";
    public const string Portal = "online.portal";
    public const string Tls = "online.tls";
    public const string Clock = "online.clock";
    public const string Token = "online.token";
    public const string Role = "online.role";
    public const string Identity = "online.identity";
    public const string Region = "online.region";
    public const string Models = "online.models";
    public const string Form = "online.form";
    public const string Access = "online.access";
    public const string Call = "online.call";

    /// <summary>In the order in which they are asked: what comes first is the cause of what comes later.</summary>
    public static ImmutableArray<string> All { get; } = [Proxy, Portal, Tls, Clock, Token, Role, Identity, Region, Models, Form, Access, Call];
}
