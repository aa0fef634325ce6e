using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Claims;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>A claim form filled in.</summary>
/// <param name="LeftOut">The words that were read as its speaker but were not filled in as somebody; null: none were.</param>
/// <param name="Namesakes">The known people whose surname those words are; empty: they do not look like a name.</param>
public sealed record FilledForm(ClaimForm Form, string? LeftOut, IReadOnlyList<Party> Namesakes);

/// <summary>Fills the claim form in from a passage. Everything in it is a hint that the person sees and may change.</summary>
public sealed class PassageFiller(ClaimDbContext db, Formats formats)
{
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
            AssertedOn = DayOfSayingIn(source, passage),
            EventOn = DateFields.Of(reading.Dates.FirstOrDefault(d => d != said)?.Date),
            Figures = await FiguresAsync(reading.Figures, language, ct),
            Appearances = [AppearanceOf(source.Id, passage)],
        };
        form.Aspect = form.Kind is ClaimKind.Quotation or ClaimKind.Denial ? RatedAspect.Saying : RatedAspect.Content;
        form.Statement.Set(language, passage.Anchor.Exact.ReplaceLineEndings(" "));
        form.SelectionReason.Set(Cultures.Current, reasons.Count == 0 ? null : ReasonWords.Line(reasons, formats));
        var (leftOut, namesakes) = await FillSpeakersAsync(form, reading.Attribution, language, ct);
        return new FilledForm(form, leftOut, namesakes);
    }

    public static DateFields DayOfSayingIn(Source source, Passage passage) =>
        DateFields.Of(DayOfSaying.Of(passage.Anchor.Exact, passage.Reading.Dates)?.Date ?? source.PublishedOn);

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
    /// The speaker as claimant, and the chain where everybody in it is known; somebody new is described once, at the claimant, and somebody
    /// whose surname several have is left to be looked for. The answer is who was left out.
    /// </summary>
    private async Task<(string? LeftOut, IReadOnlyList<Party> Namesakes)> FillSpeakersAsync(ClaimForm form, ReadAttribution? attribution, string language, CancellationToken ct)
    {
        if (attribution?.Speaker is not { } speaker)
        {
            form.HasNoClaimant = true;
            return (null, []);
        }

        var known = new List<IReadOnlyList<Party>>();
        foreach (var step in attribution.Chain)
        {
            known.Add(await new KnownSpeakers(db).FindAsync(step.Name, ct));
        }

        if (known[0].Count == 0 && !LikelySpeaker.Is(speaker.Name, speaker.Range.Start == 0))
        {
            form.HasNoClaimant = true;
            return (speaker.Name, []);
        }

        form.Claimants = [new ClaimantFields { Party = PickOf(known[0], attribution.Chain[0].Name, language) }];
        if (known.TrueForAll(k => k.Count == 1))
        {
            form.Attribution = [.. attribution.Chain.Zip(known, (step, k) => new StepFields { Party = PickOf(k, step.Name, language), Verb = step.Verb })];
        }

        return known[0].Count > 1 ? (speaker.Name, known[0]) : (null, []);
    }

    private static PartyPick PickOf(IReadOnlyList<Party> known, string written, string language)
    {
        if (known is [var one])
        {
            return new PartyPick { Chosen = one.Id };
        }

        var pick = new PartyPick { Find = written };
        if (known.Count == 0)
        {
            pick.New.Name.Set(language, written);
            pick.New.Kind = SpeakerKinds.Guess(written);
        }

        return pick;
    }
}
