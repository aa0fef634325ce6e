using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>Reads what the publication gate judges of a claim and one of its verdicts.</summary>
public sealed class GateReader(ClaimDbContext db)
{
    /// <summary>Languages a check is written in.</summary>
    public static readonly IReadOnlyList<string> Languages = ["ar", "en"];

    private const int MaxCopiesOfCopies = 8;

    public async Task<GateResult> CheckAsync(int claimNumber, Verdict verdict, CancellationToken ct) =>
        PublicationGate.Check(await ReadAsync(claimNumber, verdict, ct));

    public async Task<GateInput> ReadAsync(int claimNumber, Verdict verdict, CancellationToken ct)
    {
        var claim = await db.Claims.AsNoTracking().Where(c => c.Number == claimNumber)
            .Select(c => new { c.Aspect, c.Statement, Claimants = c.Claimants.Select(x => x.PartyId).ToList() }).SingleAsync(ct);
        var rating = verdict.RatingId is { } id ? await db.Ratings.AsNoTracking().SingleAsync(r => r.Id == id, ct) : null;
        var memberships = await db.Parties.AsNoTracking().Where(p => p.MemberOfId != null).Select(p => new { p.Id, Of = p.MemberOfId!.Value }).ToDictionaryAsync(p => p.Id, p => p.Of, ct); // filtered above
        var unnamed = await db.Parties.AsNoTracking().Where(p => p.Kind == PartyKind.Unnamed).Select(p => p.Id).ToListAsync(ct);
        // A response nobody asked for counts as asking only where it is the claimant's own.
        var contacts = await db.ContactAttempts.AsNoTracking()
            .Where(a => a.ClaimNumber == claimNumber && (a.ChallengeId == null || db.Claimants.Any(c => c.ClaimNumber == claimNumber && c.PartyId == a.PartyId))).ToListAsync(ct);
        return new GateInput
        {
            Aspect = claim.Aspect,
            Languages = Languages,
            Now = db.Now,
            Today = db.Today,
            Statement = claim.Statement,
            Rating = rating is null ? null : new GateRating(rating.Code, rating.Aspect, rating.IsActive),
            Headline = verdict.Headline,
            Explanation = verdict.Explanation,
            OtherSideSearch = verdict.OtherSideSearch,
            Confidence = verdict.Confidence,
            AsOf = verdict.AsOf,
            Waivers = [.. verdict.Waivers.Where(w => Enum.TryParse<GateCondition>(w.Condition, out _))
                .Select(w => new GateWaiver(Enum.Parse<GateCondition>(w.Condition), w.Reason, w.Explanation))],
            ClaimantSide = Independence.SideOf(claim.Claimants, memberships),
            UnnamedParties = unnamed.ToHashSet(),
            Appearances = await AppearancesAsync(claimNumber, ct),
            Evidence = await EvidenceAsync(claimNumber, ct),
            Contacts = contacts.ConvertAll(a => new GateContact(a.SentAt, a.Deadline, a.Outcome, a.RepliedAt, !a.Reply.IsEmpty)),
        };
    }

    private async Task<List<GateAppearance>> AppearancesAsync(int number, CancellationToken ct)
    {
        var sources = await db.Appearances.AsNoTracking().Where(a => a.ClaimNumber == number)
            .Select(a => new { a.Source!.Address, a.Source.ArchiveLinks }).ToListAsync(ct); // a foreign key
        return sources.ConvertAll(s => new GateAppearance(HasLink(s.Address, s.ArchiveLinks)));
    }

    private async Task<List<GateEvidence>> EvidenceAsync(int number, CancellationToken ct)
    {
        var evidence = await db.Evidence.AsNoTracking().Where(e => e.ClaimNumber == number)
            .Include(e => e.Source!).ThenInclude(s => s.Relays).ToListAsync(ct); // a foreign key
        var originals = await OriginalsAsync(evidence.ConvertAll(e => e.Source!), ct); // included above
        return evidence.ConvertAll(e =>
        {
            var source = e.Source!; // included above
            var original = OriginalOf(source, originals);
            return new GateEvidence
            {
                Stance = e.Stance,
                Kind = source.Kind,
                Level = source.Level,
                OriginPartyId = source.OriginPartyId ?? original.OriginPartyId,
                RelayPartyIds = source.Relays.Count > 0 ? source.Relays.ConvertAll(r => r.PartyId) : original.Relays.ConvertAll(r => r.PartyId),
                HasLink = HasLink(source.Address, source.ArchiveLinks),
            };
        });
    }

    /// <summary>A copy has its original's origin, and that one its own original's.</summary>
    private async Task<Dictionary<Guid, Source>> OriginalsAsync(List<Source> sources, CancellationToken ct)
    {
        var known = new Dictionary<Guid, Source>();
        var wanted = sources.Select(s => s.OriginalId).OfType<Guid>().Distinct().ToList();
        for (var depth = 0; wanted.Count > 0 && depth < MaxCopiesOfCopies; depth++)
        {
            var found = await db.Sources.AsNoTracking().Include(s => s.Relays).Where(s => wanted.Contains(s.Id)).ToListAsync(ct);
            found.ForEach(s => known[s.Id] = s);
            wanted = [.. found.Select(s => s.OriginalId).OfType<Guid>().Where(id => !known.ContainsKey(id)).Distinct()];
        }

        return known;
    }

    private static Source OriginalOf(Source source, Dictionary<Guid, Source> originals)
    {
        for (var depth = 0; depth < MaxCopiesOfCopies && source.OriginalId is { } id && originals.TryGetValue(id, out var original); depth++)
        {
            source = original;
        }

        return source;
    }

    private static bool HasLink(string? address, IReadOnlyList<ArchiveLink> archives) => address is not null || archives.Count > 0;
}
