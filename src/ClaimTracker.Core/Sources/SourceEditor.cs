using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Sources;

/// <summary>Applies a form's values to a tracked source and its rows.</summary>
internal sealed class SourceEditor(ClaimDbContext db, Source source, StaleMerge merge, RecordMaker maker)
{
    public async Task ApplyAsync(SourceEdit edit, CancellationToken ct)
    {
        source.Kind = edit.Kind.Or(source.Kind);
        source.Title = edit.Title?.Apply(source.Title) ?? source.Title;
        source.TitleSource = edit.TitleSource.Or(source.TitleSource);
        source.Language = edit.Language.TryGet(out var language) ? TextRules.Clean(language) : source.Language;
        source.Author = edit.Author.TryGet(out var author) ? TextRules.Clean(author) : source.Author;
        source.PublishedOn = edit.PublishedOn.Or(source.PublishedOn);
        source.AccessedOn = edit.AccessedOn.Or(source.AccessedOn);
        source.Level = edit.Level.Or(source.Level);
        source.Says = edit.Says?.Apply(source.Says) ?? source.Says;
        source.IsPartial = edit.IsPartial.Or(source.IsPartial);
        source.InterestNote = edit.InterestNote?.Apply(source.InterestNote) ?? source.InterestNote;
        source.MachineTranslated = edit.MachineTranslated.Or(source.MachineTranslated);
        source.TranslationNote = edit.TranslationNote?.Apply(source.TranslationNote) ?? source.TranslationNote;
        await AddressAsync(edit, ct);
        await ArchiveLinksAsync(edit, ct);
        if (edit.Outlet.TryGet(out var outlet))
        {
            source.OutletId = outlet is null ? null : await maker.OutletAsync(outlet, nameof(SourceEdit.Outlet), ct);
        }

        if (edit.Origin.TryGet(out var origin))
        {
            source.OriginPartyId = origin is null ? null : await maker.PartyAsync(origin, nameof(SourceEdit.Origin), ct);
        }

        if (edit.OriginalId.TryGet(out var original))
        {
            source.OriginalId = original;
            await JudgeOriginalAsync(original, ct);
        }

        if (edit.Relays is not null)
        {
            var parties = await maker.PartiesAsync(edit.Relays, nameof(SourceEdit.Relays), ct);
            var next = source.Relays.Select(r => r.Order).DefaultIfEmpty(-1).Max() + 1;
            db.RemoveRange(source.Relays.Where(r => !parties.Contains(r.PartyId)));
            db.AddRange(parties.Except(source.Relays.Select(r => r.PartyId)).ToList()
                .Select((p, i) => new SourceRelay { Id = Guid.CreateVersion7(), SourceId = source.Id, PartyId = p, Order = next + i }));
        }

        if (edit.Credits is not null)
        {
            var parties = await maker.PartiesAsync(edit.Credits, nameof(SourceEdit.Credits), ct);
            var next = source.Credits.Select(c => c.Order).DefaultIfEmpty(-1).Max() + 1;
            db.RemoveRange(source.Credits.Where(c => !parties.Contains(c.PartyId)));
            db.AddRange(parties.Except(source.Credits.Select(c => c.PartyId)).ToList()
                .Select((p, i) => new SourceCredit { Id = Guid.CreateVersion7(), SourceId = source.Id, PartyId = p, Order = next + i }));
        }

        await ErrorsAsync(edit.Errors, ct);
    }

    private async Task AddressAsync(SourceEdit edit, CancellationToken ct)
    {
        if (edit.Address.TryGet(out var address))
        {
            source.Address = TextRules.Clean(address);
            source.AddressKey = await maker.AddressKeyAsync(source.Address, source.Id, nameof(SourceEdit.Address), ct);
            if (source.Address is not null)
            {
                source.NoAddressReason = LocalizedText.Empty;
            }
        }

        source.NoAddressReason = edit.NoAddressReason?.Apply(source.NoAddressReason) ?? source.NoAddressReason;
        if (source.Address is null && source.NoAddressReason.IsEmpty)
        {
            maker.AddFault(nameof(SourceEdit.NoAddressReason), FaultCode.Required);
        }
        else if (source.Address is not null && !source.NoAddressReason.IsEmpty)
        {
            maker.AddFault(nameof(SourceEdit.NoAddressReason), FaultCode.Contradictory);
        }
    }

    private async Task ArchiveLinksAsync(SourceEdit edit, CancellationToken ct)
    {
        if (!edit.ArchiveLinks.TryGet(out var links))
        {
            return;
        }

        // What redirects led to is the same article.
        var pages = await db.Captures.Where(c => c.SourceId == source.Id && c.FinalAddress != null).Select(c => c.FinalAddress).Distinct().ToListAsync(ct);
        for (var i = 0; i < links.Count; i++)
        {
            // What stood here before, such as an import's, is not judged anew.
            if (source.ArchiveLinks.All(l => l.Address != links[i].Address) && ArchiveAddress.IsOfAnotherPage(links[i].Address, pages.Append(source.Address)))
            {
                maker.AddFault($"{nameof(SourceEdit.ArchiveLinks)}[{i}].Address", FaultCode.CopyOfAnotherPage);
            }
        }

        source.ArchiveLinks = [.. links.Select(ArchiveAddress.Dated)];
    }

    private async Task JudgeOriginalAsync(Guid? original, CancellationToken ct)
    {
        await maker.RequireAsync<Source>(original, nameof(SourceEdit.OriginalId), ct);
        var seen = new HashSet<Guid>();
        for (var above = original; above is { } id; above = await db.Sources.Where(s => s.Id == id).Select(s => s.OriginalId).SingleOrDefaultAsync(ct))
        {
            if (id == source.Id)
            {
                maker.AddFault(nameof(SourceEdit.OriginalId), FaultCode.RefersToItself);
            }

            if (!seen.Add(id))
            {
                return;
            }
        }
    }

    private async Task ErrorsAsync(IReadOnlyList<ArticleErrorRow> rows, CancellationToken ct)
    {
        var errors = db.ArticleErrors.Local.Where(e => e.SourceId == source.Id).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, path) = (rows[i], $"{nameof(SourceEdit.Errors)}[{i}]");
            var tracked = errors.Find(e => e.Id == row.Id);
            var error = tracked ?? (row.Id is { } gone ? merge.Gone<ArticleError>(gone) : null);
            if (row.Remove)
            {
                db.RemoveRange(tracked is null ? [] : [tracked]);
                continue;
            }

            if (row.Id is not null && error is null)
            {
                maker.AddFault($"{path}.Id", FaultCode.UnknownRecord);
                continue;
            }

            if (error is null)
            {
                error = new ArticleError { Id = Guid.CreateVersion7(), SourceId = source.Id, Kind = row.Kind, Order = errors.Select(e => e.Order).DefaultIfEmpty(-1).Max() + 1 };
                errors.Add(error);
                db.Add(error);
            }

            error.Kind = row.Kind;
            error.PlaceAt(row.Paragraphs);
            error.Published = row.Published?.Apply(error.Published) ?? error.Published;
            error.Intended = row.Intended?.Apply(error.Intended) ?? error.Intended;
            error.Basis = row.Basis;
            error.Harm = row.Harm;
            error.Order = row.Order ?? error.Order;
            await ErrorClaimsAsync(error, row.Claims, path, ct);
        }
    }

    private async Task ErrorClaimsAsync(ArticleError error, IReadOnlyList<int> numbers, string path, CancellationToken ct)
    {
        if (merge.IsGone(error))
        {
            if (!merge.AllGone<ArticleErrorClaim>().Where(c => c.ArticleErrorId == error.Id).Select(c => c.ClaimNumber).ToHashSet().SetEquals(numbers))
            {
                merge.MarkChanged(error, nameof(ArticleError.Claims));
            }

            return;
        }

        db.RemoveRange(error.Claims.Where(c => !numbers.Contains(c.ClaimNumber)));
        var next = error.Claims.Select(c => c.Order).DefaultIfEmpty(-1).Max() + 1;
        foreach (var number in numbers.Distinct().Except(error.Claims.Select(c => c.ClaimNumber)).ToList())
        {
            await maker.RequireClaimAsync(number, $"{path}.{nameof(ArticleErrorRow.Claims)}", ct);
            db.Add(new ArticleErrorClaim { Id = Guid.CreateVersion7(), SourceId = source.Id, ArticleErrorId = error.Id, ClaimNumber = number, Order = next++ });
        }
    }
}
