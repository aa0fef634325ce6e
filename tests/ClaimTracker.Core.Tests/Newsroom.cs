using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests;

/// <summary>A database with people in it. Every call opens a context of its own, as a request does.</summary>
public sealed class Newsroom : IAsyncDisposable
{
    private Newsroom(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public required Actor Checker { get; init; }

    public required Actor Editor { get; init; }

    public required Actor Admin { get; init; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Newsroom> OpenAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();
        var people = new[] { ("Salma", Roles.Checker), ("Omar", Roles.Editor), ("Ada", Roles.Admin) }.Select(p => new AppUser
        {
            Id = Guid.CreateVersion7(),
            UserName = p.Item1,
            NormalizedUserName = p.Item1.ToUpperInvariant(),
            DisplayName = p.Item1,
            Roles = p.Item2,
            CreatedAt = db.Now,
        }).ToList();
        db.Users.AddRange(people);
        await db.SaveAsync(new ChangeContext(Actor.System, "user.create"), Ct);
        return new Newsroom(database) { Checker = people[0].ToActor(db.Today), Editor = people[1].ToActor(db.Today), Admin = people[2].ToActor(db.Today) };
    }

    public static NewClaim AClaim(string statement = "Seven hundred containers were shipped") => new()
    {
        Statement = LocalizedText.Of(("en", statement), ("ar", "شُحنت مئات الحاويات")),
        OriginalLanguage = "ar",
        Kind = ClaimKind.Quantity,
        Aspect = RatedAspect.Content,
        SelectionReason = LocalizedText.Of(("en", "Widely repeated")),
        Claimants = [new ClaimantRow { Party = new NewParty { Kind = PartyKind.Person, Name = LocalizedText.Of(("en", "Shin Wonsik")) }, Role = TextEdit.Of(("en", "Minister")) }],
        Figures = [new FigureRow { Value = 6700, Unit = new NewUnit(LocalizedText.Of(("en", "containers"), ("ar", "حاويات"))), Modifier = FigureModifier.About }],
        Topics = [new NewTopic { Name = LocalizedText.Of(("en", "Arms transfers")), Slug = "arms-" + Guid.NewGuid().ToString("N")[..8] }],
        Appearances = [new AppearanceRow { Source = ASource(), ParagraphFrom = 3, Quote = "6700 حاوية", Strength = AppearanceStrength.Reported }],
        Evidence = [new EvidenceRow { Source = ASource(), Stance = Stance.Supports }],
        Attribution = [new AttributionRow { Party = new NewParty { Kind = PartyKind.Ministry, Name = LocalizedText.Of(("en", "Ministry")) }, Verb = "said" }],
    };

    public static NewSource ASource(string? address = null) => new()
    {
        Kind = SourceKind.Article,
        Address = address ?? $"https://example.org/{Guid.NewGuid():N}",
        Title = LocalizedText.Of(("en", "An article")),
        Language = "en",
    };

    public async Task<T> WithAsync<T>(Func<ClaimDbContext, Task<T>> work)
    {
        await using var db = Database.CreateContext();
        return await work(db);
    }

    public Task<Outcome> LogAsync(NewClaim claim, Guid? submission = null, Actor? actor = null) =>
        WithAsync(db => new ClaimService(db, new Publisher(db)).LogAsync(claim, submission ?? Guid.CreateVersion7(), actor ?? Checker, Ct));

    public async Task<Claim> LoggedAsync(NewClaim? claim = null)
    {
        var done = Assert.IsType<Outcome.Done>(await LogAsync(claim ?? AClaim()));
        return await LoadAsync(done.Number);
    }

    public Task<Claim> LoadAsync(int number) => WithAsync(db => db.Claims.AsNoTracking()
        .Include(c => c.Claimants).Include(c => c.Figures).Include(c => c.Topics).Include(c => c.Appearances)
        .Include(c => c.Attribution).ThenInclude(s => s.Scopes).Include(c => c.Evidence).Include(c => c.Links)
        .SingleAsync(c => c.Number == number, Ct));

    public Task<Outcome> ReviseAsync(int number, int version, ClaimEdit edit, Actor? actor = null) =>
        WithAsync(db => new ClaimService(db, new Publisher(db)).ReviseAsync(number, version, edit, actor ?? Editor, Ct));

    public async Task<List<AuditFinding>> VerifyAsync()
    {
        await using var db = Database.CreateContext();
        return await new AuditVerifier(db).VerifyAsync(Ct).ToListAsync(Ct);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
