namespace ClaimTracker.Core.Search;

/// <summary>Which numbers of a text are the claim's, and which of the claim's are others in the text.</summary>
internal sealed class NumberAgreement
{
    public NumberAgreement(IEnumerable<MatchNumber> text, IReadOnlyList<MatchNumber> claim)
    {
        var left = text.ToList();
        var agreeing = claim.Select(c => (Claim: c, Text: Candidates(left, c).FirstOrDefault(n => n.Agrees(c.Value)))).ToList();
        Agreeing = [.. agreeing.Select(a => a.Text).OfType<MatchNumber>().Distinct()];
        var open = left.Except(Agreeing).ToList();
        var missing = agreeing.Where(a => a.Text is null).Select(a => a.Claim).ToList();
        var differences = missing.Select(c => Counterpart(open, c)).OfType<OtherNumber>().ToList();
        if (differences.Count == 0 && left.Count == 1 && open.Count == 1 && missing.Count > 0 && claim.Select(c => c.Value).Distinct().Count() == 1)
        {
            differences.Add(new OtherNumber(open[0].Value, missing[0].Value, open[0].Unit));
        }

        Differences = [.. differences.DistinctBy(d => d.InText)];
        Share = Agreeing.Count == 0 ? 0 : Math.Min(1, (double)Agreeing.Count / Math.Min(left.Count, claim.Count));
    }

    /// <summary>Numbers of the text that the claim has.</summary>
    public IReadOnlyList<MatchNumber> Agreeing { get; }

    public IReadOnlyList<OtherNumber> Differences { get; }

    /// <summary>Agreeing numbers as a share of those that could agree.</summary>
    public double Share { get; }

    /// <summary>Numbers of the same unit, if there are any: “second time in 6 weeks” has no two weeks.</summary>
    private static IEnumerable<MatchNumber> Candidates(List<MatchNumber> numbers, MatchNumber claim) =>
        numbers.Exists(n => n.SharesUnit(claim.UnitStems)) ? numbers.Where(n => n.SharesUnit(claim.UnitStems)) : numbers;

    private static OtherNumber? Counterpart(List<MatchNumber> open, MatchNumber claim) =>
        open.Find(n => n.SharesUnit(claim.UnitStems)) is { } other ? new OtherNumber(other.Value, claim.Value, other.Unit) : null;
}
