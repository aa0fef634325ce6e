using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Public.Claims.Story;

/// <summary>What happened to a claim on a day.</summary>
/// <param name="What">In words, such as “Repeated in”.</param>
/// <param name="Name">What it leads to; empty where the words say all.</param>
/// <param name="Address">Null where there is nothing to be led to.</param>
/// <param name="Icon">A sign of its own for each kind.</param>
public sealed record StoryEvent(FuzzyDate? On, string Icon, string What, LocalizedText Name, string? Address);

/// <summary>
/// A claim from what it is about to where its check stands: said, first seen, repeated, denied, corrected by its sources, checked and
/// checked again; what has no day comes last.
/// </summary>
public static class ClaimStory
{
    /// <summary>More places than this are counted, not named: they are all listed further down.</summary>
    public const int MostPlaces = 12;

    public static List<StoryEvent> Of(ClaimView view, Links links, Formats formats)
    {
        var events = About(view, formats).Concat(Places(view, links)).Concat(Others(view, links)).Concat(Sources(view, links)).Concat(Checks(view, links, formats));
        return [.. events.Select((e, i) => (Event: e, Day: e.On?.From ?? e.On?.To, Order: i)).OrderBy(e => e.Day is null).ThenBy(e => e.Day).ThenBy(e => e.Order).Select(e => e.Event)];
    }

    /// <summary>Places that are not named in the story.</summary>
    public static int PlacesLeftOut(ClaimView view) => Math.Max(0, PlacesOf(view).Count - MostPlaces);

    private static IEnumerable<StoryEvent> About(ClaimView view, Formats formats)
    {
        var document = view.Document;
        if (document.EventOn is { } happened)
        {
            yield return new StoryEvent(happened, "calendar", PublicText.StoryEvent, document.PlaceName, null);
        }

        var speakers = document.Claimants.Count == 0 ? PublicText.ClaimantUnknown : formats.List([.. document.Claimants.Select(c => c.Party.Name.In(Cultures.Current))]);
        yield return new StoryEvent(document.AssertedOn, "quote", PublicText.StorySaid, LocalizedText.Of((Cultures.Current, speakers)), null);
    }

    /// <summary>Where nobody found out which place was the first, none is called so, nor a repetition of it.</summary>
    private static IEnumerable<StoryEvent> Places(ClaimView view, Links links)
    {
        var places = PlacesOf(view);
        var others = places.Exists(p => p.IsFirst) ? PublicText.StoryRepeated : PublicText.StoryAppeared;
        return places.Take(MostPlaces)
            .Select(p => new StoryEvent(p.Source.PublishedOn, p.IsFirst ? "source" : "copy", p.IsFirst ? PublicText.StoryFirst : others, p.Source.Name(), links.Source(p.Source.Id)));
    }

    private static List<(PublicSource Source, bool IsFirst)> PlacesOf(ClaimView view)
    {
        var first = view.Document.Appearances.FirstOrDefault(a => a.IsFirst)?.SourceId;
        return
        [
            .. view.Document.Appearances.DistinctBy(a => a.SourceId).Select(a => (Source: view.Source(a.SourceId), IsFirst: a.SourceId == first)).Where(a => a.Source is { IsWithheld: false })
                .Select(a => (a.Source!, a.IsFirst)).OrderByDescending(a => a.IsFirst), // filtered before
        ];
    }

    /// <summary>What other claims did to it.</summary>
    private static IEnumerable<StoryEvent> Others(ClaimView view, Links links)
    {
        foreach (var card in view.LinkGroups.Where(g => g is { Kind: LinkKind.Denies or LinkKind.Repeats or LinkKind.Updates, IsIncoming: true }).SelectMany(g => g.Claims.Select(c => (g.Kind, Card: c))))
        {
            var (icon, what) = card.Kind switch
            {
                LinkKind.Denies => ("not-said", PublicText.StoryDenied),
                LinkKind.Repeats => ("copy", PublicText.StoryRepeatedBy),
                _ => ("plus", PublicText.LinkUpdatesFrom),
            };
            yield return new StoryEvent(card.Card.Card.AssertedOn, icon, what, card.Card.Card.ShortStatement(), card.Card.Address(links));
        }
    }

    private static IEnumerable<StoryEvent> Sources(ClaimView view, Links links) => view.Document.Sources
        .Where(s => s is { Status: SourceStatus.Corrected or SourceStatus.Retracted or SourceStatus.Deleted, IsWithheld: false })
        .Select(s => new StoryEvent(s.StatusOn is { } day ? FuzzyDate.OnDay(day) : null, "corrected", $"{PublicText.StorySource} {ReviewWords.Of(s.Status)}", s.Name(), links.Source(s.Id)));

    /// <summary>Every version readers were given, oldest first.</summary>
    private static IEnumerable<StoryEvent> Checks(ClaimView view, Links links, Formats formats)
    {
        var number = view.Document.Number;
        foreach (var version in view.Versions.Where(v => v.Version <= view.Publication.Version).OrderBy(v => v.Version))
        {
            var notice = view.Document.Corrections.FirstOrDefault(c => c.Version == version.Version);
            yield return new StoryEvent(
                FuzzyDate.OnDay(formats.DayOf(version.At)),
                version.Kind switch
                {
                    PublicationKind.Verdict or PublicationKind.Imported or PublicationKind.Archive => "search",
                    PublicationKind.Correction => "corrected",
                    PublicationKind.Withdrawn => "withdrawn",
                    PublicationKind.Mark => "reexamined",
                    _ => "info",
                },
                ReviewWords.Of(version.Kind),
                notice?.What ?? LocalizedText.Empty,
                links.ClaimVersion(number, version.Version));
        }
    }
}
