using System.Globalization;
using System.Text.Json.Nodes;
using TrayAgent.Loopback.Http;

namespace TrayAgent.Loopback.Portal;

/// <summary>Cuts a list by <c>max_result</c>; the token of the next page is the number of items before it.</summary>
internal static class OnePage
{
    public static Reply Of(string listName, IEnumerable<JsonObject> items, CentreRequest request)
    {
        JsonObject[] all = [.. items];
        if (!TryRead(request.Query("max_result"), 100, out var most) || most is < 1 or > 100
            || !TryRead(request.Query("next_token"), 0, out var skipped))
        {
            return PortalError.InvalidRequest("max_result or next_token is not valid");
        }

        JsonNode[] page = [.. all.Skip(skipped).Take(most)];
        var end = skipped + page.Length;
        return Reply.Json(new JsonObject
        {
            ["nextToken"] = end < all.Length ? end.ToString(CultureInfo.InvariantCulture) : null,
            [listName] = new JsonArray(page),
        });
    }

    private static bool TryRead(string? text, int absent, out int number)
    {
        number = absent;
        return text is null || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
