using System.Globalization;
using System.Text.Json;
using ClaimTracker.Core.Data;

namespace ClaimTracker.Core.History;

public enum AuditKind
{
    Change,
    Refusal,
    SignIn,
    Export,
    Import,
}

/// <summary>
/// One change, refusal, sign-in, export or import. Entries of a stream are numbered without gaps from 1 and chained:
/// <see cref="Hash"/> is SHA-256 of <see cref="Canonical"/>, which holds the hash of the entry before and, for each value, only
/// SHA-256(salt + value). Salts and values lie beside it in <see cref="Values"/>, so that erasing one keeps the chain valid.
/// </summary>
public sealed class AuditEntry
{
    public const int StreamMaxLength = 80;
    public const int ActionMaxLength = 60;

    public static readonly string NoPredecessor = new('0', 64);

    public required Guid Id { get; init; }

    public required string Stream { get; init; }

    public required long Sequence { get; init; }

    public required AuditKind Kind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Null: the program itself, or a reader.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>What was done, such as <c>claim.approve</c>.</summary>
    public required string Action { get; init; }

    /// <summary>JSON list of <see cref="AuditValue"/>.</summary>
    public required string Values { get; set; }

    /// <summary>The hashed text; never a database's own JSON type, which may reorder it.</summary>
    public required string Canonical { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    public IReadOnlyList<AuditValue> ReadValues() => JsonSerializer.Deserialize<List<AuditValue>>(Values, CoreJson.Options) ?? [];

    /// <summary>The token it was done by, among the entry's values; null: by the person, the program or a reader.</summary>
    public static Guid? TokenOf(IEnumerable<AuditValue> values) =>
        values.FirstOrDefault(v => v is { Record: AuditValue.EntryRecord, Property: AuditValue.Token })?.New is { } id ? Guid.Parse(id, CultureInfo.InvariantCulture) : null;
}

/// <summary>
/// One property of one record, before and after. A text in several languages has one value per language
/// (<c>Statement.ar</c>). Erased values keep their hash in the entry's canonical text.
/// </summary>
public sealed record AuditValue(string Record, string Id, string Property)
{
    /// <summary>Record name of values that say something about the entry itself, such as the reason given.</summary>
    public const string EntryRecord = "entry";

    public const string Reason = "reason";

    /// <summary>The id of the token it was done by.</summary>
    public const string Token = "token";

    public string? Old { get; init; }

    public string? OldSalt { get; init; }

    public string? New { get; init; }

    public string? NewSalt { get; init; }

    public bool IsErased { get; init; }
}
