using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data.Configurations;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Data;

/// <summary>
/// The one model, on SQLite and on PostgreSQL. Audited records are saved only through <see cref="SaveAsync"/>, which records
/// who, what and why in the same transaction; Identity's own saves use <see cref="Change"/>.
/// </summary>
public class ClaimDbContext : IdentityUserContext<AppUser, Guid>
{
    private readonly DbContextOptions options;
    private readonly TimeProvider clock;

    public ClaimDbContext(DbContextOptions<ClaimDbContext> options, TimeProvider clock, MailSettings? mail = null)
        : base(options) => (this.options, this.clock, SendsMail) = (options, clock, mail is { IsOn: true });

    protected ClaimDbContext(DbContextOptions options, TimeProvider clock)
        : base(options) => (this.options, this.clock) = (options, clock);

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<Claimant> Claimants => Set<Claimant>();

    public DbSet<Figure> Figures => Set<Figure>();

    public DbSet<ClaimTopic> ClaimTopics => Set<ClaimTopic>();

    public DbSet<ClaimLink> ClaimLinks => Set<ClaimLink>();

    public DbSet<Appearance> Appearances => Set<Appearance>();

    public DbSet<AttributionStep> AttributionSteps => Set<AttributionStep>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Measure> Measures => Set<Measure>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<Outlet> Outlets => Set<Outlet>();

    public DbSet<Party> Parties => Set<Party>();

    public DbSet<ArticleError> ArticleErrors => Set<ArticleError>();

    public DbSet<Capture> Captures => Set<Capture>();

    public DbSet<CaptureContent> CaptureContents => Set<CaptureContent>();

    public DbSet<WorkingText> WorkingTexts => Set<WorkingText>();

    public DbSet<CustodyEvent> CustodyEvents => Set<CustodyEvent>();

    public DbSet<SketchHash> SketchHashes => Set<SketchHash>();

    public DbSet<PendingArticle> PendingArticles => Set<PendingArticle>();

    public DbSet<SkippedPassage> SkippedPassages => Set<SkippedPassage>();

    public DbSet<CorrectionRequest> CorrectionRequests => Set<CorrectionRequest>();

    public DbSet<Rating> Ratings => Set<Rating>();

    public DbSet<Verdict> Verdicts => Set<Verdict>();

    public DbSet<OutsideReview> OutsideReviews => Set<OutsideReview>();

    public DbSet<ArchiveEntry> ArchiveEntries => Set<ArchiveEntry>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<Panel> Panels => Set<Panel>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<NoteMention> NoteMentions => Set<NoteMention>();

    public DbSet<ContactAttempt> ContactAttempts => Set<ContactAttempt>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<PendingDecision> PendingDecisions => Set<PendingDecision>();

    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();

    public DbSet<SavedSearchLook> SavedSearchLooks => Set<SavedSearchLook>();

    public DbSet<SearchWatch> SearchWatches => Set<SearchWatch>();

    public DbSet<SearchWatchTold> SearchWatchTold => Set<SearchWatchTold>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<NotificationSetting> NotificationSettings => Set<NotificationSetting>();

    public DbSet<OutboxMail> OutboxMails => Set<OutboxMail>();

    public DbSet<Challenge> Challenges => Set<Challenge>();

    public DbSet<Suggestion> Suggestions => Set<Suggestion>();

    public DbSet<DataSet> DataSets => Set<DataSet>();

    public DbSet<BulkImport> BulkImports => Set<BulkImport>();

    public DbSet<BulkRow> BulkRows => Set<BulkRow>();

    public DbSet<ImportMapping> ImportMappings => Set<ImportMapping>();

    public DbSet<WorkLease> WorkLeases => Set<WorkLease>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<PublicationRedaction> PublicationRedactions => Set<PublicationRedaction>();

    public DbSet<PublicClaim> PublicClaims => Set<PublicClaim>();

    public DbSet<PublicFacet> PublicFacets => Set<PublicFacet>();

    public DbSet<PublicCount> PublicCounts => Set<PublicCount>();

    public DbSet<PublicLink> PublicLinks => Set<PublicLink>();

    public DbSet<PublicFigureRow> PublicFigures => Set<PublicFigureRow>();

    public DbSet<PublicCorrection> PublicCorrections => Set<PublicCorrection>();

    public DbSet<PublicTally> PublicTallies => Set<PublicTally>();

    public DbSet<PolicyVersion> PolicyVersions => Set<PolicyVersion>();

    public DbSet<PublicRowsBuild> PublicRowsBuilds => Set<PublicRowsBuild>();

    public DbSet<SearchTerm> SearchTerms => Set<SearchTerm>();

    public DbSet<SearchTotal> SearchTotals => Set<SearchTotal>();

    public DbSet<SearchFacet> SearchFacets => Set<SearchFacet>();

    public DbSet<NameWord> NameWords => Set<NameWord>();

    public DbSet<SearchBacklog> SearchBacklog => Set<SearchBacklog>();

    public DbSet<PublicationEpoch> Epochs => Set<PublicationEpoch>();

    public DbSet<NumberAllocator> NumberAllocators => Set<NumberAllocator>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The indexed words of a scope's claims.</summary>
    public IQueryable<SearchText> SearchTexts(SearchScope scope) => Set<SearchText>(SearchTables.Of(scope).Text);

    /// <summary>What ranking reads of a scope's claims.</summary>
    public IQueryable<SearchRank> SearchRanks(SearchScope scope) => Set<SearchRank>(SearchTables.Of(scope).Rank);

    /// <summary>Who acts in saves that are not ours to call, which are Identity's.</summary>
    public ChangeContext? Change { get; set; }

    /// <summary>The request of a program that the next change answers; null: a person's.</summary>
    public KeyedRequest? Keyed { get; set; }

    /// <summary>Whether what people are told is also put into the outbox: there is a server, or a folder, to send it to.</summary>
    internal bool SendsMail { get; }

    /// <summary>Claims are noted for the desk's search index and followed soon after, instead of in the save that changes them: one of many saves.</summary>
    internal bool FollowsSearchLater { get; set; }

    /// <summary>Records are added table by table: one of many saves, each of which adds many.</summary>
    internal bool AddsManyRows { get; set; }

    /// <summary>What an audited save waits for when all is prepared that can be without holding others up: audit entries too. Null: it writes at once.</summary>
    internal Func<CancellationToken, Task>? BeforeWriting { get; set; }

    /// <summary>The time now, as the database keeps it.</summary>
    public DateTime Now => ToStored(clock.GetUtcNow().UtcDateTime);

    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>Another context on the same database, for what is asked at the same time; the caller disposes of it.</summary>
    internal ClaimDbContext Beside() => options switch
    {
        DbContextOptions<PublicReadContext> readers => new PublicReadContext(readers, clock),
        DbContextOptions<ClaimDbContext> own => new ClaimDbContext(own, clock),
        _ => throw new NotSupportedException($"{GetType()} is not known here."),
    };

    /// <summary>Cuts a UTC time to microseconds, the finest both databases keep (rule 7).</summary>
    public static DateTime ToStored(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    /// <summary>
    /// Saves everything tracked, with one audit entry per stream, in one transaction.
    /// Throws <see cref="DbUpdateConcurrencyException"/> when a record's version was overtaken.
    /// </summary>
    public async Task SaveAsync(ChangeContext change, CancellationToken ct)
    {
        Change = change;
        await SaveChangesAsync(ct);
    }

    /// <summary>Writes an entry that changes no record, such as a refusal, in its own transaction.</summary>
    public async Task RecordEventAsync(string stream, ChangeContext change, CancellationToken ct, params AuditValue[] values)
    {
        ChangeTracker.Clear();
        await SaveWithEventAsync(stream, change, values, ct);
    }

    /// <summary>Saves what is tracked, none of it audited, together with an entry that says so.</summary>
    internal Task SaveWithEventAsync(string stream, ChangeContext change, IReadOnlyList<AuditValue> values, CancellationToken ct) =>
        SaveTransaction.RunAsync(this, () => new AuditRecorder(this, clock).RecordEventAsync(stream, change, values, ct), ct);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saves are asynchronous: SaveAsync.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        VersionStamp.Apply(this);
        FoldedColumns.Apply(this);
        var audited = ChangeTracker.Entries<IAudited>().Any(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);
        if (!audited)
        {
            return await SaveRowsAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        var change = Change ?? throw new InvalidOperationException("Audited records are saved with a ChangeContext: who, what, why.");
        if (Keyed is { } keyed)
        {
            KeyedRequests.Remember(this, keyed, change.Actor);
        }

        return await SaveTransaction.RunAsync(this, () => new AuditRecorder(this, clock).RecordAsync(change, cancellationToken), cancellationToken);
    }

    /// <summary>The save itself, without audit; only <see cref="SaveTransaction"/> calls it.</summary>
    internal Task<int> SaveUnauditedAsync(CancellationToken ct) => SaveRowsAsync(acceptAllChangesOnSuccess: false, ct);

    private Task<int> SaveRowsAsync(bool acceptAllChangesOnSuccess, CancellationToken ct) => AddsManyRows
        ? AddedRows.SaveAsync(this, () => base.SaveChangesAsync(acceptAllChangesOnSuccess, ct), areKept: acceptAllChangesOnSuccess, ct)
        : base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ClaimDbContext).Assembly);
        builder.ApplySearchTables();
        PendingImports.Apply(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Apply(configurationBuilder, Database.ProviderName);
}
