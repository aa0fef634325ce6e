using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>Reads <see cref="ClaimForm"/> into the claim to be logged; everything wrong with it is said at once, at the fields.</summary>
public sealed class ClaimFormReader(RecordFinder finder, FormFaults faults)
{
    private readonly ClaimRowReader rows = new(finder, faults);

    public async Task<NewClaim> ReadAsync(ClaimForm form, CancellationToken ct)
    {
        finder.Announce(form.Picks().Select(p => p.Pick).OfType<PartyPick>());
        faults.Require(form.Kind, "Input.Kind");
        faults.Require(form.Aspect, "Input.Aspect");
        var claimants = form.HasNoClaimant ? [] : await rows.ClaimantsAsync(form.Claimants, ct);
        if (form.HasNoClaimant && form.Claimants.Any(c => !c.IsBlank))
        {
            faults.Add("Input.HasNoClaimant", DeskText.ClaimFormNoClaimantButNamed);
        }
        else if (!form.HasNoClaimant && claimants.Count == 0)
        {
            faults.Add("Input.Claimants[0].Party.Find", DeskText.ClaimFormClaimantMissing);
        }

        var claim = new NewClaim
        {
            Statement = form.Statement.ToText(),
            Summary = form.Summary.ToText(),
            OriginalLanguage = form.OriginalLanguage ?? "",
            Kind = form.Kind ?? default,
            Aspect = form.Aspect ?? default,
            Hedge = form.Hedge.ToText(),
            AssertedOn = faults.Date(form.AssertedOn, "Input.AssertedOn"),
            EventOn = faults.Date(form.EventOn, "Input.EventOn"),
            PlaceCountry = form.PlaceCountry,
            PlaceName = form.PlaceName.ToText(),
            Due = form.Due,
            Triage = form.Triage,
            SelectionReason = form.SelectionReason.ToText(),
            Claimants = claimants,
            Appearances = await rows.AppearancesAsync(form.Appearances, ct),
            Figures = await rows.FiguresAsync(form.Figures),
            Attribution = await rows.StepsAsync(form.Attribution, ct),
            Evidence = await rows.EvidenceAsync(form.Evidence, ct),
            Topics = TopicsOf(form),
        };
        faults.AddAll(ClaimRules.FaultsOf(claim), FieldOf);
        return claim;
    }

    public string FieldOf(string path) => rows.FieldOf(path);

    private List<Choice<NewTopic>> TopicsOf(ClaimForm form)
    {
        List<Choice<NewTopic>> topics = [.. form.TopicIds.Distinct().Select(id => (Choice<NewTopic>)id)];
        for (var i = 0; i < topics.Count; i++)
        {
            rows.Place("Topics", i, "Input.TopicIds");
        }

        foreach (var (index, name) in form.NewTopics.Index().Where(t => !t.Item.ToText().IsEmpty))
        {
            rows.Place("Topics", topics.Count, $"Input.NewTopics[{index}]");
            topics.Add(new NewTopic { Name = name.ToText() });
        }

        return topics;
    }
}
