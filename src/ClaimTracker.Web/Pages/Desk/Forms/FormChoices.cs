using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Forms;

/// <summary>What the fields of the desk's forms offer to choose from, read once for the page and its partials.</summary>
public sealed record FormChoices
{
    /// <summary>Names offered while typing; whatever is typed is looked up among all.</summary>
    private const int MaxNames = 800;

    private const string Key = "FormChoices";

    public IReadOnlyList<SelectListItem> Units { get; init; } = [];

    public IReadOnlyList<SelectListItem> Measures { get; init; } = [];

    public IReadOnlyList<SelectListItem> Topics { get; init; } = [];

    public IReadOnlyList<string> PartyNames { get; init; } = [];

    public IReadOnlyList<string> OutletNames { get; init; } = [];

    public IReadOnlyList<(string Address, string Title)> SourceNames { get; init; } = [];

    /// <summary>Names of records that were taken from an offer.</summary>
    public IReadOnlyDictionary<Guid, string> Taken { get; init; } = new Dictionary<Guid, string>();

    public IReadOnlyDictionary<string, IReadOnlyList<Offer>> Offers { get; init; } = new Dictionary<string, IReadOnlyList<Offer>>();

    public static IReadOnlyList<SelectListItem> Of<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new SelectListItem(ReviewWords.Of(v), v.ToString()))];

    public static IReadOnlyList<SelectListItem> Terms(string list) =>
        [.. Glossary.Terms(list).Select(t => new SelectListItem(t.Label.In(Cultures.Current), t.Code))];

    /// <summary>A long list by its labels' order; the languages of the site first.</summary>
    private static IReadOnlyList<SelectListItem> SortedTerms(string list) =>
        [.. Terms(list).OrderBy(t => t.Value is Cultures.Arabic or Cultures.English ? 0 : 1).ThenBy(t => TextFold.SortKey(t.Text), StringComparer.Ordinal)];

    public static IReadOnlyList<SelectListItem> Countries => SortedTerms(Glossary.Countries);

    public static IReadOnlyList<SelectListItem> Languages => SortedTerms(Glossary.Languages);

    public static FormChoices Of(ViewDataDictionary viewData) => viewData[Key] as FormChoices ?? new FormChoices();

    /// <summary>What was looked for is not here, so that describing it is the next thing to do.</summary>
    public static bool IsAskedFor(ViewDataDictionary viewData, string find) =>
        viewData.ModelState.TryGetValue(viewData.TemplateInfo.GetFullHtmlFieldName(find), out var entry) && entry.Errors.Count > 0;

    /// <summary>The view data of a page for one row of a list.</summary>
    public static ViewDataDictionary ForRow(ViewDataDictionary viewData, string row)
    {
        var data = new ViewDataDictionary(viewData);
        data.TemplateInfo.HtmlFieldPrefix = row;
        return data;
    }

    public void ShowIn(ViewDataDictionary viewData) => viewData[Key] = this;

    public static async Task<FormChoices> ReadAsync(ClaimDbContext db, RecordFinder finder, IEnumerable<RecordPick> picks, CancellationToken ct)
    {
        var sort = FoldedColumns.SortFor(Cultures.Current);
        var taken = picks.Select(p => p.Taken).OfType<Guid>().Distinct().ToList();
        var parties = await db.Parties.AsNoTracking().OrderBy(p => EF.Property<string>(p, sort)).Take(MaxNames).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        var outlets = await db.Outlets.AsNoTracking().OrderBy(o => EF.Property<string>(o, sort)).Take(MaxNames).Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        var sources = await db.Sources.AsNoTracking().OrderByDescending(s => s.Id).Take(MaxNames / 2).Select(s => new { s.Id, s.Address, s.Title }).ToListAsync(ct);
        var names = new Dictionary<Guid, string>();
        if (taken.Count > 0)
        {
            foreach (var party in await db.Parties.AsNoTracking().Where(p => taken.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct))
            {
                names[party.Id] = party.Name.In(Cultures.Current);
            }

            foreach (var outlet in await db.Outlets.AsNoTracking().Where(o => taken.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToListAsync(ct))
            {
                names[outlet.Id] = outlet.Name.In(Cultures.Current);
            }

            foreach (var source in await db.Sources.AsNoTracking().Where(s => taken.Contains(s.Id)).Select(s => new { s.Id, s.Title, s.Address }).ToListAsync(ct))
            {
                names[source.Id] = Desk.SourceNames.Of(source.Title, source.Address);
            }
        }

        return new FormChoices
        {
            Units = Items(await db.Units.AsNoTracking().Select(u => new Named(u.Id, u.Label)).ToListAsync(ct)),
            Measures = Items(await db.Measures.AsNoTracking().Select(m => new Named(m.Id, m.Label)).ToListAsync(ct)),
            Topics = Items(await db.Topics.AsNoTracking().Select(t => new Named(t.Id, t.Name)).ToListAsync(ct)),
            PartyNames = [.. parties.SelectMany(p => p.Name.Select(n => n.Value)).Distinct()],
            OutletNames = [.. outlets.SelectMany(o => o.Name.Select(n => n.Value)).Distinct()],
            SourceNames = [.. sources.Where(s => s.Address is not null).Select(s => (s.Address ?? "", s.Title.In(Cultures.Current)))],
            Taken = names,
            Offers = finder.Offers,
        };
    }

    private static List<SelectListItem> Items(IEnumerable<Named> records) =>
        [.. records.Select(r => new SelectListItem(r.Name.In(Cultures.Current), r.Id.ToString())).OrderBy(i => TextFold.SortKey(i.Text), StringComparer.Ordinal)];

    private sealed record Named(Guid Id, LocalizedText Name);
}
