using System.Globalization;

namespace ClaimTracker.Core.Search;

/// <summary>
/// Reads quantities in words from where a word stands: “3 million”, “half a million”, “two and a half million”, «مليون و200 ألف».
/// A quantity is terms of falling scale; a term is a number below a thousand, or digits, and its scale.
/// </summary>
internal readonly ref struct QuantityReader(List<FoldedWord> words, string text)
{
    /// <summary>Beyond this nothing is counted; it keeps the arithmetic safe.</summary>
    private const decimal Largest = 1_000_000_000_000_000_000m;

    private const decimal Thousand = 1_000m;

    /// <summary>How many words from <paramref name="at"/> on make one number; none for what is no number, or plain digits.</summary>
    public int Read(int at, out decimal value)
    {
        value = 0;
        if (!words[at].IsNumber && Find(at).Role == NumberRole.None && !IsWord(at, "a"))
        {
            return 0;
        }

        if (ReadFraction(at, out value) is var fractionEnd and > 0)
        {
            return fractionEnd - at;
        }

        if (!ReadTerm(at, out var term))
        {
            return 0;
        }

        value = term.Value;
        while (term.Scale >= Thousand && ReadNext(term, out var next))
        {
            value += next.Value;
            term = next;
        }

        var isPlainDigits = term.End == at + 1 && words[at].IsNumber;
        var isOnlyOne = term.End == at + 1 && Find(at).Role == NumberRole.One;
        return isPlainDigits || isOnlyOne || value > Largest ? 0 : term.End - at;
    }

    private bool Has(int at) => at < words.Count;

    private NumberWord Find(int at) => Has(at) && !words[at].IsNumber ? NumberWords.Find(words[at].Text) : default;

    private bool IsWord(int at, string word) => Has(at) && words[at].Text == word;

    private bool Joins(int at) => Has(at) && words[at].Gap is Gap.Space or Gap.Dash;

    private bool IsJoinedWord(int at, string word) => Joins(at) && words[at].Text == word;

    /// <summary>“half a million”, “a quarter of a million”, نصف مليون, نصف المليون.</summary>
    private int ReadFraction(int first, out decimal value)
    {
        value = 0;
        var at = IsWord(first, "a") && Joins(first + 1) ? first + 1 : first;
        var fraction = Find(at);
        if (fraction.Role != NumberRole.Fraction || (fraction.IsArabic && at > first))
        {
            return 0;
        }

        at++;
        if (!fraction.IsArabic)
        {
            at = IsJoinedWord(at, "of") ? at + 1 : at;
            at = IsJoinedWord(at, "a") ? at + 1 : at;
        }

        var scale = Joins(at) ? Find(at) : default;
        if (scale.Role == NumberRole.None && fraction.IsArabic && Joins(at))
        {
            scale = NumberWords.FindDefinite(words[at].Text);
        }

        value = fraction.Value * scale.Value;
        return scale.Role == NumberRole.Scale && scale.IsArabic == fraction.IsArabic ? at + 1 : 0;
    }

    /// <summary>A number with the scale it has, if any.</summary>
    private bool ReadTerm(int at, out Term term)
    {
        term = default;
        var isDigits = ReadDigits(at, out var number, out var next);
        var isSmall = !isDigits && ReadSmall(at, out number, out next);
        var isArticle = !isDigits && !isSmall && IsWord(at, "a") && Joins(at + 1)
            && Find(at + 1) is { Role: NumberRole.Hundred or NumberRole.Scale, IsArabic: false };
        if (isArticle)
        {
            (number, next) = (1, at + 1);
            if (Find(next).Role == NumberRole.Hundred)
            {
                ReadHundred(1, next + 1, out number, out next);
            }
        }

        if (!isDigits && !isSmall && !isArticle)
        {
            return ReadScaleAlone(at, out term);
        }

        if (ReadHalf(next, out var half, out var afterHalf) && IsScale(afterHalf, isDigits))
        {
            (number, next) = (number + half, afterHalf);
        }

        var scale = 1m;
        while (IsScale(next, isDigits) && (scale == 1 || Find(next) is { Role: NumberRole.Scale } larger && larger.Value >= scale) && scale < Largest)
        {
            scale *= Find(next).Value;
            next++;
        }

        if (number > Largest / scale)
        {
            return false;
        }

        term = new Term(number * scale, scale, next, isDigits);
        return true;
    }

    /// <summary>ألف, مليونين: no number stands before the scale.</summary>
    private bool ReadScaleAlone(int at, out Term term)
    {
        var scale = Find(at);
        var count = scale.Role switch
        {
            NumberRole.Scale when scale.IsArabic => 1,
            // «مليونا و200 ألف»: what goes on with «و» is one, in the accusative.
            NumberRole.ScaleOrDual when IsJoinedWord(at + 1, "و") || (Joins(at + 1) && Find(at + 1).HasAnd) => 1,
            NumberRole.DualScale or NumberRole.ScaleOrDual => 2,
            _ => 0,
        };
        var total = scale.Value;
        var next = at + 1;
        while (count == 1 && Joins(next) && Find(next) is { Role: NumberRole.Scale, IsArabic: true, HasAnd: false } larger && total < Largest)
        {
            total *= larger.Value;
            next++;
        }

        term = new Term(count * total, total, next, IsDigits: false);
        return count > 0;
    }

    private bool IsScale(int at, bool afterDigits)
    {
        if (!Has(at))
        {
            return false;
        }

        var scale = Find(at);
        var gap = words[at].Gap;
        return !scale.HasAnd && gap is Gap.None or Gap.Space or Gap.Dash && scale.Role switch
        {
            NumberRole.Scale or NumberRole.PluralScale or NumberRole.ScaleOrDual => true,
            NumberRole.ShortScale => afterDigits && gap != Gap.Dash,
            NumberRole.LetterScale => afterDigits && gap == Gap.None && IsAmount(at - 1),
            _ => false,
        };
    }

    /// <summary>“5m” and “$3b”, not “S-300M” or “T72B”; “b” needs a currency or a decimal point.</summary>
    private bool IsAmount(int at)
    {
        var number = words[at];
        var isMoney = number.Start > 0 && text[number.Start - 1] is '$' or '€' or '£' or '¥';
        return isMoney || number.Text.Contains('.', StringComparison.Ordinal)
            || (words[at + 1].Text != "b" && (number.Gap is Gap.Space or Gap.Comma or Gap.Other));
    }

    private bool ReadDigits(int at, out decimal number, out int next)
    {
        (number, next) = (0, at + 1);
        if (!Has(at) || !words[at].IsNumber || !TryParse(words[at].Text, out number))
        {
            return false;
        }

        // A decimal comma before a scale: “1,5 مليون”.
        if (Has(next) && words[next] is { IsNumber: true, Gap: Gap.Comma, Text.Length: <= 2 } && words[at].Text.Length <= 3 && IsScale(next + 1, afterDigits: true)
            && TryParse($"{words[at].Text}.{words[next].Text}", out var withFraction))
        {
            (number, next) = (withFraction, next + 1);
        }

        return true;
    }

    private static bool TryParse(string digits, out decimal number) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>A number below a thousand in words.</summary>
    private bool ReadSmall(int at, out decimal number, out int next)
    {
        number = 0;
        next = at;
        var first = Find(at);
        switch (first.Role)
        {
            case NumberRole.Hundreds:
                ReadHundred(first.Value / 100, at + 1, out number, out next);
                return true;
            case NumberRole.Hundred when first.IsArabic:
                ReadHundred(1, at + 1, out number, out next);
                return true;
            case NumberRole.One or NumberRole.Unit when Joins(at + 1) && Find(at + 1) is { Role: NumberRole.Hundred, HasAnd: false }:
                ReadHundred(first.Value, at + 2, out number, out next);
                return true;
            default:
                return ReadBelowHundred(at, out number, out next);
        }
    }

    /// <summary>What follows the hundreds: “and fifty”, وخمسون.</summary>
    private void ReadHundred(decimal hundreds, int at, out decimal number, out int next)
    {
        number = hundreds * 100;
        next = at;
        var rest = IsAnd(at) ? at + 1 : at;
        if (Joins(at) && (rest > at || Find(at) is { HasAnd: true } or { IsArabic: false }) && ReadBelowHundred(rest, out var below, out var after))
        {
            (number, next) = (number + below, after);
        }
    }

    private bool ReadBelowHundred(int at, out decimal number, out int next)
    {
        var first = Find(at);
        (number, next) = (first.Value, at + 1);
        switch (first.Role)
        {
            case NumberRole.Teen:
                return true;
            case NumberRole.Tens:
                if (!first.IsArabic && Joins(next) && Find(next) is { Role: NumberRole.One or NumberRole.Unit, IsArabic: false } unit)
                {
                    (number, next) = (number + unit.Value, next + 1);
                }

                return true;
            case NumberRole.One or NumberRole.Unit when first.IsArabic:
                ReadArabicUnit(ref number, ref next);
                return true;
            default:
                return first.Role is NumberRole.One or NumberRole.Unit;
        }
    }

    /// <summary>ثلاثة عشر, خمسة وعشرون.</summary>
    private void ReadArabicUnit(ref decimal number, ref int next)
    {
        var after = Joins(next) ? Find(next) : default;
        if (after is { Role: NumberRole.Teen, IsArabic: true, HasAnd: false })
        {
            (number, next) = (number + after.Value, next + 1);
        }
        else if (after is { Role: NumberRole.Tens, IsArabic: true, HasAnd: true })
        {
            (number, next) = (number + after.Value, next + 1);
        }
        else if (IsJoinedWord(next, "و") && Find(next + 1) is { Role: NumberRole.Tens, IsArabic: true } tens)
        {
            (number, next) = (number + tens.Value, next + 2);
        }
    }

    private bool IsAnd(int at) => IsJoinedWord(at, "and") || IsJoinedWord(at, "و");

    /// <summary>“and a half”, ونصف.</summary>
    private bool ReadHalf(int at, out decimal half, out int next)
    {
        (half, next) = (0, at);
        if (!Joins(at))
        {
            return false;
        }

        var isAnd = IsAnd(at);
        var first = isAnd ? at + 1 : at;
        first = isAnd && IsJoinedWord(first, "a") ? first + 1 : first;
        var fraction = Find(first);
        (half, next) = (fraction.Value, first + 1);
        return fraction.Role == NumberRole.Fraction && (isAnd || fraction.HasAnd);
    }

    /// <summary>What is added after a scale: “two million three hundred thousand”, ألف ومئتان, مليون ونصف المليون.</summary>
    private bool ReadNext(Term before, out Term next)
    {
        if (ReadHalf(before.End, out var half, out var at) && !IsScale(at, afterDigits: false))
        {
            var isScaleAgain = Joins(at) && NumberWords.FindDefinite(words[at].Text) is { Role: NumberRole.Scale } scale && scale.Value == before.Scale;
            next = new Term(half * before.Scale, 1, isScaleAgain ? at + 1 : at, IsDigits: false);
            return true;
        }

        next = default;
        var start = IsAnd(before.End) ? before.End + 1 : before.End;
        var isArabicAnd = IsJoinedWord(before.End, "و") || (Joins(before.End) && Find(before.End).HasAnd);
        var isArabic = Find(before.End - 1).IsArabic;
        return Joins(before.End) && (!isArabic || isArabicAnd)
            && ReadAdded(start, before.Scale, out next)
            && (!next.IsDigits || next.Scale > 1 || isArabicAnd);
    }

    /// <summary>A term below the scale before it: ألف و200, but not “3 million and 5 million”.</summary>
    private bool ReadAdded(int at, decimal scale, out Term term)
    {
        if (ReadFraction(at, out var fraction) is var end and > 0)
        {
            term = new Term(fraction, 1, end, IsDigits: false);
            return fraction < scale;
        }

        return ReadTerm(at, out term) && term.Value < scale && term.Scale < scale && (term.End > at + 1 || Find(at).Role != NumberRole.LetterScale);
    }

    /// <summary>Where the term ends, and whether it began with digits.</summary>
    private readonly record struct Term(decimal Value, decimal Scale, int End, bool IsDigits);
}
