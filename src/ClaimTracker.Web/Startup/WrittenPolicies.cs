using ClaimTracker.Core.Publishing.Policies;

namespace ClaimTracker.Web.Startup;

/// <summary>Which policy pages have a text, for the foot of every public page; asked anew only when something readers see has changed.</summary>
public sealed class WrittenPolicies(EpochClock clock, IServiceScopeFactory scopes)
{
    private volatile Known known = new(-1, [.. PolicyNames.All.Where(p => !BuiltInPolicies.Of(p).IsEmpty)]);

    /// <summary>As far as this process knows without asking; for pages that say that the database cannot be asked.</summary>
    public IReadOnlyList<Policy> LastKnown => known.Policies;

    public async ValueTask<IReadOnlyList<Policy>> GetAsync(CancellationToken ct)
    {
        // Read before the policies: what is written in between is asked for again.
        var epoch = await clock.GetAsync(ct);
        if (known.Epoch != epoch)
        {
            await using var scope = scopes.CreateAsyncScope();
            known = new Known(epoch, await scope.ServiceProvider.GetRequiredService<PublicPolicies>().WrittenAsync(ct));
        }

        return known.Policies;
    }

    private sealed record Known(long Epoch, IReadOnlyList<Policy> Policies);
}
