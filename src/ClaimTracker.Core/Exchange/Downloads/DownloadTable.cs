using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;

namespace ClaimTracker.Core.Exchange.Downloads;

/// <summary>A table of the SQLite file, and the CSV file of the same name.</summary>
/// <param name="Key">Columns that name a row.</param>
public sealed record DownloadTable(string Name, string Meaning, string MeaningInArabic, IReadOnlyList<string> Key, IReadOnlyList<IDownloadColumn> Columns, Func<PublicClaimInFull, IEnumerable<object>> RowsOf)
{
    /// <summary>Columns that rows are looked for by.</summary>
    public IReadOnlyList<string> Indexes { get; init; } = [];

    /// <summary>Many claims bring the same row; the newest claim's stands.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether it is a CSV file too; claims are one of their own (<see cref="ClaimsCsv"/>).</summary>
    public bool IsCsv { get; init; } = true;
}

/// <summary>A part of a claim with the claim it stands in.</summary>
/// <param name="Place">From 1, in the order of the claim's page.</param>
internal sealed record Part<T>(PublicDocument Claim, int Place, T Item);

/// <summary>Short words for the definitions of tables.</summary>
internal sealed class Columns<T>
{
    private readonly List<IDownloadColumn> columns = [];

    public IReadOnlyList<IDownloadColumn> All => columns;

    public Columns<T> Add(string name, DownloadType type, string meaning, string meaningInArabic, Func<T, object?> read, string? references = null)
    {
        columns.Add(new DownloadColumn<T>(name, type, meaning, meaningInArabic, read) { References = references });
        return this;
    }

    public Columns<T> Code<TCode>(string name, string meaning, string meaningInArabic, Func<T, TCode?> read)
        where TCode : struct, Enum
    {
        columns.Add(new DownloadColumn<T>(name, DownloadType.Code, meaning, meaningInArabic, row => read(row)) { Values = Enum.GetNames<TCode>() });
        return this;
    }

    /// <summary>A column in Arabic and one in English.</summary>
    public Columns<T> Texts(string name, string meaning, string meaningInArabic, Func<T, LocalizedText?> read, char separator = '_') =>
        Add($"{name}{separator}ar", DownloadType.Text, $"{meaning}, in Arabic", $"{meaningInArabic}، بالعربية", row => read(row)?["ar"])
            .Add($"{name}{separator}en", DownloadType.Text, $"{meaning}, in English", $"{meaningInArabic}، بالإنجليزية", row => read(row)?["en"]);

    /// <summary>First and last day, and how well it is known.</summary>
    public Columns<T> Days(string name, string meaning, string meaningInArabic, Func<T, FuzzyDate?> read, char separator = '_') =>
        Add($"{name}{separator}from", DownloadType.Day, $"{meaning}: first day it may be", $"{meaningInArabic}: أول يوم محتمل", row => read(row)?.From)
            .Add($"{name}{separator}to", DownloadType.Day, $"{meaning}: last day it may be", $"{meaningInArabic}: آخر يوم محتمل", row => read(row)?.To)
            .Code<DatePrecision>($"{name}{separator}precision", $"{meaning}: how well it is known", $"{meaningInArabic}: مدى الدقة", row => read(row)?.Precision);
}

/// <summary>What several files say alike.</summary>
internal static class DownloadWords
{
    /// <summary>Whose rating it is.</summary>
    public static bool IsImported(PublicDocument claim) => claim.State is PublicState.Imported || claim.Verdict is { IsImported: true };

    public static IEnumerable<Part<TItem>> PartsOf<TItem>(PublicClaimInFull claim, IEnumerable<TItem> items) => items.Select((item, at) => new Part<TItem>(claim.Document, at + 1, item));

    public static IEnumerable<string> CountriesOf(PublicDocument claim) => claim.Claimants.Select(c => c.Party.Country).Append(claim.PlaceCountry).OfType<string>().Distinct();
}
