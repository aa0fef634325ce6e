namespace ClaimTracker.Core.Search;

/// <summary>
/// The consonants of a name in classes that Latin and Arabic spellings share: “Putin” and بوتين are both <c>btn</c>. Vowels, y, w,
/// ع and hamza are left out, s and z are one class, b and p, f and v, g and j, k, q and kh.
/// </summary>
public static class NameSkeleton
{
    /// <summary>Longest first. “ch” and “sh” are one class, since Arabic writes both with ش, and the h of “John” is not heard.</summary>
    private static readonly (string Letters, string Classes)[] LatinGroups =
    [
        ("shch", "x"), ("dzh", "g"), ("sch", "x"), ("tch", "x"), ("tsh", "x"), ("ohn", ""), ("ch", "x"), ("sh", "x"), ("kh", "k"), ("gh", "g"),
        ("ph", "f"), ("zh", "g"), ("dj", "g"), ("wh", ""), ("ck", "k"),
    ];

    /// <summary>Names whose first letters are not the article, but are folded like it: ألكسندر.</summary>
    private static readonly string[] NoArticle = ["الكس", "اليكس", "البرت", "الفريد", "الفونس", "اليزابيث", "الان", "اليسون", "اليوت", "الينا"];

    /// <summary>The key of a name or of one of its words; empty when it has no consonants or other letters than Latin and Arabic ones.</summary>
    public static string Of(string? name)
    {
        var words = FoldScanner.Scan(name);
        Span<char> key = stackalloc char[Word.MaxLength];
        var length = 0;
        foreach (var word in words)
        {
            if (word.IsNumber || (words.Count > 1 && word.Text is "al" or "el" or "the" or "ال"))
            {
                continue;
            }

            // A name of more than sixty consonants is compared by its first.
            var part = FoldMap.IsArabic(word.Text[0]) ? OfArabic(word.Text) : OfLatin(word.Text);
            part = part[..Math.Min(part.Length, key.Length - length)];
            part.CopyTo(key[length..]);
            length += part.Length;
        }

        return WithoutMutedG(new string(key[..length]));
    }

    /// <summary>“Washington” has lost its g in واشنطن.</summary>
    private static string WithoutMutedG(string key) => key.Replace("ngt", "nt", StringComparison.Ordinal);

    private static string OfArabic(string word)
    {
        var from = word.Length >= 4 && word.StartsWith("ال", StringComparison.Ordinal)
            && !Array.Exists(NoArticle, n => word.StartsWith(n, StringComparison.Ordinal)) ? 2 : 0;

        // The last ه is a taa marbuta, and the last ح is an h that English often leaves out.
        var end = word.Length > from + 1 && word[^1] is 'ه' or 'ح' ? word.Length - 1 : word.Length;
        Span<char> key = stackalloc char[word.Length];
        var length = 0;
        for (var i = from; i < end; i++)
        {
            var isChPair = word[i] == 'ت' && i + 1 < end && word[i + 1] == 'ش';
            var isDoubleL = word[i] == 'ل' && i > from && word[i - 1] == 'ل';
            var letter = isChPair || isDoubleL ? '\0' : ClassOfArabic(word[i]);
            if (letter == '?')
            {
                return "";
            }

            if (letter != '\0')
            {
                key[length++] = letter;
            }
        }

        return new string(key[..length]);
    }

    private static char ClassOfArabic(char letter) => letter switch
    {
        'ا' or 'و' or 'ي' or 'ع' or 'ء' => '\0',
        'ب' => 'b',
        'ت' or 'ط' => 't',
        'ث' or 'س' or 'ص' or 'ز' or 'ذ' or 'ظ' => 's',
        'ج' or 'غ' => 'g',
        'ح' or 'ه' => 'h',
        'خ' or 'ك' or 'ق' => 'k',
        'د' or 'ض' => 'd',
        'ر' => 'r',
        'ش' => 'x',
        'ف' => 'f',
        'ل' => 'l',
        'م' => 'm',
        'ن' => 'n',
        _ => '?',
    };

    private static string OfLatin(string word)
    {
        var end = word.Length > 2 && word[^1] == 'h' && IsVowel(word[^2]) ? word.Length - 1 : word.Length;
        Span<char> key = stackalloc char[2 * word.Length];
        var length = 0;
        var isAfterVowel = true;
        for (var i = 0; i < end;)
        {
            var classes = ClassesOfLatin(word, i, end, out var taken);
            if (classes is "?")
            {
                return "";
            }

            // Doubled letters are one: “ll”, “zhzh”, “ckk”.
            if (classes.Length > 0 && (isAfterVowel || key[length - 1] != classes[0]))
            {
                classes.CopyTo(key[length..]);
                length += classes.Length;
            }

            isAfterVowel = length == 0 || IsVowel(word[i + taken - 1]);
            i += taken;
        }

        return new string(key[..length]);
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w';

    private static string ClassesOfLatin(string word, int at, int end, out int taken)
    {
        foreach (var (letters, classes) in LatinGroups)
        {
            if (at + letters.Length <= end && word.AsSpan(at).StartsWith(letters, StringComparison.Ordinal))
            {
                // The n of “ohn” is read next.
                taken = letters == "ohn" ? 2 : letters.Length;
                return letters == "ohn" ? "" : classes;
            }
        }

        taken = 1;
        var letter = word[at];
        var next = at + 1 < end ? word[at + 1] : '\0';
        if (next == 'h' && letter is 't' or 'd')
        {
            taken = 2;
            return letter == 't' ? (at == 0 ? "t" : "s") : (at + 2 < word.Length && (at == 0 || IsVowel(word[at - 1])) ? "s" : "d");
        }

        return letter switch
        {
            'c' => next is 'e' or 'i' or 'y' ? "s" : "k",
            'x' => at == 0 ? "x" : "ks",
            'b' or 'p' => "b",
            'f' or 'v' => "f",
            'g' or 'j' => "g",
            'k' or 'q' => "k",
            's' or 'z' => "s",
            't' => "t",
            'd' => "d",
            'h' => "h",
            'l' => "l",
            'm' => "m",
            'n' => "n",
            'r' => "r",
            _ => IsVowel(letter) ? "" : "?",
        };
    }
}
