namespace ClaimTracker.Core.Search;

/// <summary>Which dates of a text are the claim's, and one that is none of them.</summary>
internal sealed class DateAgreement
{
    public DateAgreement(IReadOnlyList<MatchDate> text, MatchWording wording)
    {
        List<MatchDate> told = [.. wording.Dates, .. wording.Claim.EventOn is { } day ? [day] : Array.Empty<MatchDate>()];
        List<MatchDate> known = [.. told, .. wording.Claim.AssertedOn is { } asserted ? [asserted] : Array.Empty<MatchDate>()];
        Agreeing = [.. text.Where(d => known.Exists(d.Agrees)).Distinct()];

        // A text may give a further date; one that stands for a date of the claim leaves that one unsaid.
        var unsaid = told.Where(d => !text.Any(d.Agrees)).ToList();
        Difference = (from date in text
                      where !known.Exists(date.Agrees)
                      from other in unsaid
                      where date.Conflicts(other)
                      orderby Likeness(date, other) descending
                      select new OtherDate(date, other)).FirstOrDefault();
    }

    public IReadOnlyList<MatchDate> Agreeing { get; }

    public OtherDate? Difference { get; }

    private static int Likeness(MatchDate date, MatchDate other) =>
        ((date.Year is null) == (other.Year is null) ? 1 : 0) + ((date.Month is null) == (other.Month is null) ? 1 : 0) + ((date.Day is null) == (other.Day is null) ? 1 : 0);
}
