using System.Buffers;
using System.Globalization;

namespace ClaimTracker.Core.Exchange;

/// <summary>Every CSV we write goes through here: a spreadsheet must not take a cell for a formula.</summary>
public static class CsvCells
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",;\"\t\r\n");

    /// <summary>One line, with its end.</summary>
    public static string Line(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    /// <summary>
    /// An apostrophe before what a spreadsheet would compute: cells that begin with = + - @, a tab or a carriage return, in whichever width. A negative
    /// number is what it is.
    /// </summary>
    public static string Neutral(string? cell) =>
        string.IsNullOrEmpty(cell) || IsNumber(cell) || cell[0] is not ('=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠') ? cell ?? "" : "'" + cell;

    private static bool IsNumber(string cell) =>
        decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) && cell[0] is '-' && char.IsAsciiDigit(cell[^1]);

    private static string Quoted(string? cell)
    {
        var neutral = Neutral(cell);
        return neutral.AsSpan().ContainsAny(NeedQuotes) || neutral.StartsWith('\'') || neutral.Trim().Length != neutral.Length ? $"\"{neutral.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : neutral;
    }
}
