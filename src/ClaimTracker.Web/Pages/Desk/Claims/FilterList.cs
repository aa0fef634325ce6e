using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>One filter of the list: its name in the address, its label, what is chosen, and what can be.</summary>
public sealed record FilterList(string Name, string Label, string? Value, IReadOnlyList<SelectListItem> Items)
{
    /// <summary>The words of what is chosen; null for nothing, or nothing the list knows.</summary>
    public string? Chosen => Value is { Length: > 0 } ? Items.FirstOrDefault(i => i.Value == Value)?.Text : null;

    /// <summary>Those always in sight.</summary>
    public static IReadOnlyList<FilterList> First(ClaimFilters filters, ClaimListChoices choices) =>
    [
        new("stage", DeskText.ClaimsFilterStage, filters.Stage, ClaimListChoices.Of<Stage>()),
        new("assignee", DeskText.ClaimsFilterAssignee, filters.Assignee, [new(DeskText.ClaimsMe, ClaimFilters.Me), new(DeskText.ClaimsNobody, ClaimFilters.Nobody), .. choices.Staff]),
        new("triage", DeskText.ClaimsFilterTriage, filters.Triage, ClaimListChoices.Of<Triage>()),
        new("due", DeskText.ClaimsFilterDue, filters.Due, [new(DeskText.ClaimsDueOver, "over"), new(DeskText.ClaimsDueWeek, "week"), new(DeskText.ClaimsDueNone, "none")]),
    ];

    public static IReadOnlyList<FilterList> More(ClaimFilters filters, ClaimListChoices choices) =>
    [
        new("state", DeskText.ClaimsFilterState, filters.State, ClaimListChoices.Of<PublicState>()),
        new("kind", DeskText.ClaimsFilterKind, filters.Kind, ClaimListChoices.Of<ClaimKind>()),
        new("aspect", DeskText.ClaimsFilterAspect, filters.Aspect, ClaimListChoices.Of<RatedAspect>()),
        new("topic", DeskText.ClaimsFilterTopic, filters.Topic, choices.Topics),
        new("claimant", DeskText.ClaimsFilterClaimant, filters.Claimant, [new(DeskText.ClaimsClaimantUnknown, ClaimFilters.Unknown), .. choices.Claimants]),
        new("outlet", DeskText.ClaimsFilterOutlet, filters.Outlet, choices.Outlets),
        new("set", DeskText.ClaimsFilterDataSet, filters.DataSet, [new(DeskText.ClaimsOwn, ClaimFilters.Own), .. choices.DataSets]),
    ];
}
