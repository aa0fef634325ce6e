using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Claims;

/// <summary>
/// Anchors quotes of appearances in our copies of their sources. Where we have a copy, prefix, suffix and positions come from it and
/// never from a form; a quote that is not there stays without, as one from the live page may.
/// </summary>
internal sealed class AppearanceAnchors(ClaimDbContext db, RecordMaker maker)
{
    private readonly Dictionary<Guid, Copy?> copies = [];

    public async Task ApplyAsync(AppearanceRow row, Appearance record, string path, CancellationToken ct)
    {
        var before = record.Quote;
        record.Quote = TextRules.Clean(row.Quote);
        var isSameQuote = before is not null && before == record.Quote;
        var copy = record.Quote is null ? null : await CopyOfAsync(record.SourceId, ct);
        if (copy is null)
        {
            KeepAsGiven(row, record, isSameQuote);
            if (row.IsFromCopy)
            {
                maker.AddFault($"{path}.{nameof(AppearanceRow.Quote)}", FaultCode.NotInOurCopy);
            }

            return;
        }

        var sought = new TextAnchor
        {
            Exact = record.Quote ?? "",
            Prefix = row.Prefix ?? "",
            Suffix = row.Suffix ?? "",
            Start = row.Start,
            End = row.End,
            ParagraphFrom = row.ParagraphFrom,
            ParagraphTo = row.ParagraphTo,
        };
        var place = copy.Finder.Find(sought);
        if (place.Range is { } range && (place.IsSure || (row.IsFromCopy && place.State is AnchorState.WrittenOtherwise)) && copy.Finder.AnchorOf(range) is { } anchor)
        {
            Write(anchor, record, copy, row.IsFromCopy);
            return;
        }

        if (row.IsFromCopy)
        {
            maker.AddFault($"{path}.{nameof(AppearanceRow.Quote)}", place is { State: AnchorState.Ambiguous, Fits: > 1 } ? FaultCode.SeveralTimesInOurCopy : FaultCode.NotInOurCopy);
        }
        else if (!isSameQuote)
        {
            // An anchor of the same quote in an earlier text stays: it says where the words stood.
            (record.Prefix, record.Suffix, record.Start, record.End, record.TextSha256) = (null, null, null, null, null);
        }
    }

    private static void Write(TextAnchor anchor, Appearance record, Copy copy, bool isFromCopy)
    {
        // What was taken from the copy reads as the copy does, whatever a browser made of its spaces.
        record.Quote = isFromCopy ? TextRules.Clean(anchor.Exact) : record.Quote;
        (record.Prefix, record.Suffix) = (NullIfEmpty(anchor.Prefix), NullIfEmpty(anchor.Suffix));
        (record.Start, record.End) = (anchor.Start, anchor.End);
        record.TextSha256 = copy.Sha256;
        if (record.ParagraphFrom is null && anchor is { Start: { } start, End: { } end } && copy.Finder.ParagraphsOf(new CodePointRange(start, end)) is { } paragraphs)
        {
            record.ParagraphFrom = paragraphs.From;
            record.ParagraphTo = paragraphs.To == paragraphs.From ? null : paragraphs.To;
        }
    }

    private static void KeepAsGiven(AppearanceRow row, Appearance record, bool isSameQuote)
    {
        record.TextSha256 = isSameQuote && (row.Start, row.End) == (record.Start, record.End) ? record.TextSha256 : null;

        // Prefix and suffix anchor the quote as it stands in the text: their outer spaces count.
        (record.Prefix, record.Suffix) = (NullIfEmpty(row.Prefix), NullIfEmpty(row.Suffix));
        (record.Start, record.End) = (row.Start, row.End);
    }

    private async Task<Copy?> CopyOfAsync(Guid sourceId, CancellationToken ct)
    {
        if (!copies.TryGetValue(sourceId, out var copy))
        {
            var current = maker.SourcesWithoutCopy?.Contains(sourceId) is true ? null : await CurrentText.OfAsync(db, sourceId, ct);
            copy = current is not null && await current.ReadAsync(db, ct) is { } text ? new Copy(current.Sha256, new AnchorFinder(text)) : null;
            copies.Add(sourceId, copy);
        }

        return copy;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text.ReplaceLineEndings("\n");

    private sealed record Copy(string Sha256, AnchorFinder Finder);
}
