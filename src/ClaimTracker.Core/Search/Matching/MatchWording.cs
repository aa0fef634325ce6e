namespace ClaimTracker.Core.Search;

/// <summary>One wording of a claim in one language, with what all its wordings share, ready for comparison.</summary>
internal sealed class MatchWording
{
    /// <summary>A summary or a quote of fewer words would be found in nearly any text.</summary>
    private const int FewestWords = 5;

    private readonly Lazy<HashSet<string>> grams;

    private MatchWording(MatchText text, Shared shared)
    {
        Text = text;
        Numbers =
        [
            .. text.Numbers.Select(n => n with { UnitStems = [.. n.UnitStems, .. shared.Figures.Where(f => f.Value == n.Value).SelectMany(f => f.UnitStems).Except(n.UnitStems)] }),
            .. shared.Figures.Where(f => text.Numbers.All(n => n.Value != f.Value)),
        ];
        Dates = [.. text.Dates.Select(d => d.Date)];
        grams = new(() => text.Trigrams(0, text.Content.Count - 1));
        Claim = shared;
    }

    public MatchText Text { get; }

    public IReadOnlyList<MatchNumber> Numbers { get; }

    /// <summary>Dates in the wording; another date in a text may contradict them.</summary>
    public IReadOnlyList<MatchDate> Dates { get; }

    public IReadOnlySet<string> Grams => grams.Value;

    public Shared Claim { get; }

    public static IReadOnlyList<MatchWording> Of(MatchClaim claim)
    {
        var shared = new Shared(claim);
        var statements = claim.Statement.Select(t => t.Value).Where(t => !string.IsNullOrWhiteSpace(t)).Select(MatchText.OfClaim).Where(t => t.Content.Count > 0);
        var others = claim.Summary.Select(t => t.Value).Concat(claim.Quotes).Where(t => !string.IsNullOrWhiteSpace(t)).Distinct(StringComparer.Ordinal)
            .Select(MatchText.OfClaim).Where(t => t.Content.Count >= FewestWords);
        return [.. statements.Concat(others).Select(t => new MatchWording(t, shared))];
    }

    /// <summary>What belongs to the claim however it is worded.</summary>
    internal sealed class Shared
    {
        public Shared(MatchClaim claim)
        {
            Speakers = [.. claim.Claimants.SelectMany(names => names).Where(n => !string.IsNullOrWhiteSpace(n)).Select(n => (n, MatchText.OfClaim(n))).Where(n => n.Item2.Content.Count > 0)];
            SpeakerKeys = [.. Speakers.Select(s => (s.Name, KeyOf(s.Words)))];
            SpeakerStems = Speakers.SelectMany(s => s.Words.Stems).ToHashSet(StringComparer.Ordinal);
            Figures = [.. claim.Figures.SelectMany(NumbersOf)];
            EventOn = MatchDate.Of(claim.EventOn);
            AssertedOn = MatchDate.Of(claim.AssertedOn);
        }

        /// <summary>Every spelling of every claimant's name.</summary>
        public IReadOnlyList<(string Name, MatchText Words)> Speakers { get; }

        /// <summary>Those by the stems that tell them from others of their office.</summary>
        public IReadOnlyList<(string Name, IReadOnlyList<string> Stems)> SpeakerKeys { get; }

        public IReadOnlySet<string> SpeakerStems { get; }

        public IReadOnlyList<MatchNumber> Figures { get; }

        public MatchDate? EventOn { get; }

        public MatchDate? AssertedOn { get; }

        private static IReadOnlyList<string> KeyOf(MatchText name)
        {
            var own = name.Content.Select(w => w.Stem).Where(s => !Search.Speakers.IsGeneral(s)).Distinct(StringComparer.Ordinal).ToList();
            return own.Count > 0 ? own : [.. name.Stems];
        }

        private static IEnumerable<MatchNumber> NumbersOf(MatchFigure figure)
        {
            var stems = NumberReader.UnitStems(figure.UnitNames).ToList();
            return new[] { figure.Value, figure.Min, figure.Max }.OfType<decimal>().Distinct().Select(v => new MatchNumber(v, stems, figure.Unit, 0, 0));
        }
    }
}
