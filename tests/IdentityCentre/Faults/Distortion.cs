using System.Text.Json.Nodes;
using TrayAgent.Loopback.Http;

namespace TrayAgent.Loopback.Faults;

/// <summary>Changes the body of a good answer.</summary>
internal static class Distortion
{
    private const int Padding = 10 * 1024 * 1024;

    public static Reply Apply(Fault fault, Reply reply) => fault.Kind switch
    {
        FaultKind.HugeBody => Edit(reply, json => json.Insert(0, "padding", new string('x', Padding))),
        FaultKind.NotJson => reply with
        {
            ContentType = "text/html",
            Body = "<!doctype html><title>Welcome</title><p>Accept the terms of this network to go on.</p>",
        },
        FaultKind.WrongTypes => Edit(reply, WrongTypes),
        FaultKind.MissingRefreshToken => Edit(reply, json => json.Remove("refreshToken")),
        FaultKind.ExpiresIn => Edit(reply, json => json["expiresIn"] = fault.Number),
        _ => reply,
    };

    private static Reply Edit(Reply reply, Action<JsonObject> edit)
    {
        if (reply.Status != 200 || reply.ContentType != "application/json" || reply.Body.Length == 0)
        {
            return reply;
        }

        var json = JsonNode.Parse(reply.Body)!.AsObject();
        edit(json);
        return reply with { Body = json.ToJsonString() };
    }

    private static void WrongTypes(JsonObject json)
    {
        foreach (var name in json.Select(field => field.Key).ToArray())
        {
            json[name] = json[name] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String
                ? new JsonArray(1, 2)
                : "soon";
        }
    }
}
