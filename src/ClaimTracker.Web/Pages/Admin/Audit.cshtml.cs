using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Web.Pages.Account;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Admin;

public sealed partial class AuditModel(ClaimDbContext db, Links links) : PageModel
{
    public const int PageSize = 50;

    [FromQuery]
    public string? Stream { get; set; }

    [FromQuery(Name = "actor")]
    public Guid? ActorId { get; set; }

    [FromQuery]
    public AuditKind? Kind { get; set; }

    /// <summary>The last entry of the page before.</summary>
    [FromQuery]
    public string? After { get; set; }

    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>What the tokens are called that entries were made by.</summary>
    public IReadOnlyDictionary<Guid, string> Tokens { get; private set; } = new Dictionary<Guid, string>();

    public IEnumerable<KeyValuePair<Guid, string>> People => Names.OrderBy(n => n.Value, StringComparer.InvariantCultureIgnoreCase);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var entries = db.AuditEntries.AsNoTracking();
        if (!string.IsNullOrEmpty(Stream))
        {
            var stream = ClaimReference().Match(Stream) is { Success: true } claim ? $"claim:{claim.Groups["number"].Value}" : Stream;
            entries = entries.Where(e => e.Stream == stream);
        }

        if (ActorId is { } actor)
        {
            entries = entries.Where(e => e.ActorId == actor);
        }

        if (Kind is { } kind)
        {
            entries = entries.Where(e => e.Kind == kind);
        }

        if (After is not null)
        {
            if (!TryReadCursor(After, out var at, out var id))
            {
                return BadRequest();
            }

            entries = entries.Where(e => e.At < at || (e.At == at && e.Id.CompareTo(id) < 0));
        }

        var found = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(ct);
        Rows = [.. found.Take(PageSize).Select(RowOf)];
        Next = found.Count > PageSize ? CursorOf(found[PageSize - 1]) : null;
        Names = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        var used = Rows.Select(r => r.TokenId).OfType<Guid>().ToHashSet();
        Tokens = await db.ApiTokens.AsNoTracking().Where(t => used.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Name, ct);
        return Page();
    }

    public string Address(string? after) => links.Admin.Audit(("stream", Stream), ("actor", ActorId?.ToString()), ("kind", Kind?.ToString()), ("after", after));

    /// <summary>Who did it, and by which token.</summary>
    public string WhoOf(AuditRow row)
    {
        var who = row.ActorId is { } id ? Names.GetValueOrDefault(id, id.ToString()) : AdminText.TheProgram;
        return row.TokenId is { } token ? TokenWords.By(who, Tokens.GetValueOrDefault(token)) : who;
    }

    private static AuditRow RowOf(AuditEntry entry)
    {
        var values = entry.ReadValues();
        return new AuditRow(
            entry.At, entry.ActorId, AuditEntry.TokenOf(values), entry.Action, entry.Kind, entry.Stream,
            [.. values.Where(v => v is not { Record: AuditValue.EntryRecord, Property: AuditValue.Token })]);
    }

    /// <summary>CT-50, as people write it.</summary>
    [GeneratedRegex("^CT-?(?<number>[0-9]{1,9})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex ClaimReference();

    private static string CursorOf(AuditEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.At.Ticks}.{entry.Id}");

    private static bool TryReadCursor(string cursor, out DateTime at, out Guid id)
    {
        (at, id) = (default, Guid.Empty);
        var parts = cursor.Split('.');
        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTime.MaxValue.Ticks
            || !Guid.TryParse(parts[1], out id))
        {
            return false;
        }

        at = new DateTime(ticks, DateTimeKind.Utc);
        return true;
    }

    public sealed record AuditRow(DateTime At, Guid? ActorId, Guid? TokenId, string Action, AuditKind Kind, string Stream, IReadOnlyList<AuditValue> Values);
}
