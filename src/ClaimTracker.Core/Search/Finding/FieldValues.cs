using System.Collections.Frozen;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>Turns what was typed after a field's colon into values of the facet: codes and labels in every language, names in every spelling.</summary>
internal sealed class FieldValues(ClaimDbContext db, SearchScope scope)
{
    private const int MaxValues = 50;

    /// <summary>Words of a name that are looked up; no name that is typed has more.</summary>
    private const int MaxNameWords = 8;

    public static string FacetOf(SearchField field) => field switch
    {
        SearchField.Rating => Facets.Rating,
        SearchField.Claimant => Facets.Claimant,
        SearchField.Outlet => Facets.Outlet,
        SearchField.Topic => Facets.Topic,
        SearchField.Kind => Facets.Kind,
        SearchField.Country => Facets.Country,
        SearchField.Language => Facets.Language,
        SearchField.Unit => Facets.Unit,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    public async Task<IReadOnlyList<string>> FindAsync(FieldIs field, CancellationToken ct) => field.Field switch
    {
        SearchField.Rating => await RatingsAsync(field.Value, ct),
        SearchField.Claimant => await KnownAsync(Facets.Claimant, await PartiesAsync(field.Value, ct), ct),
        SearchField.Outlet => await KnownAsync(
            Facets.Outlet, (await db.Outlets.AsNoTracking().Matching(field.Value).OrderBy(o => o.Id).Take(MaxValues).Select(o => o.Id).ToListAsync(ct)).ConvertAll(id => id.ToString()), ct),
        SearchField.Topic => await KnownAsync(Facets.Topic, await TopicsAsync(field.Value, ct), ct),
        SearchField.Kind => [.. Coded(Glossary.ClaimKinds, field.Value).Select(KindOf).OfType<string>()],
        SearchField.Country => Coded(Glossary.Countries, field.Value),
        SearchField.Language => Coded(Glossary.Languages, field.Value),
        SearchField.Unit => await UnitsAsync(field.Value, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    /// <summary>The label that slips of the fingers make of a value, of the lists that are short; quoted where it has several words. Null for none.</summary>
    public async Task<string?> NearestAsync(FieldIs field, CancellationToken ct)
    {
        var labels = field.Field switch
        {
            SearchField.Rating => (await db.Ratings.AsNoTracking().ToListAsync(ct)).Where(r => r.IsActive).SelectMany(r => r.Label.Select(l => l.Value)),
            SearchField.Kind => Labels(Glossary.ClaimKinds),
            SearchField.Country => Labels(Glossary.Countries),
            SearchField.Language => Labels(Glossary.Languages),
            _ => [],
        };
        return Slips.Nearest(TextFold.Fold(field.Value), labels) is not { } label ? null
            // Whoever typed several words has quoted them.
            : label.Contains(' ', StringComparison.Ordinal) && !field.Value.Contains(' ', StringComparison.Ordinal) ? $"\"{label}\"" : label;
    }

    private static IEnumerable<string> Labels(string list) => Glossary.Terms(list).SelectMany(t => t.Label.Select(l => l.Value));

    private async Task<IReadOnlyList<string>> RatingsAsync(string value, CancellationToken ct)
    {
        var folded = TextFold.Fold(value);
        var ratings = await db.Ratings.AsNoTracking().ToListAsync(ct);
        var labelled = ratings.Where(r => Is(folded, [r.Code, .. r.Label.Select(l => l.Value)])).Select(r => r.Code).ToList();
        var notRated = folded is "notrated" or "not rated" or "none" ? [Facets.NotRated] : Array.Empty<string>();
        return [.. labelled.Concat(labelled.Count == 0 ? RatingWords.Of(value) : []).Concat(notRated).Distinct()];
    }

    /// <summary>Parties of whose spellings each word is one.</summary>
    private async Task<List<string>> PartiesAsync(string value, CancellationToken ct)
    {
        HashSet<Guid>? parties = null;
        foreach (var word in Words.Of(value).Where(w => !w.IsPart).Take(MaxNameWords))
        {
            var skeleton = NameSkeleton.Of(word.Text);
            var alike = await db.NameWords.AsNoTracking().Where(n => n.Word == word.Text || n.Stem == word.Stem || (skeleton.Length >= 2 && n.Skeleton == skeleton)).Select(n => n.PartyId).ToListAsync(ct);
            if (parties is null)
            {
                parties = [.. alike];
            }
            else
            {
                parties.IntersectWith(alike);
            }
        }

        return [.. (parties ?? []).Order().Select(id => id.ToString())];
    }

    private async Task<List<string>> TopicsAsync(string value, CancellationToken ct)
    {
        var slug = value.Trim();
        return await db.Topics.AsNoTracking().Where(t => t.Slug == slug).Select(t => t.Slug)
            .Union(db.Topics.AsNoTracking().Matching(value).Select(t => t.Slug)).Take(MaxValues).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<string>> UnitsAsync(string value, CancellationToken ct)
    {
        var folded = TextFold.Fold(value);
        var units = await db.Units.AsNoTracking().Select(u => new { u.Code, u.Label, u.Plurals }).ToListAsync(ct);
        return [.. units.Where(u => Is(folded, [u.Code, .. UnitNames.Of(u.Label, u.Plurals)])).Select(u => u.Code)];
    }

    /// <summary>Readers are not told of names that no public claim has.</summary>
    private async Task<IReadOnlyList<string>> KnownAsync(string facet, List<string> values, CancellationToken ct)
    {
        if (scope is SearchScope.Desk)
        {
            return values;
        }

        return await db.PublicCounts.AsNoTracking().Where(c => c.Facet == facet && c.Count > 0 && values.Contains(c.Value)).OrderBy(c => c.Value).Select(c => c.Value).Take(MaxValues).ToListAsync(ct);
    }

    private static List<string> Coded(string list, string value)
    {
        var folded = TextFold.Fold(value);
        return [.. Glossary.Terms(list).Where(t => Is(folded, [t.Code, .. t.Label.Select(l => l.Value)])).Select(t => t.Code)];
    }

    /// <summary>The glossary's code in kebab-case is the enum's name.</summary>
    private static string? KindOf(string code) => Kinds.GetValueOrDefault(code);

    private static readonly FrozenDictionary<string, string> Kinds = Enum.GetValues<ClaimKind>().ToFrozenDictionary(k => Glossary.Code(k), k => k.ToString());

    private static bool Is(string folded, IEnumerable<string> names) => folded.Length > 0 && names.Any(n => TextFold.Fold(n) == folded || TextFold.Fold(n) == ArabicArticle + folded || ArabicArticle + TextFold.Fold(n) == folded);

    private const string ArabicArticle = "ال";
}
