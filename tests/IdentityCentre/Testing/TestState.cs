using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrayAgent.Loopback.Testing;

/// <summary>What <c>GET /test/state</c> says. No secret is in it.</summary>
internal static class TestState
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Json(IdentityCentre centre) => new JsonObject
    {
        ["baseUrl"] = centre.BaseUrl,
        ["now"] = Time(centre.Clock.GetUtcNow()),
        ["refreshTokenPolicy"] = centre.Options.RefreshTokenPolicy.ToString(),
        ["refreshTokenReuses"] = centre.RefreshTokenReuses,
        ["sessionsLostByReuse"] = centre.SessionsLostByReuse,
        ["pendingUserCodes"] = new JsonArray([.. centre.PendingUserCodes.Select(code => JsonValue.Create(code))]),
        ["sessions"] = new JsonArray([.. centre.Sessions.Select(Session)]),
        ["requests"] = PerOperation(centre.Requests),
        ["faults"] = PerOperation(centre.Faults.Hits),
        ["events"] = new JsonArray([.. centre.Events.Select(Event)]),
    }.ToJsonString(Indented);

    public static string Problem(string text) => new JsonObject { ["problem"] = text }.ToJsonString(Indented);

    private static JsonObject Session(PortalSessionView session) => new()
    {
        ["number"] = session.Number,
        ["startUrl"] = session.StartUrl,
        ["userName"] = session.UserName,
        ["startedAt"] = Time(session.StartedAt),
        ["endsAt"] = Time(session.EndsAt),
        ["isLive"] = session.IsLive,
        ["endedBy"] = session.EndedBy?.ToString(),
    };

    private static JsonObject Event(CentreEvent it) => new()
    {
        ["at"] = Time(it.At),
        ["operation"] = it.Operation.ToString(),
        ["status"] = it.Status,
        ["outcome"] = it.Outcome,
        ["fault"] = it.Fault?.Kind.ToString(),
    };

    private static JsonObject PerOperation(Func<Operation, int> count) => new(Enum.GetValues<Operation>()
        .Where(operation => count(operation) > 0)
        .Select(operation => KeyValuePair.Create(operation.ToString(), (JsonNode?)JsonValue.Create(count(operation)))));

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("O");
}
