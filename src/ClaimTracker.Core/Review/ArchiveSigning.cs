using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Core.Review;

/// <summary>An editor answers for an entry of our own archive. Those of an import are signed together; one that was changed before is signed by itself.</summary>
public sealed class ArchiveSigning(Transitions transitions)
{
    public Task<Outcome> SignAsync(int number, int claimVersion, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.Sign, number, claimVersion, actor)
            {
                Apply = (context, _) =>
                {
                    if (context.Case.Archived is not { } verdict)
                    {
                        return Task.FromResult<Outcome?>(new Outcome.NotNow(nameof(RefusalReason.NotFromOurArchive)));
                    }

                    Decide(verdict, context.Transition, context.ActorId, context.Case.Now);
                    context.ResultId = verdict.Id;
                    context.Publish = (publisher, ct) => publisher.PublishAsync([number], PublicationKind.Archive, ct);
                    return Task.FromResult<Outcome?>(null);
                },
            },
            ct);

    /// <summary>The claim goes where the table says, as it does for one action of one person.</summary>
    internal static void Apply(Claim claim, Verdict verdict, Transition transition, Guid editorId, DateTime at)
    {
        claim.Stage = transition.Stage;
        claim.PublicState = transition.PublicState;
        claim.StageChanges++;
        Decide(verdict, transition, editorId, at);
    }

    private static void Decide(Verdict verdict, Transition transition, Guid editorId, DateTime at)
    {
        verdict.State = transition.Verdict ?? verdict.State;
        verdict.DecidedAt = at;
        verdict.DecidedById = editorId;
    }
}
