using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>A newsroom with the first data, in which people do one thing after the other, whatever comes to their minds.</summary>
internal sealed class BusyDesk(Newsroom room, Actor second, int seed)
{
    private static readonly string[] Vocabulary =
        ["harbour", "ميناء", "ceasefire", "هدنة", "3 million", "ثلاثة ملايين", "tonnes", "طن", "Lavrov", "لافروف", "grain", "قمح", "٥٠٠ ألف", "2,500", "denied", "نفت", "bridge", "جسر"];

    private readonly Random random = new(seed);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What was done, and not refused, how often.</summary>
    public Dictionary<string, int> Done { get; } = [];

    /// <summary>What the deed met last that could not be done.</summary>
    public Dictionary<string, Outcome> Refused { get; } = [];

    public IReadOnlyList<string> Deeds => [.. All.Keys];

    private Dictionary<string, Func<Task<Outcome>>> All => new()
    {
        ["log"] = () => room.LogAsync(Newsroom.AClaim(Words(6)) with { Summary = Text(), AssertedOn = FuzzyDate.OnDay(new DateOnly(2024, 1, 1).AddDays(random.Next(300))) }),
        ["revise"] = () => OnClaimAsync((db, n, v) => new ClaimService(db, new Publisher(db)).ReviseAsync(n, v, new ClaimEdit { Summary = Edit(), Hedge = Edit() }, room.Editor, Ct)),
        ["add a figure"] = () => OnClaimAsync((db, n, v) => new ClaimService(db, new Publisher(db)).ReviseAsync(
            n, v, new ClaimEdit { SubmissionId = Guid.CreateVersion7(), Figures = [new FigureRow { Value = random.Next(1_000_000), Unit = new NewUnit(Text()) }], ConfirmVoids = true }, room.Editor, Ct)),
        ["note"] = () => OnClaimAsync((db, n, _) => new NoteService(db).WriteAsync(new NewNote(n, Words(5), "en"), Guid.CreateVersion7(), room.Checker, Ct)),
        ["edit a note"] = () => room.WithAsync(async db => await AnyAsync(db.Notes) is { } note
            ? await new NoteService(db).EditAsync(note.Id, note.Version, Words(5), room.Checker, Ct) : new Outcome.NotFound()),
        ["list"] = () => OnClaimAsync((db, n, v) => States(db).ListAsync(n, v, Text(), null, room.Editor, Ct), c => c.PublicState == PublicState.None),
        ["unlist"] = () => OnClaimAsync((db, n, v) => States(db).UnlistAsync(n, v, room.Editor, Ct), c => c.PublicState == PublicState.Listed),
        ["withdraw"] = () => TwiceAsync((db, n, v) => States(db).WithdrawAsync(n, v, "It rests on a mistake", Text(), room.Editor, Ct), (db, n, v) => States(db).ConfirmWithdrawalAsync(n, v, second, Ct), null),
        ["restore"] = () => TwiceAsync((db, n, v) => States(db).RestoreAsync(n, v, "It was right after all", room.Editor, Ct), (db, n, v) => States(db).ConfirmRestoreAsync(n, v, second, Ct), c => c.PublicState == PublicState.Withdrawn),
        ["remove"] = () => OnClaimAsync((db, n, v) => States(db).RemoveAsync(n, v, RemovalReason.Safety, "Somebody is in danger", Text(), room.Editor, Ct)),
        ["restore removed"] = () => OnClaimAsync((db, n, v) => States(db).RestoreRemovedAsync(n, v, "Nobody is in danger", second, Ct), c => c.PublicState == PublicState.Removed),
        ["merge"] = () => OnClaimAsync((db, n, v) => new StageService(db, Steps(db)).MergeAsync(n, v, 1 + random.Next(100), "The same claim twice", room.Editor, Ct)),
        ["close"] = () => OnClaimAsync((db, n, v) => new StageService(db, Steps(db)).CloseAsync(n, v, CloseReason.OutOfScope, "Not ours to check", room.Editor, Ct)),
        ["withhold"] = () => room.WithAsync(async db => await AnyAsync(db.Sources.Where(s => s.Visibility == SourceVisibility.Public)) is { } source
            ? await new SourceService(db).WithholdAsync(source.Id, source.Version, "She is at risk", room.Editor, Ct) : new Outcome.NotFound()),
        ["unwithhold"] = () => room.WithAsync(async db => await AnyAsync(db.Sources.Where(s => s.Visibility == SourceVisibility.Withheld)) is { } source
            ? await new SourceService(db).UnwithholdAsync(source.Id, source.Version, "She agreed", room.Editor, Ct) : new Outcome.NotFound()),
        ["retitle a source"] = () => room.WithAsync(async db => await AnyAsync(db.Sources) is { } source
            ? await new SourceService(db).ReviseAsync(source.Id, source.Version, new SourceEdit { Title = Edit() }, room.Editor, Ct) : new Outcome.NotFound()),
        ["add an article error"] = () => OnSourceAsync(db => db.Sources, async (db, source) => Faults(new ArticleErrorRow { Kind = "inconsistency", Published = Edit(), Intended = Edit(), Basis = ["evidence"], Claims = await AnyClaimsAsync(db) })),
        ["reword an article error"] = () => OnErrorAsync((_, error) => Task.FromResult(Row(error) with { Published = Edit(), Claims = [.. error.Claims.Select(c => c.ClaimNumber)] })),
        ["move an article error"] = () => OnErrorAsync(async (db, error) => Row(error) with { Claims = await AnyClaimsAsync(db) }),
        ["remove an article error"] = () => OnErrorAsync((_, error) => Task.FromResult(Row(error) with { Remove = true })),
        ["rename a party"] = () => room.WithAsync(async db => await AnyAsync(db.Parties) is { } party
            ? await new PartyService(db).ReviseAsync(party.Id, party.Version, new PartyEdit { Name = Edit() }, room.Editor, Ct) : new Outcome.NotFound()),
        ["rename an outlet"] = () => room.WithAsync(async db => await AnyAsync(db.Outlets) is { } outlet
            ? await new PartyService(db).ReviseOutletAsync(outlet.Id, outlet.Version, new OutletEdit { Name = Edit() }, room.Editor, Ct) : new Outcome.NotFound()),
        ["rename a topic"] = () => room.WithAsync(async db => await AnyAsync(db.Topics) is { } topic
            ? await new TopicService(db).ReviseAsync(topic.Id, topic.Version, new TopicEdit { Name = Edit() }, room.Admin, Ct) : new Outcome.NotFound()),
    };

    public static async Task<BusyDesk> OpenAsync(Newsroom room, int seed)
    {
        await using var db = room.Database.CreateContext();
        var second = new AppUser { Id = Guid.CreateVersion7(), UserName = "Noor", NormalizedUserName = "NOOR", DisplayName = "Noor", Roles = Roles.Editor, CreatedAt = db.Now };
        db.Users.Add(second);
        await db.SaveAsync(new ChangeContext(Actor.System, "user.create"), Ct);
        await RatingScale.EnsureAsync(db, Ct);
        await SeedLoader.LoadAsync(db, Ct);
        return new BusyDesk(room, second.ToActor(db.Today), seed);
    }

    /// <summary>Each deed once, so that none is left out, and then any of them.</summary>
    public async Task WorkAsync(int more)
    {
        foreach (var deed in Deeds.Concat(Enumerable.Range(0, more).Select(_ => Deeds[random.Next(Deeds.Count)])))
        {
            room.Database.Clock.Advance(TimeSpan.FromMinutes(7));
            var outcome = await All[deed]();
            if (outcome is Outcome.Done)
            {
                Done[deed] = Done.GetValueOrDefault(deed) + 1;
            }
            else
            {
                Refused[deed] = outcome;
            }
        }
    }

    private static Transitions Steps(ClaimDbContext db) => new(db, new Publisher(db));

    private static PublicStateService States(ClaimDbContext db) => new(db, Steps(db), new PublishedRedactor(db));

    private Task<Outcome> OnClaimAsync(Func<ClaimDbContext, int, int, Task<Outcome>> deed, System.Linq.Expressions.Expression<Func<Claim, bool>>? which = null) =>
        room.WithAsync(async db => await AnyAsync(which is null ? db.Claims : db.Claims.Where(which)) is { } claim ? await deed(db, claim.Number, claim.Version) : new Outcome.NotFound());

    private Task<Outcome> OnSourceAsync(Func<ClaimDbContext, IQueryable<Source>> which, Func<ClaimDbContext, Source, Task<SourceEdit>> edit) =>
        room.WithAsync(async db => await AnyAsync(which(db)) is { } source
            ? await new SourceService(db).ReviseAsync(source.Id, source.Version, await edit(db, source), room.Editor, Ct) : new Outcome.NotFound());

    private Task<Outcome> OnErrorAsync(Func<ClaimDbContext, ArticleError, Task<ArticleErrorRow>> change) =>
        OnSourceAsync(db => db.Sources.Where(s => db.ArticleErrors.Any(e => e.SourceId == s.Id)), async (db, source) =>
        {
            var errors = await db.ArticleErrors.AsNoTracking().Include(e => e.Claims).Where(e => e.SourceId == source.Id).OrderBy(e => e.Id).ToListAsync(Ct);
            return Faults(await change(db, errors[random.Next(errors.Count)]));
        });

    private static SourceEdit Faults(ArticleErrorRow row) => new() { Errors = [row] };

    private static ArticleErrorRow Row(ArticleError error) => new() { Id = error.Id, Kind = error.Kind, Paragraphs = error.Paragraphs, Basis = error.Basis, Harm = error.Harm };

    private async Task<IReadOnlyList<int>> AnyClaimsAsync(ClaimDbContext db)
    {
        var numbers = await db.Claims.OrderBy(c => c.Number).Select(c => c.Number).ToListAsync(Ct);
        return [numbers[random.Next(numbers.Count)], numbers[random.Next(numbers.Count)]];
    }

    private async Task<Outcome> TwiceAsync(Func<ClaimDbContext, int, int, Task<Outcome>> ask, Func<ClaimDbContext, int, int, Task<Outcome>> confirm, System.Linq.Expressions.Expression<Func<Claim, bool>>? which)
    {
        if (await OnClaimAsync(ask, which) is not Outcome.Done asked)
        {
            return new Outcome.NotFound();
        }

        return await room.WithAsync(async db => await confirm(db, asked.Number, await db.Claims.Where(c => c.Number == asked.Number).Select(c => c.Version).SingleAsync(Ct)));
    }

    private async Task<T?> AnyAsync<T>(IQueryable<T> rows)
        where T : class
    {
        var count = await rows.CountAsync(Ct);
        return count == 0 ? null : await rows.AsNoTracking().OrderBy(r => EF.Property<object>(r, typeof(T) == typeof(Claim) ? "Number" : "Id")).Skip(random.Next(count)).FirstOrDefaultAsync(Ct);
    }

    private LocalizedText Text() => LocalizedText.Of(("en", Words(4)), ("ar", Words(4)));

    private TextEdit Edit() => TextEdit.Of(("en", Words(4)), ("ar", Words(4)));

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
}
