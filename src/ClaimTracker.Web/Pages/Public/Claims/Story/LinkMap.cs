using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Charts;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public.Claims.Story;

/// <summary>A claim two steps away or nearer, with how it is linked to the one before.</summary>
public sealed record MapEntry(LinkKind Kind, bool IsIncoming, ClaimCard Card, IReadOnlyList<MapEntry> Further)
{
    public string Words => Labels.Of(Kind, IsIncoming);
}

/// <summary>
/// The claims around a claim, two steps at most. Each stands once, where it is nearest; what is left out is counted.
/// </summary>
/// <param name="Entries">Of the picture.</param>
/// <param name="Links">Every link of the claim itself, in each way it is linked; behind the first to a claim stand those further on.</param>
public sealed record LinkMap(IReadOnlyList<MapEntry> Entries, IReadOnlyList<MapEntry> Links, int LeftOut)
{
    public const int MostClaims = 40;

    /// <summary>Reads the second step; the first is known already.</summary>
    public static async Task<LinkMap> ReadAsync(int number, List<PublicLinkedClaim> linked, PublicReader reader, CancellationToken ct)
    {
        var first = linked.DistinctBy(l => l.Claim.Number).ToList();
        var near = first.Take(MostClaims).ToList();
        var nearNumbers = near.ConvertAll(l => l.Claim.Number);
        var known = first.Select(l => l.Claim.Number).Append(number).ToHashSet();
        var outgoing = await (
            from link in reader.Links
            join claim in reader.OnTheList on link.ToNumber equals claim.Number
            where nearNumbers.Contains(link.FromNumber)
            orderby link.FromNumber, link.Kind, link.ToNumber
            select new Step(link.FromNumber, link.Kind, false, claim.Number)).ToListAsync(ct);
        var incoming = await (
            from link in reader.Links
            join claim in reader.OnTheList on link.FromNumber equals claim.Number
            where nearNumbers.Contains(link.ToNumber)
            orderby link.ToNumber, link.Kind, link.FromNumber
            select new Step(link.ToNumber, link.Kind, true, claim.Number)).ToListAsync(ct);
        var second = outgoing.Concat(incoming).Where(s => !known.Contains(s.Number)).DistinctBy(s => s.Number).ToList();
        var shown = second.Take(MostClaims - near.Count).ToList();
        var shownNumbers = shown.ConvertAll(s => s.Number);
        var shownClaims = await reader.OnTheList.Where(c => shownNumbers.Contains(c.Number)).ToListAsync(ct);
        var cards = (await ClaimCard.OfAsync([.. first.Select(l => l.Claim), .. shownClaims], reader, ct)).ToDictionary(c => c.Claim.Number);
        // One that was taken away between two queries is not there any more.
        var further = shown.Where(s => cards.ContainsKey(s.Number)).ToLookup(s => s.At, s => new MapEntry(s.Kind, s.IsIncoming, cards[s.Number], []));
        MapEntry Entry(PublicLinkedClaim link) => new(link.Kind, link.IsIncoming, cards[link.Claim.Number], [.. further[link.Claim.Number]]);
        return new LinkMap(
            [.. near.Select(Entry)],
            [.. first.Select(Entry), .. linked.Except(first).Select(l => Entry(l) with { Further = [] })],
            first.Count - near.Count + second.Count - shown.Count);
    }

    public TreeNode TreeOf(ClaimView view, Links links) => new()
    {
        Title = view.Document.ShortStatement().In(Cultures.Current),
        Name = string.Join(PublicText.ListComma, $"{PublicText.MapThisClaim}: {view.Document.ShortStatement().In(Cultures.Current)}", view.Badge.Words),
        Aside = view.Badge.Words,
        Icon = view.Badge.Icon,
        Color = view.Badge.Color,
        Look = TreeLook.Own,
        Children = [.. Entries.Select(e => NodeOf(e, links))],
    };

    private static TreeNode NodeOf(MapEntry entry, Links links)
    {
        var (statement, badge) = (entry.Card.Card.ShortStatement().In(Cultures.Current), entry.Card.Badge);
        return new TreeNode
        {
            Title = statement,
            Name = string.Join(PublicText.ListComma, $"{entry.Words}: {statement}", badge.Words),
            Arrow = Labels.Of(entry.Kind, isIncoming: false),
            IsArrowBack = entry.IsIncoming,
            Aside = badge.Words,
            Address = entry.Card.Address(links),
            Icon = badge.Icon,
            Color = badge.Color,
            Children = [.. entry.Further.Select(f => NodeOf(f, links))],
        };
    }

    private sealed record Step(int At, LinkKind Kind, bool IsIncoming, int Number);
}
