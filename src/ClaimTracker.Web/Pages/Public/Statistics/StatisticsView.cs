using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Public.Claims;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Public.Statistics;

/// <summary>One count with its name, and the code it has in files.</summary>
public sealed record StatisticsRow(LocalizedText Name, string Code, int Count, string? Link = null);

/// <summary>Counts of one kind; shares are of <see cref="Of"/>, and there are none where counts of several things would be mixed.</summary>
public sealed record StatisticsSection(string Id, string Title, string RowHead, string? Note, int? Of, IReadOnlyList<StatisticsRow> Rows)
{
    /// <summary>Rows the page shows; the file has all.</summary>
    public const int Shown = 20;
}

/// <summary>The range asked for, as typed, and what was counted in it.</summary>
public sealed record StatisticsView(PublicStatistics Counts, IReadOnlyList<StatisticsSection> Sections)
{
    private const int DateMaxLength = 40;

    public string From { get; init; } = "";

    public string To { get; init; } = "";

    /// <summary>A year or a month stands for its first day …</summary>
    public static DateOnly? FirstDay(string from) => DateParser.TryParse(from, out var date) ? date.From : null;

    /// <summary>… and here for its last.</summary>
    public static DateOnly? LastDay(string to) => DateParser.TryParse(to, out var date) ? date.To : null;

    public bool IsFromWrong => From != "" && FirstDay(From) is null;

    public bool IsToWrong => To != "" && LastDay(To) is null;

    public bool IsRangeWrong => FirstDay(From) > LastDay(To);

    public bool HasFault => IsFromWrong || IsToWrong || IsRangeWrong;

    /// <summary>What cannot be read as a date leaves the range open at that end; the page says so.</summary>
    public static async Task<StatisticsView> ReadAsync(string? from, string? to, PublicReader reader, Links links, Formats formats, CancellationToken ct)
    {
        var (first, last) = (ListAddress.Clean(from, DateMaxLength), ListAddress.Clean(to, DateMaxLength));
        var counts = await new StatisticsReader(reader).ReadAsync(FirstDay(first), LastDay(last), ct);
        var sections = (await StatisticsNames.ReadAsync(reader, counts, ct)).Sections(counts, links, formats);
        return new StatisticsView(counts, sections) { From = first, To = last };
    }

    /// <summary>4, 12.5: days.</summary>
    public static string Days(double median) => median.ToString("0.#", CultureInfo.InvariantCulture);
}
