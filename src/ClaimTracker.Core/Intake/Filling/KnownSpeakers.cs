using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Intake;

/// <summary>Who of the known parties is meant by words that were read as a speaker: one, several that bear the same surname, or nobody.</summary>
public sealed class KnownSpeakers(ClaimDbContext db)
{
    private const int MaxNear = 200;

    /// <summary>By so many consonants a surname is told in the other script: «بوتين», “Putin”.</summary>
    private const int Consonants = 3;

    /// <summary>In one script more are needed: “Zelensky”, “Zelenskyy”, but not “Putin”, “Button”.</summary>
    private const int ConsonantsOfOneScript = 4;

    /// <summary>The party with the longest name that stands in what was read, as whole words; else all people whose surname it is.</summary>
    public async Task<IReadOnlyList<Party>> FindAsync(string written, CancellationToken ct)
    {
        var words = Words.Of(written);
        var texts = words.Select(w => w.Text).ToList();
        var near = await PartiesAsync(db.NameWords.Where(n => texts.Contains(n.Word)), ct);
        var line = $" {string.Join(' ', texts)} ";
        var best = near.SelectMany(NamesOf, (p, name) => (Party: p, Name: TextFold.Fold(name)))
            .Where(p => line.Contains($" {p.Name} ", StringComparison.Ordinal)).OrderByDescending(p => p.Name.Length).Select(p => p.Party).FirstOrDefault();
        return best is not null ? [best] : SurnameIn(words) is { } surname ? await NamesakesAsync(surname, ct) : [];
    }

    /// <summary>A word alone, or after words that say what a person is: «الرئيس بوتين». A country or a body is no surname.</summary>
    private static Word? SurnameIn(IReadOnlyList<Word> words)
    {
        var whole = words.Where(w => !w.IsPart).ToList();
        return whole is [.., { Kind: WordKind.Word } last] && SpeakerKinds.Guess(last.Text) is null && whole.SkipLast(1).All(w => SpeakerKinds.Guess(w.Text) is PartyKind.Person) ? last : null;
    }

    private async Task<IReadOnlyList<Party>> NamesakesAsync(Word surname, CancellationToken ct)
    {
        var forms = NameForms.Of(surname);
        var skeleton = NameSkeleton.Of(surname.Text);
        var isTold = skeleton.Length >= Consonants;
        var people = await PartiesAsync(db.NameWords.Where(n => forms.Contains(n.Word) || (isTold && n.Skeleton == skeleton)), ct);
        var alike = people.FindAll(p => p.Kind is PartyKind.Person).ConvertAll(p => (Party: p, Surnames: SurnamesOf(p)));

        // Whoever has a name in the script of the text is known to be spelled so or not; others are told by how they sound.
        var same = alike.FindAll(p => p.Surnames.Exists(forms.Contains) || (isTold && !p.Surnames.Exists(s => IsArabic(s) == IsArabic(surname.Text)) && Sounds(p.Surnames)));
        return [.. (same.Count > 0 || skeleton.Length < ConsonantsOfOneScript ? same : alike.FindAll(p => Sounds(p.Surnames))).Select(p => p.Party)];

        bool Sounds(List<string> surnames) => surnames.Exists(s => NameSkeleton.Of(s) == skeleton);
    }

    private async Task<List<Party>> PartiesAsync(IQueryable<NameWord> words, CancellationToken ct)
    {
        var ids = await words.Select(n => n.PartyId).Distinct().OrderBy(id => id).Take(MaxNear).ToListAsync(ct);
        return await db.Parties.AsNoTracking().Include(p => p.Variants).Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(ct);
    }

    private static IEnumerable<string> NamesOf(Party party) => party.Name.Select(n => n.Value).Concat(party.Variants.Select(v => v.Text));

    /// <summary>The last word of each name.</summary>
    private static List<string> SurnamesOf(Party party) =>
        [.. NamesOf(party).Select(n => Words.Of(n).Where(w => !w.IsPart && w.Kind is WordKind.Word).Select(w => w.Text).LastOrDefault()).OfType<string>()];

    private static bool IsArabic(string word) => FoldMap.IsArabic(word[0]);
}
