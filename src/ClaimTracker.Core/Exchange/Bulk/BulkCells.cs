using System.Globalization;
using System.Text;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>A row's values by field, read as the form's fields are read: any digits, codes or their labels, dates as people write them.</summary>
internal sealed class BulkCells
{
    private readonly Dictionary<string, string> values = [];
    private readonly List<BulkFault> faults = [];

    public BulkCells(IReadOnlyList<string> columns, IReadOnlyList<string> cells, IReadOnlyDictionary<string, string> constants)
    {
        for (var i = 0; i < columns.Count && i < cells.Count; i++)
        {
            if (columns[i].Length > 0 && Clean(cells[i]) is { } value)
            {
                values[columns[i]] = value;
            }
        }

        if (cells.Skip(columns.Count).Any(c => !string.IsNullOrWhiteSpace(c)))
        {
            Fault("", FaultCode.TooMany, columns.Count);
        }

        Own = Whole;
        foreach (var (field, value) in constants)
        {
            values.TryAdd(field, value);
        }
    }

    public IReadOnlyList<BulkFault> Faults => faults;

    /// <summary>The values as one text, the same for the same values whatever the order of the columns.</summary>
    public string Whole => string.Join('\u001F', values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}\u001E{v.Value}"));

    /// <summary>The same without what was said once for the whole file.</summary>
    public string Own { get; }

    public string? this[string field] => values.GetValueOrDefault(field);

    /// <summary>Composed, without signs that no text may hold; null when nothing is left.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var clean = text.Any(TextRules.IsForbidden) ? string.Concat(text.Where(c => !TextRules.IsForbidden(c))) : text;
        if (clean.Any(char.IsSurrogate))
        {
            // Halves of a sign that stand alone cannot be stored.
            clean = string.Concat(clean.EnumerateRunes().Where(r => r != Rune.ReplacementChar).Select(r => r.ToString()));
        }

        return TextRules.Clean(clean.Normalize(NormalizationForm.FormC));
    }

    public void Fault(string field, FaultCode code, int? limit = null) => faults.Add(new BulkFault(field, code, limit));

    /// <summary>A code of an enum by its glossary list, its name or its label in either language; the default for a blank cell.</summary>
    public T Code<T>(string field, string? list, T whenBlank)
        where T : struct, Enum
    {
        if (this[field] is not { } text)
        {
            return whenBlank;
        }

        if (ParseCode<T>(text, list) is { } value)
        {
            return value;
        }

        Fault(field, FaultCode.UnknownCode);
        return whenBlank;
    }

    /// <summary>A code of a glossary list, by itself or by its label in any language; null for a blank cell.</summary>
    public string? Listed(string field, string list)
    {
        if (this[field] is not { } text)
        {
            return null;
        }

        if (FindCode(list, text) is { } code)
        {
            return code;
        }

        Fault(field, FaultCode.UnknownCode);
        return null;
    }

    public FuzzyDate? Date(string field)
    {
        if (this[field] is not { } text)
        {
            return null;
        }

        // Spreadsheets write a time after the day.
        if (DateParser.TryParse(text, out var date) || DateParser.TryParse(text.Split('T', ' ')[0], out date))
        {
            return date;
        }

        Fault(field, FaultCode.NotADate);
        return null;
    }

    public DateOnly? Day(string field)
    {
        if (this[field] is not { } text)
        {
            return null;
        }

        if (DateParser.TryParseDay(text, out var day) || DateParser.TryParseDay(text.Split('T', ' ')[0], out day))
        {
            return day;
        }

        Fault(field, FaultCode.NotADate);
        return null;
    }

    public int? Number(string field)
    {
        if (this[field] is not { } text)
        {
            return null;
        }

        if (int.TryParse(Digits.ToLatin(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Fault(field, FaultCode.NotANumber);
        return null;
    }

    private static T? ParseCode<T>(string text, string? list)
        where T : struct, Enum =>
        Glossary.Parse<T>(list is null ? text : FindCode(list, text))
        ?? Enum.GetValues<T>().Where(v => TextFold.Fold(Glossary.Code(v)) == TextFold.Fold(text) || v.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)).Select(v => (T?)v).FirstOrDefault();

    private static string? FindCode(string list, string text)
    {
        if (Glossary.Has(list, text))
        {
            return text;
        }

        var folded = TextFold.Fold(text);
        return Glossary.Terms(list).FirstOrDefault(t => TextFold.Fold(t.Code) == folded || t.Label.Any(l => TextFold.Fold(l.Value) == folded))?.Code;
    }
}
