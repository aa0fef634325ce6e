using System.Collections.Frozen;

namespace ClaimTracker.Core.Search;

/// <summary>What a word does in a number that is written out.</summary>
internal enum NumberRole : byte
{
    None,

    /// <summary>One, which alone is mostly something else.</summary>
    One,
    Unit,

    /// <summary>Ten to nineteen in English, ten in Arabic, where it also makes the others: ثلاثة عشر.</summary>
    Teen,
    Tens,
    Hundred,

    /// <summary>Several hundreds in one word: ثلاثمئة.</summary>
    Hundreds,

    /// <summary>Thousand and more.</summary>
    Scale,

    /// <summary>A scale that needs a number before it: “millions”, ملايين.</summary>
    PluralScale,

    /// <summary>Two thousand, two million: ألفان, مليونين.</summary>
    DualScale,

    /// <summary>A scale after a number, else twice that: 15 ألفا, ألفا جندي.</summary>
    ScaleOrDual,

    /// <summary>“bn”, after digits.</summary>
    ShortScale,

    /// <summary>“k”, “m”, joined to digits.</summary>
    LetterScale,
    Fraction,
}

/// <summary>Value is that of the scale for a dual.</summary>
internal readonly record struct NumberWord(NumberRole Role, decimal Value, bool IsArabic = false)
{
    /// <summary>An Arabic “and” stands before it in the same word: وثلاثة.</summary>
    public bool HasAnd { get; init; }
}

/// <summary>The words numbers are written with, folded.</summary>
internal static class NumberWords
{
    private const decimal Thousand = 1_000m;
    private const decimal Million = 1_000_000m;
    private const decimal Billion = 1_000_000_000m;
    private const decimal Trillion = 1_000_000_000_000m;

    private static readonly FrozenDictionary<string, NumberWord> All = Build().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, NumberWord>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static NumberWord Find(string word)
    {
        if (Lookup.TryGetValue(word, out var found))
        {
            return found;
        }

        // لست is “I am not”.
        if (word.Length < 3 || word[0] is not ('و' or 'ف' or 'ب' or 'ل') || word is "لست" or "ولست" or "فلست")
        {
            return default;
        }

        if (Lookup.TryGetValue(word.AsSpan(1), out found))
        {
            return found with { HasAnd = word[0] == 'و' };
        }

        return word[0] is 'و' or 'ف' && word[1] is 'ب' or 'ل' && Lookup.TryGetValue(word.AsSpan(2), out found) ? found : default;
    }

    /// <summary>The scale with its article: نصف المليون.</summary>
    public static NumberWord FindDefinite(string word) =>
        word.StartsWith("ال", StringComparison.Ordinal) && Lookup.TryGetValue(word.AsSpan(2), out var found) ? found : default;

    private static Dictionary<string, NumberWord> Build()
    {
        var words = new Dictionary<string, NumberWord>(StringComparer.Ordinal);
        void Add(NumberRole role, decimal value, string forms, bool isArabic = false)
        {
            foreach (var form in forms.Split(' '))
            {
                words.Add(TextFold.Fold(form), new NumberWord(role, value, isArabic));
            }
        }

        void AddArabic(NumberRole role, decimal value, string forms) => Add(role, value, forms, isArabic: true);

        void AddArabicScale(decimal value, string singular, string plurals, string duals)
        {
            AddArabic(NumberRole.Scale, value, singular);
            AddArabic(NumberRole.ScaleOrDual, value, singular + "ا");
            AddArabic(NumberRole.PluralScale, value, plurals);
            AddArabic(NumberRole.DualScale, value, duals);
        }

        Add(NumberRole.One, 1, "one");
        var units = "two three four five six seven eight nine".Split(' ');
        for (var i = 0; i < units.Length; i++)
        {
            Add(NumberRole.Unit, i + 2, units[i]);
        }

        var teens = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');
        for (var i = 0; i < teens.Length; i++)
        {
            Add(NumberRole.Teen, i + 10, teens[i]);
        }

        var tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');
        for (var i = 0; i < tens.Length; i++)
        {
            Add(NumberRole.Tens, (i + 2) * 10, tens[i]);
        }

        Add(NumberRole.Tens, 40, "fourty");
        Add(NumberRole.Hundred, 100, "hundred");
        Add(NumberRole.Scale, 12, "dozen");
        Add(NumberRole.Scale, Thousand, "thousand");
        Add(NumberRole.Scale, Million, "million");
        Add(NumberRole.Scale, Billion, "billion");
        Add(NumberRole.Scale, Trillion, "trillion");
        Add(NumberRole.PluralScale, Thousand, "thousands");
        Add(NumberRole.PluralScale, Million, "millions");
        Add(NumberRole.PluralScale, Billion, "billions");
        Add(NumberRole.ShortScale, Million, "mn mln");
        Add(NumberRole.ShortScale, Billion, "bn bln");
        Add(NumberRole.ShortScale, Trillion, "tn trn");
        Add(NumberRole.LetterScale, Thousand, "k");
        Add(NumberRole.LetterScale, Million, "m");
        Add(NumberRole.LetterScale, Billion, "b");
        Add(NumberRole.Fraction, 0.5m, "half");
        Add(NumberRole.Fraction, 0.25m, "quarter");

        AddArabic(NumberRole.One, 1, "واحد واحدة إحدى أحد");
        AddArabic(NumberRole.Unit, 2, "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي");
        AddArabic(NumberRole.Unit, 3, "ثلاث ثلاثة");
        AddArabic(NumberRole.Unit, 4, "أربع أربعة");
        AddArabic(NumberRole.Unit, 5, "خمس خمسة");
        AddArabic(NumberRole.Unit, 6, "ست ستة");
        AddArabic(NumberRole.Unit, 7, "سبع سبعة");
        AddArabic(NumberRole.Unit, 8, "ثمان ثماني ثمانية");
        AddArabic(NumberRole.Unit, 9, "تسع تسعة");
        AddArabic(NumberRole.Teen, 10, "عشر عشرة");
        var arabicTens = "عشر ثلاث أربع خمس ست سبع ثمان تسع".Split(' ');
        for (var i = 0; i < arabicTens.Length; i++)
        {
            AddArabic(NumberRole.Tens, (i + 2) * 10, $"{arabicTens[i]}ون {arabicTens[i]}ين");
        }

        AddArabic(NumberRole.Hundred, 100, "مئة مائة");
        AddArabic(NumberRole.Hundreds, 200, "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي");
        var arabicHundreds = "ثلاث أربع خمس ست سبع ثمان تسع".Split(' ');
        for (var i = 0; i < arabicHundreds.Length; i++)
        {
            AddArabic(NumberRole.Hundreds, (i + 3) * 100, $"{arabicHundreds[i]}مئة {arabicHundreds[i]}مائة");
        }

        AddArabic(NumberRole.Hundreds, 800, "ثمانيمئة ثمانيمائة");
        AddArabicScale(Thousand, "ألف", "آلاف", "ألفان ألفين ألفي");
        AddArabicScale(Million, "مليون", "ملايين", "مليونان مليونين مليوني");
        AddArabicScale(Billion, "مليار", "مليارات", "ملياران مليارين ملياري");
        AddArabicScale(Billion, "بليون", "بلايين", "بليونان بليونين بليوني");
        AddArabicScale(Trillion, "تريليون", "تريليونات", "تريليونان تريليونين تريليوني");
        AddArabicScale(Trillion, "ترليون", "ترليونات", "ترليونان ترليونين ترليوني");
        AddArabic(NumberRole.Fraction, 0.5m, "نصف");
        AddArabic(NumberRole.Fraction, 0.25m, "ربع");
        return words;
    }
}
