using System.Buffers;
using System.Text;

namespace ClaimTracker.Core.Search;

/// <summary>What stands between a word and the one before it.</summary>
internal enum Gap : byte
{
    /// <summary>Nothing: letters meet digits.</summary>
    None,
    Space,
    Comma,
    Dash,
    Other,
}

/// <summary>A run of letters or a number of a text, folded, and where it stands in the text as written.</summary>
internal readonly record struct FoldedWord(string Text, int Start, int End, bool IsNumber, Gap Gap);

/// <summary>One pass that folds the characters and one that takes them apart into runs of letters and numbers.</summary>
internal sealed class FoldScanner
{
    private const int GroupLength = 3;

    private readonly List<FoldedWord> words;
    private char[] folded;
    private int[] starts;
    private int[] ends;
    private int count;

    /// <summary>Where the word before ended.</summary>
    private int done;

    private FoldScanner(int length, List<FoldedWord> words)
    {
        this.words = words;
        folded = ArrayPool<char>.Shared.Rent(length);
        starts = ArrayPool<int>.Shared.Rent(length);
        ends = ArrayPool<int>.Shared.Rent(length);
    }

    public static List<FoldedWord> Scan(string? text)
    {
        var words = new List<FoldedWord>(((text?.Length ?? 0) / 6) + 1);
        Scan(text, words);
        return words;
    }

    /// <summary>Adds the words of a text to those of a list.</summary>
    public static void Scan(string? text, List<FoldedWord> words)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var scanner = new FoldScanner(text.Length, words);
        scanner.FoldCharacters(text);
        scanner.ReadWords();
        ArrayPool<char>.Shared.Return(scanner.folded);
        ArrayPool<int>.Shared.Return(scanner.starts);
        ArrayPool<int>.Shared.Return(scanner.ends);
    }

    private void FoldCharacters(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = FoldMap.Of(text[i]);
            switch (character)
            {
                case FoldMap.Mark:
                    if (count > 0 && ends[count - 1] == i)
                    {
                        ends[count - 1] = i + 1;
                    }

                    break;
                case FoldMap.Nothing:
                    break;
                case FoldMap.Several:
                    i += Expand(text, i) - 1;
                    break;
                default:
                    Append(character, i, i + 1);
                    break;
            }
        }
    }

    /// <summary>Appends what one code point stands for; gives its length as written.</summary>
    private int Expand(string text, int at)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            Append(FoldMap.Break, at, at + 1);
            return 1;
        }

        var length = rune.Utf16SequenceLength;
        if (length > 1 && Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark)
        {
            if (count > 0 && ends[count - 1] == at)
            {
                ends[count - 1] = at + length;
            }

            return length;
        }

        var expanded = FoldMap.Expand(rune);

        // A fraction sign after a digit continues it: “5½”.
        var from = expanded.StartsWith("0.", StringComparison.Ordinal) && count > 0 && FoldMap.IsDigit(folded[count - 1]) ? 1 : 0;
        for (var i = from; i < expanded.Length; i++)
        {
            // Letters beyond the basic plane that have no simpler form are not searched.
            Append(char.IsSurrogate(expanded[i]) ? FoldMap.Break : expanded[i], at, at + length);
        }

        return length;
    }

    private void Append(char character, int start, int end)
    {
        if (count == folded.Length || count == starts.Length || count == ends.Length)
        {
            Grow(ref folded);
            Grow(ref starts);
            Grow(ref ends);
        }

        folded[count] = character;
        starts[count] = start;
        ends[count] = end;
        count++;
    }

    private void Grow<T>(ref T[] array)
    {
        var larger = ArrayPool<T>.Shared.Rent((2 * count) + 16);
        Array.Copy(array, larger, count);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }

    private void ReadWords()
    {
        Span<char> buffer = stackalloc char[Word.MaxLength];
        var at = 0;
        while (at < count)
        {
            if (FoldMap.IsLetter(folded[at]))
            {
                at = ReadLetters(at, buffer);
            }
            else if (FoldMap.IsDigit(folded[at]))
            {
                at = ReadNumber(at, buffer);
            }
            else
            {
                at++;
            }
        }
    }

    private char At(int index) => (uint)index < (uint)count ? folded[index] : FoldMap.Break;

    private int ReadLetters(int first, Span<char> buffer)
    {
        var length = 0;
        var at = first;
        for (; length < buffer.Length; at++)
        {
            var character = At(at);
            if (FoldMap.IsLetter(character))
            {
                if (character != 'ء' || length == 0)
                {
                    buffer[length++] = character;
                }
            }
            else if (!IsApostropheInside(at) || IsPossessive(at))
            {
                break;
            }
        }

        Add(buffer[..length], first, at, isNumber: false);
        return IsPossessive(at) ? at + 2 : at;
    }

    /// <summary>“don't”, “O’Neill”; Arabic has no apostrophe, there it is a quotation mark.</summary>
    private bool IsApostropheInside(int at) =>
        At(at) == FoldMap.Apostrophe && FoldMap.IsLetter(At(at + 1)) && !FoldMap.IsArabic(At(at - 1)) && !FoldMap.IsArabic(At(at + 1));

    private bool IsPossessive(int at) => At(at) == FoldMap.Apostrophe && At(at + 1) == 's' && !FoldMap.IsLetter(At(at + 2));

    private int ReadNumber(int first, Span<char> buffer)
    {
        var integerEnd = SkipDigits(first);
        var separator = At(integerEnd);
        var groupsEnd = integerEnd - first <= GroupLength && folded[first] != '0' && (separator == FoldMap.Space || !Follows(first, separator))
            ? SkipGroups(integerEnd, separator)
            : integerEnd;
        var end = groupsEnd;
        if (At(end) == FoldMap.Point && FoldMap.IsDigit(At(end + 1)) && !Follows(first, FoldMap.Point)
            && (groupsEnd == integerEnd || separator != FoldMap.Point))
        {
            var fractionEnd = SkipDigits(end + 1);

            // “15.11.2024” is a date.
            end = At(fractionEnd) == FoldMap.Point && FoldMap.IsDigit(At(fractionEnd + 1)) ? end : fractionEnd;
        }

        AddNumber(first, groupsEnd, end, buffer);
        return IsPossessive(end) ? end + 2 : end;
    }

    private int SkipDigits(int at)
    {
        while (FoldMap.IsDigit(At(at)))
        {
            at++;
        }

        return at;
    }

    private bool Follows(int first, char separator) => At(first - 1) == separator && FoldMap.IsDigit(At(first - 2));

    /// <summary>“6,700”, “6 700”, “3.000.000” and “5.000”, which nobody means as five; not “2023 2024”, “1,5” or “1.125”.</summary>
    private int SkipGroups(int start, char separator)
    {
        if (separator is not (FoldMap.Comma or FoldMap.Space or FoldMap.Apostrophe or FoldMap.Point))
        {
            return start;
        }

        var at = start;
        while (At(at) == separator && SkipDigits(at + 1) == at + 1 + GroupLength)
        {
            at += GroupLength + 1;
        }

        var isOneGroup = at == start + GroupLength + 1;
        var isThousands = At(start + 1) == '0' && At(start + 2) == '0' && At(start + 3) == '0' && !(At(at) == separator && FoldMap.IsDigit(At(at + 1)));
        return separator == FoldMap.Point && isOneGroup && !isThousands ? start : at;
    }

    private void AddNumber(int first, int integerEnd, int end, Span<char> buffer)
    {
        var length = 0;
        var from = first;
        for (var i = first; i < integerEnd; i++)
        {
            if (!FoldMap.IsDigit(folded[i]))
            {
                continue;
            }

            if (length == buffer.Length)
            {
                Add(buffer, from, i, isNumber: true);
                (length, from) = (0, i);
            }

            buffer[length++] = folded[i];
        }

        if (end > integerEnd)
        {
            length = AppendFraction(integerEnd, end, buffer, length);
        }

        Add(buffer[..length], from, end, isNumber: true);
    }

    /// <summary>“1.50” is “1.5”, “3.0” is “3”.</summary>
    private int AppendFraction(int point, int end, Span<char> buffer, int length)
    {
        var fraction = folded.AsSpan(point, end - point);
        fraction = fraction[..Math.Min(fraction.Length, buffer.Length - length)].TrimEnd('0').TrimEnd(FoldMap.Point);
        fraction.CopyTo(buffer[length..]);
        return length + fraction.Length;
    }

    private void Add(ReadOnlySpan<char> text, int first, int end, bool isNumber)
    {
        words.Add(new FoldedWord(isNumber ? new string(text) : KnownWords.TextOf(text), starts[first], ends[end - 1], isNumber, GapBefore(first)));
        done = end;
    }

    private Gap GapBefore(int first)
    {
        var between = folded.AsSpan(done, first - done);
        return between switch
        {
            [] => done == 0 ? Gap.Other : Gap.None,
            [FoldMap.Comma] => Gap.Comma,
            [FoldMap.Dash] => Gap.Dash,
            _ => between.ContainsAnyExcept(FoldMap.Space) ? Gap.Other : Gap.Space,
        };
    }
}
