using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Claims;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>A claim form filled in, and the words that were read as its speaker but do not look like one; null: none were left out.</summary>
public sealed record FilledForm(ClaimForm Form, string? LeftOut);

/// <summary>Fills the claim form in from a passage. Everything in it is a hint that the person sees and may change.</summary>
public sealed class PassageFiller(ClaimDbContext db, Formats formats)
{
    private const int MaxNear = 200;

    public async Task<FilledForm> FillAsync(Source source, Passage passage, CancellationToken ct)
    {
        var reading = passage.Reading;
        var language = Cultures.OfText(passage.Anchor.Exact);
        var reasons = reading.Mark?.Reasons ?? [];
        var said = DayOfSaying.Of(passage.Anchor.Exact, reading.Dates);
        var form = new ClaimForm
        {
            OriginalLanguage = source.Language ?? language,
            Kind = KindOf(reading, reasons),
            AssertedOn = DateFields.Of(said?.Date ?? source.PublishedOn),
            EventOn = DateFields.Of(reading.Dates.FirstOrDefault(d => d != said)?.Date),
            Figures = await FiguresAsync(reading.Figures, language, ct),
            Appearances = [AppearanceOf(source.Id, passage)],
        };
        form.Aspect = form.Kind is ClaimKind.Quotation or ClaimKind.Denial ? RatedAspect.Saying : RatedAspect.Content;
        form.Statement.Set(language, passage.Anchor.Exact.ReplaceLineEndings(" "));
        form.SelectionReason.Set(Cultures.Current, reasons.Count == 0 ? null : ReasonWords.Line(reasons, formats));
        return new FilledForm(form, await FillSpeakersAsync(form, reading.Attribution, language, ct));
    }

    private static ClaimKind KindOf(SentenceReading reading, IReadOnlyList<CheckableReason> reasons) =>
        reasons.Contains(CheckableReason.Denial) ? ClaimKind.Denial
        : reasons.Contains(CheckableReason.Accusation) ? ClaimKind.Accusation
        : reading.Figures.Count > 0 ? ClaimKind.Quantity
        : ClaimKind.Event;

    private static AppearanceFields AppearanceOf(Guid source, Passage passage) => new()
    {
        Source = new SourcePick { Chosen = source },
        Quote = passage.Anchor.Exact,
        IsFromCopy = true,
        Start = passage.Anchor.Start,
        ParagraphFrom = passage.Paragraphs.From,
        ParagraphTo = passage.Paragraphs.To == passage.Paragraphs.From ? null : passage.Paragraphs.To,
        Strength = passage.Kind is ParagraphKind.Heading ? AppearanceStrength.Headline
            : passage.Reading.Attribution is not null ? AppearanceStrength.Reported : AppearanceStrength.Fact,
    };

    private async Task<List<FigureFields>> FiguresAsync(IReadOnlyList<ReadFigure> figures, string language, CancellationToken ct)
    {
        var codes = figures.Where(f => f.IsKnownUnit).Select(f => f.Unit).ToList();
        var units = await db.Units.AsNoTracking().Where(u => codes.Contains(u.Code)).ToDictionaryAsync(u => u.Code, u => u.Id, ct);
        return [.. figures.Take(FormRows.Max).Select(FieldsOf)];

        FigureFields FieldsOf(ReadFigure figure)
        {
            var fields = new FigureFields
            {
                Value = figure.Value,
                Min = figure.Min,
                Max = figure.Max,
                Modifier = figure.Modifier,
                UnitId = figure.IsKnownUnit && units.TryGetValue(figure.Unit, out var id) ? id : null,
            };
            if (fields.UnitId is null && figure.Unit.Length > 0)
            {
                fields.NewUnit.Set(language, figure.Unit);
            }

            return fields;
        }
    }

    /// <summary>
    /// The speaker as claimant, and the chain where everybody in it is known; somebody new is described once, at the claimant. The answer
    /// is who was left out.
    /// </summary>
    private async Task<string?> FillSpeakersAsync(ClaimForm form, ReadAttribution? attribution, string language, CancellationToken ct)
    {
        if (attribution?.Speaker is not { } speaker)
        {
            form.HasNoClaimant = true;
            return null;
        }

        var picks = new List<PartyPick>();
        foreach (var step in attribution.Chain)
        {
            picks.Add(await PartyAsync(step.Name, language, ct));
        }

        if (picks[0].Chosen is null && !LikelySpeaker.Is(speaker.Name, speaker.Range.Start == 0))
        {
            form.HasNoClaimant = true;
            return speaker.Name;
        }

        form.Claimants = [new ClaimantFields { Party = picks[0] }];
        if (picks.TrueForAll(p => p.Chosen is not null))
        {
            form.Attribution = [.. attribution.Chain.Zip(picks, (step, pick) => new StepFields { Party = pick, Verb = step.Verb })];
        }

        return null;
    }

    /// <summary>The known party with the longest name that stands in what was read, as whole words; else somebody to be described.</summary>
    private async Task<PartyPick> PartyAsync(string written, string language, CancellationToken ct)
    {
        var words = Words.Of(written).Select(w => w.Text).ToList();
        var near = await db.NameWords.AsNoTracking().Where(n => words.Contains(n.Word)).Select(n => n.PartyId).Distinct().OrderBy(id => id).Take(MaxNear).ToListAsync(ct);
        var parties = await db.Parties.AsNoTracking().Include(p => p.Variants).Where(p => near.Contains(p.Id)).ToListAsync(ct);
        var line = $" {string.Join(' ', words)} ";
        var best = parties
            .SelectMany(p => p.Name.Select(n => n.Value).Concat(p.Variants.Select(v => v.Text)), (p, name) => (p.Id, Name: TextFold.Fold(name)))
            .Where(p => line.Contains($" {p.Name} ", StringComparison.Ordinal)).OrderByDescending(p => p.Name.Length).Select(p => (Guid?)p.Id).FirstOrDefault();
        var pick = new PartyPick { Chosen = best };
        if (best is null)
        {
            pick.Find = written;
            pick.New.Name.Set(language, written);
            pick.New.Kind = SpeakerKinds.Guess(written);
        }

        return pick;
    }
}
