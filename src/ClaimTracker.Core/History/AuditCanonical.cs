using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ClaimTracker.Core.History;

/// <summary>
/// The text an entry's hash covers. JSON with its members always in this order: v, id, stream, seq, prev, kind, at, actor,
/// action, values; each value as record, id, property and SHA-256(salt + value) before and after.
/// </summary>
public static class AuditCanonical
{
    public const int FormatVersion = 1;

    /// <summary>Marks a record that was deleted.</summary>
    public const string DeletedProperty = "$deleted";

    public static string Write(
        Guid id, string stream, long sequence, string previousHash, AuditKind kind, DateTime at, Guid? actorId, string action, IEnumerable<AuditValue> values)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("v", FormatVersion);
            json.WriteString("id", AuditText.Of(id));
            json.WriteString("stream", stream);
            json.WriteNumber("seq", sequence);
            json.WriteString("prev", previousHash);
            json.WriteString("kind", kind.ToString());
            json.WriteString("at", AuditText.Of(at));
            json.WriteString("actor", actorId is { } actor ? AuditText.Of(actor) : null);
            json.WriteString("action", action);
            json.WriteStartArray("values");
            foreach (var value in values)
            {
                json.WriteStartObject();
                json.WriteString("r", value.Record);
                json.WriteString("i", value.Id);
                json.WriteString("p", value.Property);
                json.WriteString("old", HashOf(value.OldSalt, value.Old));
                json.WriteString("new", HashOf(value.NewSalt, value.New));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads the hashes back: what verification trusts, since values beside them may have been erased.</summary>
    public static AuditFacts Read(string canonical) => JsonSerializer.Deserialize<AuditFacts>(canonical, JsonSerializerOptions.Web)
        ?? throw new JsonException("An audit entry holds no facts.");

    private static string? HashOf(string? salt, string? value) => value is null || salt is null ? null : AuditText.HashOf(salt, value);
}

/// <summary>What an entry's canonical text says.</summary>
public sealed record AuditFacts(
    int V, Guid Id, string Stream, long Seq, string Prev, string Kind, string At, Guid? Actor, string Action, IReadOnlyList<AuditFact> Values);

/// <summary>Record, id, property and the hashes before and after of one value.</summary>
public sealed record AuditFact(string R, string I, string P, string? Old, string? New);
