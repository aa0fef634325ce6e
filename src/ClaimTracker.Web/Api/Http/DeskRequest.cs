using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Api;

/// <summary>A request of somebody's program, whose token and parameters have been judged.</summary>
/// <param name="Language">Texts are wanted in this one; null: in all.</param>
/// <param name="SubmissionId">Of this request, as services take it: the same for the same key.</param>
/// <param name="Version">Of the claim, as <c>If-Match</c> names it; 0: not asked for.</param>
public sealed record DeskRequest(HttpContext Context, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, TokenHolder Holder, string? Language, Guid SubmissionId, int Version)
{
    public Actor Actor => Holder.Actor;

    public ClaimDbContext Db => Service<ClaimDbContext>();

    public CancellationToken Ct => Context.RequestAborted;

    /// <summary>The claim's number of the address; 0 where it has none.</summary>
    public int Number => Values.GetValueOrDefault(ApiParameters.Number.Name) is [var text, ..] ? ApiWhole.Read(text) ?? 0 : 0;

    public T Service<T>()
        where T : notnull => Context.RequestServices.GetRequiredService<T>();

    public string SelfOf(int number) => Service<SiteAddress>().Absolute(FormattableString.Invariant($"{ApiPaths.DeskClaims}/{number}"));
}
