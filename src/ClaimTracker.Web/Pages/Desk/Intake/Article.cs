using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>An article on the desk with the text that counts. Captures and their texts are for those who see staff matters.</summary>
public sealed record Article(Source Source, CurrentText Current, string Text)
{
    /// <summary>Relative dates count from here: the day it was published, else the day it was captured.</summary>
    public required DateOnly Day { get; init; }

    public required KnownUnits Units { get; init; }

    /// <summary>The article's own direction; one whose language is not known is left to the browser.</summary>
    public string Direction => Source.Language is { } language ? Cultures.Direction(language) : "auto";

    public string Name => SourceNames.Of(Source.Title, Source.Address);

    public static async Task<Article?> FindAsync(ClaimDbContext db, Guid sourceId, Actor actor, CancellationToken ct)
    {
        if (!Permissions.SeesStaffOnly(actor)
            || await db.Sources.AsNoTracking().Include(s => s.Outlet).SingleOrDefaultAsync(s => s.Id == sourceId, ct) is not { } source
            || await CurrentText.OfAsync(db, sourceId, ct) is not { } current
            || await current.ReadAsync(db, ct) is not { } text)
        {
            return null;
        }

        var captured = await db.Captures.AsNoTracking().Where(c => c.Id == current.CaptureId).Select(c => c.CapturedAt).SingleAsync(ct);
        return new Article(source, current, text)
        {
            Day = source.PublishedOn?.From ?? DateOnly.FromDateTime(captured),
            Units = new KnownUnits(await db.Units.AsNoTracking().ToListAsync(ct)),
        };
    }

    public Passage? PassageAt(int from, int to) => Passage.Read(Text, new CodePointRange(from, to), Day, Units);

    public async Task<ReadingView> ReadAsync(ClaimDbContext db, CancellationToken ct)
    {
        var skipped = await db.SkippedPassages.AsNoTracking().Where(p => p.SourceId == Source.Id).Select(p => p.Sha256).ToListAsync(ct);
        return ReadingView.Of(ArticleReading.Read(Text, Day, Units), await SourceAnchors.OfAsync(db, Source.Id, Text, ct), skipped.ToHashSet(StringComparer.Ordinal));
    }
}
