using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Publishing.ClaimReviews;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Core;

/// <summary>Registers the services of the house; each lives as long as the context it works with.</summary>
public static class ClaimServices
{
    public static IServiceCollection AddClaimServices(this IServiceCollection services, PanelSettings? panels = null, AnswerSettings? answers = null, MailSettings? mail = null) => services
        .AddSingleton(panels ?? new PanelSettings())
        .AddSingleton(mail ?? MailSettings.Off)
        .AddSingleton(answers ?? new AnswerSettings())
        .AddSingleton<BackgroundWrites>()
        .AddScoped<Publisher>()
        .AddScoped<PublicProjection>()
        .AddScoped<PublishedRedactor>()
        .AddScoped<PublicReader>()
        .AddScoped<PublicClaimList>()
        .AddScoped<StatisticsReader>()
        .AddScoped<PublishedChecks>()
        .AddScoped<Transitions>()
        .AddScoped<GateReader>()
        .AddScoped<VerdictService>()
        .AddScoped<StageService>()
        .AddScoped<ArchiveSigning>()
        .AddScoped<PanelService>()
        .AddScoped<DemoPanels>()
        .AddScoped<RevisionService>()
        .AddScoped<PublicStateService>()
        .AddScoped<ClaimService>()
        .AddScoped<SourceService>()
        .AddScoped<CaptureService>()
        .AddScoped<IntakeService>()
        .AddScoped<LikeTexts>()
        .AddScoped<CorrectionRequestService>()
        .AddScoped<ArchiveService>()
        .AddScoped<PartyService>()
        .AddScoped<TopicService>()
        .AddScoped<RatingService>()
        .AddScoped<PolicyService>()
        .AddScoped<PolicyWithholding>()
        .AddScoped<PublicPolicies>()
        .AddScoped<NoteService>()
        .AddScoped<ContactService>()
        .AddScoped<ChallengeService>()
        .AddScoped<ChallengeList>()
        .AddScoped<ResponseService>()
        .AddScoped<SuggestionService>()
        .AddScoped<SuggestionList>()
        .AddScoped<ReceiptReader>()
        .AddScoped<ClaimHistory>()
        .AddScoped<AuditVerifier>()
        .AddScoped<AuditEraser>()
        .AddScoped<DeskClaimList>()
        .AddScoped<DeskSourceList>()
        .AddScoped<DeskPartyList>()
        .AddScoped<LikeClaims>()
        .AddScoped<BulkImportService>()
        .AddScoped<BulkImportList>()
        .AddScoped<BulkWork>()
        .AddScoped<SavedSearchService>()
        .AddScoped<SavedSearchList>()
        .AddScoped<NotificationService>()
        .AddScoped<MailChoices>()
        .AddScoped<Outbox>()
        .AddScoped<OutboxList>()
        .AddScoped<Digests>()
        .AddScoped<SearchWatcher>()
        .AddScoped<DeskStatistics>()
        .AddScoped<MyWork>();
}
