using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;

namespace ClaimTracker.Core.Tests.Review;

/// <summary>A newsroom with a checker, four editors and one claim that meets every condition but its verdict.</summary>
internal sealed class ReviewScene(TestDatabase database)
{
    public const int Number = 1;

    public static readonly VerdictDraft Draft = new()
    {
        Headline = TextEdit.Of(("en", "Records show about half of the shipment the ministry spoke of")),
        Explanation = TextEdit.Of(("en", "Two independent registers list the cargo. Neither supports the ministry's total.")),
        OtherSideSearch = TextEdit.Of(("en", "Searched the ministry's site and two wires for shipment and containers.")),
        Confidence = Confidence.Moderate,
        AsOf = new DateOnly(2026, 1, 1),
    };

    public Actor Checker { get; } = new(Guid.CreateVersion7(), "Checker", Roles.Checker);

    public IReadOnlyList<Actor> Editors { get; } = [.. Enumerable.Range(1, 4).Select(i => new Actor(Guid.CreateVersion7(), $"Editor {i}", Roles.Editor))];

    public Guid False { get; private set; }

    public Guid True { get; private set; }

    public async Task SetUpAsync(CancellationToken ct)
    {
        await using var db = database.CreateContext();
        await RatingScale.EnsureAsync(db, ct);
        foreach (var actor in Editors.Append(Checker))
        {
            db.Users.Add(new AppUser { Id = actor.UserId!.Value, DisplayName = actor.Name, UserName = actor.Name, Roles = actor.Roles, CreatedAt = db.Now });
        }

        var parties = Enumerable.Range(0, 3).Select(i => new Party { Id = Guid.CreateVersion7(), Kind = PartyKind.Ministry, Name = LocalizedText.Of(("en", $"Body {i}")) }).ToList();
        var sources = Enumerable.Range(0, 2).Select(i => new Source
        {
            Id = Guid.CreateVersion7(),
            Kind = SourceKind.Report,
            Level = SourceLevel.Primary,
            Address = $"https://example.org/{i}",
            AddressKey = $"example.org/{i}",
            OriginPartyId = parties[i + 1].Id,
        }).ToList();
        db.AddRange(parties);
        db.AddRange(sources);
        var claim = new Claim
        {
            Number = Number,
            OriginalLanguage = "en",
            Kind = ClaimKind.Quantity,
            Aspect = RatedAspect.Content,
            Statement = LocalizedText.Of(("en", "The ministry shipped ninety containers in March.")),
            LoggedAt = db.Now,
            LoggedById = Checker.UserId,
        };
        claim.Claimants.Add(new Claimant { Id = Guid.CreateVersion7(), ClaimNumber = Number, PartyId = parties[0].Id });
        claim.Appearances.Add(new Appearance { Id = Guid.CreateVersion7(), ClaimNumber = Number, SourceId = sources[0].Id });
        claim.Evidence.AddRange(sources.Select((s, i) => new Evidence { Id = Guid.CreateVersion7(), ClaimNumber = Number, SourceId = s.Id, Stance = i == 0 ? Stance.Refutes : Stance.Supports }));
        db.Add(claim);
        db.ContactAttempts.Add(new ContactAttempt
        {
            Id = Guid.CreateVersion7(),
            ClaimNumber = Number,
            Channel = ContactChannel.Email,
            SentAt = db.Now.AddDays(-5),
            Deadline = db.Now.AddDays(-2),
        });
        await db.SaveAsync(new ChangeContext(Actor.System, "test.set-up"), ct);
        False = db.Ratings.Single(r => r.Code == "False" && r.Aspect == RatedAspect.Content).Id;
        True = db.Ratings.Single(r => r.Code == "True" && r.Aspect == RatedAspect.Content).Id;
    }

    /// <summary>One request: its own context and services.</summary>
    public async Task<Outcome> DoAsync(Func<Desk, int, Task<Outcome>> action)
    {
        await using var db = database.CreateContext();
        var version = db.Claims.Where(c => c.Number == Number).Select(c => c.Version).Single();
        return await action(new Desk(db), version);
    }

    public async Task MustAsync(Func<Desk, int, Task<Outcome>> action)
    {
        var outcome = await DoAsync(action);
        Assert.True(outcome is Outcome.Done, outcome.ToString());
    }

    public async Task<Claim> ClaimAsync()
    {
        await using var db = database.CreateContext();
        return (await ClaimCase.LoadAsync(db, Number, TestContext.Current.CancellationToken))!.Claim;
    }

    public async Task<(PublicStanding? Standing, PublicDocument? Document)> AsReaderAsync()
    {
        await using var db = database.CreateReadContext();
        var reader = new PublicReader(db);
        var ct = TestContext.Current.CancellationToken;
        var standing = await reader.StandingAsync(Number, ct);
        return (standing, standing is null ? null : (await reader.VersionAsync(Number, standing.Version, ct))?.Document);
    }

    public async Task ProposeAsync(Guid rating, CancellationToken ct)
    {
        if ((await ClaimAsync()).Stage is Stage.Logged or Stage.Returned)
        {
            await MustAsync((d, v) => d.Stages.TakeAsync(Number, v, Checker, ct));
        }

        await MustAsync((d, _) => d.Verdicts.SaveDraftAsync(Number, 0, Draft with { RatingId = rating }, Checker, ct));
        await MustAsync((d, v) => d.Verdicts.ProposeAsync(Number, v, Checker, ct));
    }

    public async Task ApproveAsync(Actor editor, CancellationToken ct, CorrectionInput? correction = null) =>
        await MustAsync(async (d, v) => await d.Verdicts.ApproveAsync(Number, v, (await d.Verdicts.PreviewAsync(Number, ct))!.Hash, correction, editor, ct));

    internal sealed class Desk
    {
        public Desk(ClaimDbContext db)
        {
            var publisher = new Publisher(db);
            var transitions = new Transitions(db, publisher);
            Verdicts = new VerdictService(db, transitions, publisher);
            Stages = new StageService(db, transitions);
            Panels = new PanelService(db, transitions, new PanelSettings());
            Revisions = new RevisionService(db, transitions, publisher);
            PublicStates = new PublicStateService(db, transitions, new PublishedRedactor(db));
        }

        public VerdictService Verdicts { get; }

        public StageService Stages { get; }

        public PanelService Panels { get; }

        public RevisionService Revisions { get; }

        public PublicStateService PublicStates { get; }
    }
}
