using ClaimTracker.Core.Exchange.Downloads;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Downloads;

/// <summary>The sets readers may have now.</summary>
public sealed class PublicDownloads(DownloadStore store, EpochClock epochs)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<DownloadSet>> AllAsync(CancellationToken ct)
    {
        var epoch = await epochs.LatestAsync(ct);
        return [.. store.Sets().Where(s => s.IsGood(epoch.Value, epoch.TakenAwayAt))];
    }

    public async Task<DownloadSet?> NewestAsync(CancellationToken ct) => (await AllAsync(ct)) is [var newest, ..] ? newest : null;

    /// <summary>The newest of a day, and whether one of that day was taken away.</summary>
    public async Task<(DownloadSet? Set, bool WasTakenAway)> OfAsync(DateOnly day, CancellationToken ct)
    {
        var epoch = await epochs.LatestAsync(ct);
        var ofDay = store.Sets().Where(s => s.Day == day).ToList();
        return (ofDay.Find(s => s.IsGood(epoch.Value, epoch.TakenAwayAt)), ofDay.Count > 0);
    }

    public string PathOf(DownloadSet set, DownloadFile file) => store.PathOf(set, file);
}
