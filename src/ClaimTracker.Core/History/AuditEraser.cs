using System.Data;
using System.Globalization;
using System.Text.Json;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.History;

/// <summary>
/// Erases a value from the trail for good: value and salt go, the hash in the canonical text stays, so every chain stays valid.
/// What was erased, by whom and why is an entry of its own.
/// </summary>
public sealed class AuditEraser(ClaimDbContext db)
{
    public const string Action = "audit.erase";

    /// <summary>Entry value that names an erased one.</summary>
    internal const string GrantProperty = "erased";

    /// <summary>Erases what a property of a record held, in every entry of the stream, or in one.</summary>
    /// <param name="property">The path as the trail writes it, such as <c>Statement.ar</c>.</param>
    public async Task<Outcome> EraseAsync(
        string stream, string record, string id, string property, string? reason, Actor actor, CancellationToken ct, long? sequence = null)
    {
        if (!Permissions.CanRemove(actor))
        {
            return await Refusals.NotPermittedAsync(db, stream, actor, Action, RefusalReason.EditorsAndAdminsOnly, ct);
        }

        if (TextRules.Clean(reason) is not { } why)
        {
            return new Outcome.Invalid("Reason", FaultCode.Required);
        }

        return await Retry.RunAsync<Outcome>(db, async () =>
        {
            // Two people may erase values of one entry: whoever read before the other saved starts over.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            var grants = new List<AuditValue>();
            var entries = db.AuditEntries.Where(e => e.Stream == stream && e.Values.Contains(id) && (sequence == null || e.Sequence == sequence));
            foreach (var entry in await entries.ToListAsync(ct))
            {
                var values = entry.ReadValues();
                var chosen = values.Where(v => v.Record == record && v.Id == id && v.Property == property && !v.IsErased).ToList();
                if (chosen.Count > 0)
                {
                    entry.Values = JsonSerializer.Serialize(values.Select(v => chosen.Contains(v) ? Erased(v) : v), CoreJson.Options);
                    grants.AddRange(chosen.Select(v => AuditRecorder.EntryValue(GrantProperty, GrantOf(entry.Sequence, v))));
                }
            }

            if (grants.Count == 0)
            {
                return new Outcome.NotFound();
            }

            await db.SaveWithEventAsync(stream, new ChangeContext(actor, Action, why), grants, ct);
            await transaction.CommitAsync(ct);
            return new Outcome.Done();
        }, ct);
    }

    /// <summary>How the erasing entry names an erased value.</summary>
    internal static string GrantOf(long sequence, AuditValue value) =>
        string.Create(CultureInfo.InvariantCulture, $"{sequence}|{value.Record}|{value.Id}|{value.Property}");

    private static AuditValue Erased(AuditValue value) => new(value.Record, value.Id, value.Property) { IsErased = true };
}
