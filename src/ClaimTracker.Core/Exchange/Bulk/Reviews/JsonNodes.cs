using System.Text.Json;

namespace ClaimTracker.Core.Exchange.Bulk.Reviews;

/// <summary>What a document describes in one place and names by its id in others, as graphs of pages do with authors and publishers.</summary>
internal sealed class JsonNodes(JsonElement document)
{
    private const string Id = "@id";

    /// <summary>An id, and perhaps a type.</summary>
    private const int MembersOfAReference = 2;

    private readonly Lazy<Dictionary<string, JsonElement>> described = new(() =>
    {
        var nodes = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        Gather(document, nodes);
        return nodes;
    });

    /// <summary>The thing itself where only its id stands; anything else as it is.</summary>
    public JsonElement Of(JsonElement value) =>
        IdOf(value) is { } id && value.EnumerateObject().Count() <= MembersOfAReference && described.Value.TryGetValue(id, out var node) ? node : value;

    private static void Gather(JsonElement element, Dictionary<string, JsonElement> nodes)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Gather(item, nodes);
                }

                break;
            case JsonValueKind.Object:
                if (IdOf(element) is { } id && element.EnumerateObject().Count() > MembersOfAReference)
                {
                    nodes.TryAdd(id, element);
                }

                foreach (var member in element.EnumerateObject())
                {
                    Gather(member.Value, nodes);
                }

                break;
        }
    }

    private static string? IdOf(JsonElement element) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(Id, out var id) && id.ValueKind is JsonValueKind.String ? id.GetString() : null;
}
