using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>A row with what becomes of it, and the records it refers to.</summary>
internal sealed class JudgedRow(BulkRow row, BulkInput input)
{
    public BulkRow Row { get; } = row;

    public BulkInput Input { get; } = input;

    public BulkFate Fate { get; set; } = input.Faults.Count > 0 ? BulkFate.Fault : BulkFate.New;

    public List<BulkFault> Faults { get; } = [.. input.Faults];

    public int? ClaimNumber { get; set; }

    /// <summary>What a row that is the same is the same as.</summary>
    public Guid? RecordId { get; set; }

    /// <summary>The source that is here already; null: to be made.</summary>
    public Guid? SourceId { get; set; }

    public List<FigureRow> Figures { get; } = [];

    /// <summary>The rating that a row of our own archive means.</summary>
    public Guid? RatingId { get; set; }

    public string? AddressKey { get; } = SourceAddress.KeyOf(input.Source?.Address);

    public void Fault(string field, FaultCode code, int? limit = null)
    {
        Faults.Add(new BulkFault(field, code, limit));
        Fate = BulkFate.Fault;
    }

    public void IsSameAs(int? claim, Guid? record)
    {
        if (Fate is BulkFate.New)
        {
            (Fate, ClaimNumber, RecordId) = (BulkFate.Same, claim, record);
        }
    }
}

/// <summary>
/// Says of rows what would become of them now, looking up a whole batch at once: once for the dry run, and once more when they are made,
/// since others work meanwhile.
/// </summary>
internal sealed partial class BulkJudge(ClaimDbContext db, BulkImport import, BulkNames names)
{
    public async Task<IReadOnlyList<JudgedRow>> JudgeAsync(IReadOnlyList<(BulkRow Row, BulkInput Input)> batch, CancellationToken ct)
    {
        var rows = batch.Select(r => new JudgedRow(r.Row, r.Input)).ToList();
        await FindMadeBeforeAsync(rows, ct);
        if (import.MakesClaims)
        {
            await FindClaimsByKeyAsync(rows, ct);
        }

        await FindSourcesAsync(rows, ct);
        if (import.Kind is BulkKind.Appearances or BulkKind.Evidence)
        {
            await FindClaimsAsync(rows, ct);
            await FindSameBearingsAsync(rows, ct);
        }

        foreach (var row in rows.Where(r => r.Fate is BulkFate.New))
        {
            JudgeNames(row);
        }

        return rows;
    }

    private void JudgeNames(JudgedRow row)
    {
        if (row.Input.Claimants.Any(c => names.Party(NameOf(c.Name)).IsAmbiguous))
        {
            row.Fault(BulkFields.Claimant, FaultCode.Ambiguous);
        }

        if (row.Input.Outlet is { } outlet && row.SourceId is null && names.Outlet(NameOf(outlet.Name)).IsAmbiguous)
        {
            row.Fault(BulkFields.OutletName, FaultCode.Ambiguous);
        }

        foreach (var topic in row.Input.TopicNames)
        {
            var (id, isAmbiguous) = names.Topic(topic);
            if (id is null)
            {
                row.Fault(BulkFields.Topics, isAmbiguous ? FaultCode.Ambiguous : FaultCode.UnknownRecord);
            }
        }

        JudgeFigures(row);
    }

    private void JudgeFigures(JudgedRow row)
    {
        foreach (var (figure, fault) in row.Input.FigureTexts.Select(names.Figure))
        {
            if (fault is { } code)
            {
                row.Fault(BulkFields.Figures, code);
            }
            else if (figure is not null)
            {
                row.Figures.Add(figure);
            }
        }

        if (row.Figures.Count > Claim.MaxFigures)
        {
            row.Fault(BulkFields.Figures, FaultCode.TooMany, Claim.MaxFigures);
        }
    }

    public static string NameOf(LocalizedText name) => name.Select(n => n.Value).FirstOrDefault() ?? "";

    /// <summary>The same values, made by another import: the file again, or one that overlaps.</summary>
    private async Task FindMadeBeforeAsync(List<JudgedRow> rows, CancellationToken ct)
    {
        var prints = rows.ConvertAll(r => r.Input.Fingerprint);
        var made = (await db.BulkRows.AsNoTracking().Where(r => r.ImportId != import.Id && (r.Fate == BulkFate.Made || r.Fate == BulkFate.Left || r.Fate == BulkFate.Signed || r.Fate == BulkFate.NotSigned) && r.Fingerprint != null && EF.Parameter(prints).Contains(r.Fingerprint))
            .Select(r => new { r.Fingerprint, r.ClaimNumber, r.RecordId }).ToListAsync(ct)).ToLookup(r => r.Fingerprint);
        foreach (var row in rows)
        {
            if (made[row.Input.Fingerprint].FirstOrDefault() is { } before)
            {
                row.IsSameAs(before.ClaimNumber, before.RecordId);
            }
        }
    }

    private async Task FindClaimsByKeyAsync(List<JudgedRow> rows, CancellationToken ct)
    {
        var keys = rows.Select(r => r.Input.Key).OfType<string>().ToList();
        if (import.DataSetId is not { } dataSet || keys.Count == 0)
        {
            return;
        }

        var found = await db.Claims.IgnoreQueryFilters().Where(c => c.DataSetId == dataSet && c.ExternalKey != null && EF.Parameter(keys).Contains(c.ExternalKey))
            .Select(c => new { c.ExternalKey, c.Number }).ToDictionaryAsync(c => c.ExternalKey ?? "", c => c.Number, ct);
        foreach (var row in rows.Where(r => r.Input.Key is not null && found.ContainsKey(r.Input.Key)))
        {
            row.IsSameAs(found[row.Input.Key ?? ""], null);
        }
    }

    private async Task FindSourcesAsync(List<JudgedRow> rows, CancellationToken ct)
    {
        var addresses = rows.Select(r => r.AddressKey).OfType<string>().Distinct().ToList();
        var keys = rows.Select(r => r.Input.SourceKey).OfType<string>().Distinct().ToList();
        var found = await db.Sources.IgnoreQueryFilters()
            .Where(s => (s.AddressKey != null && EF.Parameter(addresses).Contains(s.AddressKey)) || (import.DataSetId != null && s.DataSetId == import.DataSetId && s.ExternalKey != null && EF.Parameter(keys).Contains(s.ExternalKey)))
            .Select(s => new { s.Id, s.AddressKey, s.DataSetId, s.ExternalKey, Pending = EF.Property<Guid?>(s, PendingImports.Column) }).ToListAsync(ct);
        var byAddress = found.Where(s => s.AddressKey is not null).ToDictionary(s => s.AddressKey ?? "");
        var byKey = found.Where(s => s.DataSetId == import.DataSetId && s.ExternalKey is not null).ToDictionary(s => s.ExternalKey ?? "");
        foreach (var row in rows)
        {
            var source = (row.Input.SourceKey is { } key ? byKey.GetValueOrDefault(key) : null) ?? (row.AddressKey is { } address ? byAddress.GetValueOrDefault(address) : null);
            if (source is null)
            {
                if (row.Input is { SourceKey: not null, Source: null })
                {
                    row.Fault(BulkFields.SourceKey, FaultCode.UnknownRecord);
                }
            }
            else if (source.Pending is { } pending && pending != import.Id)
            {
                row.Fault(BulkFields.Address, FaultCode.InUnfinishedImport);
            }
            else if (import.Kind is BulkKind.Sources)
            {
                row.IsSameAs(null, source.Id);
            }
            else
            {
                row.SourceId = source.Id;
            }
        }
    }

    private async Task FindClaimsAsync(List<JudgedRow> rows, CancellationToken ct)
    {
        var references = rows.Select(r => r.Input.ClaimReference).OfType<string>().Distinct().ToList();
        var numbers = references.Select(NumberOf).OfType<int>().ToList();
        var found = await db.Claims.Where(c => EF.Parameter(numbers).Contains(c.Number) || (import.DataSetId != null && c.DataSetId == import.DataSetId && c.ExternalKey != null && EF.Parameter(references).Contains(c.ExternalKey)))
            .Select(c => new { c.Number, c.Stage, c.DataSetId, c.ExternalKey }).ToListAsync(ct);
        foreach (var row in rows.Where(r => r.Input.ClaimReference is not null))
        {
            var number = NumberOf(row.Input.ClaimReference ?? "");
            var claim = found.Find(c => c.DataSetId == import.DataSetId && c.ExternalKey == row.Input.ClaimReference) ?? found.Find(c => c.Number == number);
            row.ClaimNumber = claim?.Number;
            if (claim is null)
            {
                row.Fault(BulkFields.Claim, FaultCode.UnknownRecord);
            }
            else if (claim.Stage is Stage.Closed or Stage.InReview or Stage.Contested)
            {
                // What is being judged is not changed behind the judges' backs.
                row.Fault(BulkFields.Claim, FaultCode.ClaimNotOpen);
            }
        }
    }

    private async Task FindSameBearingsAsync(List<JudgedRow> rows, CancellationToken ct)
    {
        var numbers = rows.Select(r => r.ClaimNumber).OfType<int>().Distinct().ToList();
        var sources = rows.Select(r => r.SourceId).OfType<Guid>().Distinct().ToList();
        var appearances = import.Kind is BulkKind.Appearances
            ? await db.Appearances.IgnoreQueryFilters().Where(a => EF.Parameter(numbers).Contains(a.ClaimNumber) && EF.Parameter(sources).Contains(a.SourceId)).Select(a => new { a.Id, a.ClaimNumber, a.SourceId, a.Quote }).ToListAsync(ct)
            : [];
        var evidence = import.Kind is BulkKind.Evidence
            ? await db.Evidence.IgnoreQueryFilters().Where(e => EF.Parameter(numbers).Contains(e.ClaimNumber) && EF.Parameter(sources).Contains(e.SourceId)).Select(e => new { e.Id, e.ClaimNumber, e.SourceId, e.Stance }).ToListAsync(ct)
            : [];
        foreach (var row in rows.Where(r => r.SourceId is not null))
        {
            var same = appearances.Find(a => a.ClaimNumber == row.ClaimNumber && a.SourceId == row.SourceId && a.Quote == row.Input.Appearance?.Quote)?.Id
                ?? evidence.Find(e => e.ClaimNumber == row.ClaimNumber && e.SourceId == row.SourceId && e.Stance == row.Input.Evidence?.Stance)?.Id;
            if (same is not null)
            {
                row.IsSameAs(row.ClaimNumber, same);
            }
        }
    }

    private static int? NumberOf(string reference) =>
        ClaimNumber().Match(Digits.ToLatin(reference)) is { Success: true } match && int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(CT-?)?\s*(?<number>\d{1,9})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ClaimNumber();
}
