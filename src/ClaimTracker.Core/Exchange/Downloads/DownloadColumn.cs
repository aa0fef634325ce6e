using System.Globalization;

namespace ClaimTracker.Core.Exchange.Downloads;

/// <summary>What stands in a column.</summary>
public enum DownloadType
{
    Text,

    /// <summary>One of a list of words that does not depend on the language.</summary>
    Code,
    Whole,
    Number,

    /// <summary>1 or 0.</summary>
    YesNo,

    /// <summary>Such as 2026-11-23.</summary>
    Day,

    /// <summary>Such as 2026-11-23T04:00:00Z.</summary>
    Time,
}

/// <summary>A column of a table or file: what it is called and what it means; the codebook is written from it, and so is what it holds.</summary>
/// <param name="Meaning">In English.</param>
/// <param name="MeaningInArabic">The same in Arabic.</param>
public sealed record DownloadColumn<T>(string Name, DownloadType Type, string Meaning, string MeaningInArabic, Func<T, object?> Read) : IDownloadColumn
{
    public IReadOnlyList<string> Values { get; init; } = [];

    public string? References { get; init; }

    public object? ValueOf(object row) => Read((T)row) switch
    {
        null or "" => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        Guid id => id.ToString(),
        bool yes => yes ? 1L : 0L,
        int whole => (long)whole,
        decimal number => (double)number,
        Enum code => code.ToString(),
        var value => value,
    };
}

/// <summary>A column, whatever its rows are made of.</summary>
public interface IDownloadColumn
{
    string Name { get; }

    DownloadType Type { get; }

    string Meaning { get; }

    string MeaningInArabic { get; }

    /// <summary>Of a code: all it may be; none where the newsroom adds its own.</summary>
    IReadOnlyList<string> Values { get; }

    /// <summary>Table and column it leads to, such as <c>claims(number)</c>.</summary>
    string? References { get; }

    /// <summary>Null, a text, a whole number (<see cref="long"/>) or a number (<see cref="double"/>).</summary>
    object? ValueOf(object row);
}
