using ClaimTracker.Core.Exchange.Downloads;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Downloads;

/// <summary>What became of a look at the sets.</summary>
public enum DownloadStep
{
    /// <summary>Readers have what there is, or will at the time of day that is set.</summary>
    NothingToDo,
    Made,

    /// <summary>Another process is making one.</summary>
    Busy,
}

/// <summary>Keeps the sets of this node's data directory: deletes what may not stay, and makes a new one when it is due.</summary>
public sealed class DownloadWork(DownloadMaker maker, DownloadStore store, DownloadSettings settings, SiteDownloads site, EpochClock epochs, TimeProvider clock)
{
    /// <param name="now">Whatever the time of day.</param>
    /// <param name="restful">Leaves the processor to readers half of the time.</param>
    /// <param name="ct">Stopped in the middle, it leaves things as they were.</param>
    public async Task<DownloadStep> StepAsync(bool now, bool restful, CancellationToken ct)
    {
        // Read before the claims: see the maker.
        epochs.Invalidate();
        var epoch = await epochs.LatestAsync(ct);
        var time = clock.GetUtcNow().UtcDateTime;
        var newest = store.Sets().FirstOrDefault(s => s.IsGood(epoch.Value, epoch.TakenAwayAt));
        var oldest = time.AddDays(-settings.KeepDays);
        store.Clean(newest is null || newest.MadeAt > oldest ? oldest : newest.MadeAt, s => s.IsGood(epoch.Value, epoch.TakenAwayAt));
        if (newest is not null && ((newest.Epoch == epoch.Value && newest.Maker == site.Maker) || !(now || settings.HasComeRound(newest.MadeAt, time))))
        {
            return DownloadStep.NothingToDo;
        }

        await site.PrepareAsync(ct);
        return await maker.MakeAsync(epoch.Value, restful, ct) is null ? DownloadStep.Busy : DownloadStep.Made;
    }
}
