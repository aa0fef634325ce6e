namespace ClaimTracker.Web.Pages.Shared;

/// <summary>The ways on from a page of a list: the next, and back to the first.</summary>
public sealed record Pager(string Address, string? After, string? Next)
{
    public string? NextAddress => Next is null ? null : $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={Uri.EscapeDataString(Next)}";
}
