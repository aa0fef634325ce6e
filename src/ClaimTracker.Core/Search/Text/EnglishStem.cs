using System.Buffers;
using System.Collections.Frozen;

namespace ClaimTracker.Core.Search;

/// <summary>English stems by the published description of Snowball's “English” (Porter2) algorithm.</summary>
public static class EnglishStem
{
    private static readonly FrozenDictionary<string, string> Exceptions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> DoneAfterPlurals = new[]
    {
        "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsDoneAfterPlurals =
        DoneAfterPlurals.GetAlternateLookup<ReadOnlySpan<char>>();

    // Longest first, so that the first that fits is the longest.
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
        ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"),
        ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"),
        ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"),
        ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
    ];

    /// <summary>The stem of a lower-case word; words with other letters than a to z stay as they are.</summary>
    public static string Of(string word)
    {
        if (word.Length <= 2 || word.Length > Word.MaxLength || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        if (Exceptions.TryGetValue(word, out var exception))
        {
            return exception;
        }

        var stemmer = new Stemmer(word, stackalloc char[Word.MaxLength + 1]);
        var stem = stemmer.Stem();
        return stem.SequenceEqual(word) ? word : new string(stem);
    }

    private ref struct Stemmer
    {
        /// <summary>A y that is a consonant.</summary>
        private const char ConsonantY = 'Y';

        private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

        private readonly Span<char> letters;
        private int length;
        private int region1;
        private int region2;

        public Stemmer(string word, Span<char> room)
        {
            letters = room;
            word.CopyTo(letters);
            length = word.Length;
        }

        private readonly ReadOnlySpan<char> Text => letters[..length];

        public ReadOnlySpan<char> Stem()
        {
            MarkConsonants();
            FindRegions();
            Plurals();
            if (!IsDoneAfterPlurals.Contains(Text))
            {
                PastAndGerund();
                FinalY();
                Derivations2();
                Derivations3();
                Derivations4();
                FinalEOrL();
            }

            Text.Replace(letters, ConsonantY, 'y');
            return Text;
        }

        private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

        private static bool IsDouble(ReadOnlySpan<char> text) =>
            text.Length >= 2 && text[^1] == text[^2] && text[^1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

        private static bool HasVowel(ReadOnlySpan<char> text) => text.ContainsAny(Vowels);

        private static bool IsShortSyllableAtEnd(ReadOnlySpan<char> text) => text switch
        {
            [.., var before, var vowel, var after] => !IsVowel(before) && IsVowel(vowel) && !IsVowel(after) && after is not ('w' or 'x' or ConsonantY),
            [var vowel, var after] => IsVowel(vowel) && !IsVowel(after),
            _ => false,
        };

        private readonly void MarkConsonants()
        {
            for (var i = 0; i < length; i++)
            {
                if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1])))
                {
                    letters[i] = ConsonantY;
                }
            }
        }

        private void FindRegions()
        {
            var text = Text;
            region1 = text.StartsWith("gener") || text.StartsWith("arsen") ? 5
                : text.StartsWith("commun") ? 6
                : AfterVowelAndConsonant(0);
            region2 = AfterVowelAndConsonant(region1);
        }

        private readonly int AfterVowelAndConsonant(int from)
        {
            for (var i = from + 1; i < length; i++)
            {
                if (!IsVowel(letters[i]) && IsVowel(letters[i - 1]))
                {
                    return i + 1;
                }
            }

            return length;
        }

        private readonly bool EndsWith(string suffix) => Text.EndsWith(suffix, StringComparison.Ordinal);

        private readonly bool InRegion1(int suffixLength) => length - suffixLength >= region1;

        private readonly bool InRegion2(int suffixLength) => length - suffixLength >= region2;

        private void Replace(int suffixLength, string replacement)
        {
            length -= suffixLength;
            replacement.CopyTo(letters[length..]);
            length += replacement.Length;
        }

        private readonly bool IsShort() => region1 >= length && IsShortSyllableAtEnd(Text);

        private void Plurals()
        {
            if (EndsWith("sses"))
            {
                length -= 2;
            }
            else if (EndsWith("ied") || EndsWith("ies"))
            {
                length -= length > 4 ? 2 : 1;
            }
            else if (letters[length - 1] == 's' && !EndsWith("us") && !EndsWith("ss") && length > 2 && HasVowel(letters[..(length - 2)]))
            {
                length--;
            }
        }

        private void PastAndGerund()
        {
            if (EndsWith("eed") || EndsWith("eedly"))
            {
                var suffix = EndsWith("eed") ? 3 : 5;
                if (InRegion1(suffix))
                {
                    Replace(suffix, "ee");
                }

                return;
            }

            var ending = EndsWith("ingly") ? 5 : EndsWith("edly") ? 4 : EndsWith("ing") ? 3 : EndsWith("ed") ? 2 : 0;
            if (ending == 0 || !HasVowel(letters[..(length - ending)]))
            {
                return;
            }

            length -= ending;
            if (EndsWith("at") || EndsWith("bl") || EndsWith("iz"))
            {
                Replace(0, "e");
            }
            else if (IsDouble(Text))
            {
                length--;
            }
            else if (IsShort())
            {
                Replace(0, "e");
            }
        }

        private readonly void FinalY()
        {
            if (length > 2 && letters[length - 1] is 'y' or ConsonantY && !IsVowel(letters[length - 2]))
            {
                letters[length - 1] = 'i';
            }
        }

        private void Derivations2()
        {
            foreach (var (suffix, replacement) in Step2)
            {
                if (!EndsWith(suffix))
                {
                    continue;
                }

                var before = length > suffix.Length ? letters[length - suffix.Length - 1] : ' ';
                var fits = suffix switch
                {
                    "ogi" => before == 'l',
                    "li" => before is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
                    _ => true,
                };
                if (fits && InRegion1(suffix.Length))
                {
                    Replace(suffix.Length, replacement);
                }

                return;
            }
        }

        private void Derivations3()
        {
            foreach (var (suffix, replacement) in Step3)
            {
                if (!EndsWith(suffix))
                {
                    continue;
                }

                if (suffix == "ative" ? InRegion2(suffix.Length) : InRegion1(suffix.Length))
                {
                    Replace(suffix.Length, replacement);
                }

                return;
            }
        }

        private void Derivations4()
        {
            foreach (var suffix in Step4)
            {
                if (!EndsWith(suffix))
                {
                    continue;
                }

                if (InRegion2(suffix.Length) && (suffix != "ion" || (length > 3 && letters[length - 4] is 's' or 't')))
                {
                    length -= suffix.Length;
                }

                return;
            }
        }

        private void FinalEOrL()
        {
            if (EndsWith("e"))
            {
                if (InRegion2(1) || (InRegion1(1) && !IsShortSyllableAtEnd(letters[..(length - 1)])))
                {
                    length--;
                }
            }
            else if (EndsWith("ll") && InRegion2(1))
            {
                length--;
            }
        }
    }
}
