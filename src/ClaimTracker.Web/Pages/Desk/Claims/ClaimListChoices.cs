using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>What the filters of the list, and its bulk assignment, offer to choose from.</summary>
public sealed record ClaimListChoices
{
    public const int MaxPeople = 500;

    public required IReadOnlyList<SelectListItem> Staff { get; init; }

    public required IReadOnlyList<SelectListItem> Topics { get; init; }

    public required IReadOnlyList<SelectListItem> Claimants { get; init; }

    public required IReadOnlyList<SelectListItem> Outlets { get; init; }

    public required IReadOnlyList<SelectListItem> DataSets { get; init; }

    public static async Task<ClaimListChoices> ReadAsync(ClaimDbContext db, Actor reader, CancellationToken ct)
    {
        var sort = FoldedColumns.SortFor(Cultures.Current);
        var claimants = db.Claimants.OfListedClaims(db).Select(c => c.PartyId);
        var outlets = db.Appearances.Join(db.Sources, a => a.SourceId, s => s.Id, (_, s) => s.OutletId);
        return new ClaimListChoices
        {
            Staff = await StaffAsync(db, reader, ct),
            Topics = Items(await db.Topics.AsNoTracking().OrderBy(t => EF.Property<string>(t, sort)).Select(t => new Named(t.Id, t.Name)).ToListAsync(ct)),
            Claimants = Items(await db.Parties.AsNoTracking().Where(p => claimants.Contains(p.Id)).OrderBy(p => EF.Property<string>(p, sort))
                .Take(MaxPeople).Select(p => new Named(p.Id, p.Name)).ToListAsync(ct)),
            Outlets = Items(await db.Outlets.AsNoTracking().Where(o => outlets.Contains(o.Id)).OrderBy(o => EF.Property<string>(o, sort))
                .Take(MaxPeople).Select(o => new Named(o.Id, o.Name)).ToListAsync(ct)),
            DataSets = Items(await db.DataSets.AsNoTracking().OrderBy(d => d.Key).Select(d => new Named(d.Id, d.Name)).ToListAsync(ct)),
        };
    }

    /// <summary>The values of an enum with their words, as a list to choose from.</summary>
    public static IReadOnlyList<SelectListItem> Of<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new SelectListItem(ReviewWords.Of(v), Glossary.Code(v)))];

    /// <summary>Those who can take a claim; nobody for an observer, who sees no names.</summary>
    private static async Task<IReadOnlyList<SelectListItem>> StaffAsync(ClaimDbContext db, Actor reader, CancellationToken ct)
    {
        if (!Permissions.SeesStaffNames(reader))
        {
            return [];
        }

        var people = await db.Users.AsNoTracking().Where(u => !u.IsSuspended).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName, u.Roles }).ToListAsync(ct);
        return [.. people.Where(p => p.Roles.IncludesChecker()).Select(p => new SelectListItem(p.DisplayName, p.Id.ToString()))];
    }

    private static List<SelectListItem> Items(IEnumerable<Named> records) =>
        [.. records.Select(r => new SelectListItem(r.Name.In(Cultures.Current), r.Id.ToString()))];

    private sealed record Named(Guid Id, LocalizedText Name);
}
