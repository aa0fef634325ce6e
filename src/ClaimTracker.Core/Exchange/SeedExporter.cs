using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange;

/// <summary>
/// Writes a data set as it stands here in the format it came in: a data set that nobody changed gives the same files. The
/// verdict is the imported one. Rows that point to records outside the data set, which people added, are left out.
/// </summary>
public sealed class SeedExporter(ClaimDbContext db)
{
    public const string Action = "export.dataset";

    private static readonly string[] PluralCategories = ["zero", "one", "two", "twoOblique", "few", "many", "other"];
    private static readonly string[] PluralLanguages = [SeedText.English, SeedText.Arabic];

    /// <summary>The data set, or null when there is none of that key. The export is an audit entry.</summary>
    public async Task<SeedData?> ExportAsync(string key, Actor actor, CancellationToken ct)
    {
        if (await db.DataSets.AsNoTracking().SingleOrDefaultAsync(d => d.Key == key, ct) is not { } dataSet)
        {
            return null;
        }

        var data = await ReadAsync(dataSet, ct);
        await db.RecordEventAsync(dataSet.AuditStream, new ChangeContext(actor, Action) { Kind = AuditKind.Export }, ct);
        return data;
    }

    private async Task<SeedData> ReadAsync(DataSet dataSet, CancellationToken ct)
    {
        var records = await ExportRecords.ReadAsync(db, dataSet.Id, ct);
        var claims = new ExportClaims(records);
        return new SeedData(
            ToDataSet(dataSet),
            await ListsAsync(records, ct),
            [.. records.Units.Select(ToUnit)],
            // All of the data set, so each has a key.
            [.. records.Outlets.Select(o => new SeedOutlet(o.ExternalKey!, o.Name[SeedText.English], o.Name[SeedText.Arabic], o.Country, o.Kind))],
            [.. records.Topics.Select(t => new SeedTopic(t.ExternalKey!, t.Name[SeedText.English], t.Name[SeedText.Arabic]))],
            [.. records.Parties.Select(p => ToParty(p, records))],
            [.. records.Sources.Where(s => !ExportRecords.IsEvidence(s)).Select(s => ToArticle(s, records))],
            [.. records.Sources.Where(ExportRecords.IsEvidence).Select(s => ToEvidence(s, records))],
            [.. records.Claims.Select(claims.ToClaim)],
            [.. claims.Relations()],
            [.. records.ArticleErrors.Select(claims.ToArticleError)]);
    }

    private static SeedDataSet ToDataSet(DataSet dataSet) => new(
        dataSet.Key,
        dataSet.Name[SeedText.English],
        dataSet.Name[SeedText.Arabic],
        dataSet.Description[SeedText.English],
        dataSet.Description[SeedText.Arabic],
        dataSet.Licence,
        dataSet.AsOf);

    /// <summary>The program's own lists, with the measures as they stand here.</summary>
    private static async Task<JsonObject> ListsAsync(ExportRecords records, CancellationToken ct)
    {
        var lists = await SeedFiles.ReadEmbeddedListsAsync(ct);
        lists[SeedFormat.MeasuresList] = JsonSerializer.SerializeToNode(
            records.Measures.Select(m => new SeedTerm(m.Code, m.Label[SeedText.English], m.Label[SeedText.Arabic])), SeedFormat.Json);
        return lists;
    }

    private static SeedUnit ToUnit(Unit unit)
    {
        var languages = unit.Plurals.Languages.Select(k => k.Split('.')[0]).Distinct().OrderBy(l => Place(PluralLanguages, l));
        var plurals = languages.ToDictionary(l => l, l => PatternsOf(unit, l));
        return new SeedUnit(unit.Code, unit.Label[SeedText.English], unit.Label[SeedText.Arabic], plurals);
    }

    private static IReadOnlyDictionary<string, string> PatternsOf(Unit unit, string language) => PluralCategories
        .Where(c => unit.Plurals.Has($"{language}.{c}"))
        .ToDictionary(c => c, c => unit.Plurals.In($"{language}.{c}"));

    private static int Place(string[] order, string value) => Array.IndexOf(order, value) is >= 0 and var place ? place : order.Length;

    private static SeedParty ToParty(Party party, ExportRecords records) => new(
        party.ExternalKey!, // of the data set, so it has a key
        party.Kind,
        party.Name[SeedText.English],
        party.Name[SeedText.Arabic],
        [.. party.Variants.OrderBy(v => v.Order).Select(v => new SeedVariant(v.Text, v.Language, v.IsWrong))],
        party.Role[SeedText.English],
        party.Role[SeedText.Arabic],
        party.Country,
        records.PartyKey(party.MemberOfId));

    private static SeedArticle ToArticle(Source source, ExportRecords records)
    {
        var language = source.Language ?? "";
        return new SeedArticle(
            source.ExternalKey!, // of the data set, so it has a key
            source.ExternalFile,
            source.TitleSource is not TitleSource.None,
            source.Title[SeedText.Arabic],
            source.Title[SeedText.English],
            language == SeedText.Arabic ? null : source.Title[language],
            records.OutletKey(source.OutletId),
            language,
            SeedText.ToPublished(source.PublishedOn),
            records.SourceKey(source.OriginalId),
            source.MachineTranslated ?? MachineTranslated.Unknown,
            source.TranslationNote[SeedText.English],
            source.TranslationNote[SeedText.Arabic],
            [.. source.QualityNotes.Select(n => n[SeedText.English] ?? "")],
            [.. source.QualityNotes.Select(n => n[SeedText.Arabic] ?? "")],
            [.. source.Credits.OrderBy(c => c.Order).Select(c => records.PartyKey(c.PartyId)).OfType<string>()],
            source.Layout?.Paragraphs,
            source.Layout?.Furniture ?? [],
            source.Layout?.Headings ?? []);
    }

    private static SeedEvidence ToEvidence(Source source, ExportRecords records)
    {
        var language = source.Language ?? "";
        var original = records.Source(source.OriginalId);
        return new SeedEvidence(
            source.ExternalKey!, // of the data set, so it has a key
            source.ExternalReference!, // what makes it evidence
            source.Address ?? "",
            records.OutletKey(source.OutletId),
            source.Title[language],
            source.Title[SeedText.English],
            source.TitleSource,
            language,
            SeedText.ToPublished(source.PublishedOn),
            source.Says[SeedText.English],
            source.Says[SeedText.Arabic],
            source.Level,
            records.PartyKey(source.OriginPartyId),
            [.. source.Relays.OrderBy(r => r.Order).Select(r => records.PartyKey(r.PartyId)).OfType<string>()],
            source.IsPartial,
            original is not null && ExportRecords.IsEvidence(original) ? original.ExternalKey : null,
            original is not null && !ExportRecords.IsEvidence(original) ? original.ExternalKey : null);
    }
}
