using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Users;

/// <summary>What a permission needs to know of a claim, and of the actor's part in it. A null stage: not logged yet.</summary>
public sealed record ClaimAccess(Stage? Stage, bool IsAssignee, bool IsLogger);

/// <summary>
/// Who may do what, as pure functions of actor and record: the one place pages, API and queries ask (6.4). What moves a claim
/// through its stages or public states is asked of <see cref="Review.Workflow"/> instead. An administrator who is not also an
/// editor manages accounts and settings and decides nothing on claims; an observer reads the desk.
/// </summary>
public static class Permissions
{
    // ---- Who one is today ----

    /// <summary>
    /// The roles that hold on that day: none while suspended; Editor to the end of the day it was granted until, Checker after.
    /// </summary>
    public static Roles RolesOn(Roles granted, DateOnly? editorUntil, bool isSuspended, DateOnly today)
    {
        if (isSuspended)
        {
            return Roles.None;
        }

        return granted.IncludesEditor() && editorUntil < today ? (granted & ~Roles.Editor) | Roles.Checker : granted;
    }

    // ---- Reading ----

    /// <summary>The desk with its claims, verdicts, notes and history.</summary>
    public static bool CanReadDesk(Actor actor) => actor.CanReadDesk;

    /// <summary>An observer sees roles (“an editor”) instead of names.</summary>
    public static bool SeesStaffNames(Actor actor) => actor.IsChecker || actor.IsAdmin;

    /// <summary>Captures, grades, withheld sources, and how claimants and readers can be reached.</summary>
    public static bool SeesStaffOnly(Actor actor) => actor.IsChecker || actor.IsAdmin;

    /// <summary>A source, and what a claim quotes from it and says about that.</summary>
    public static bool SeesSource(Actor actor, SourceVisibility visibility) => visibility is SourceVisibility.Public || SeesStaffOnly(actor);

    /// <summary>The whole trail; a claim's own history is part of the desk.</summary>
    public static bool CanReadAudit(Actor actor) => actor.IsAdmin;

    // ---- Claims ----

    public static bool CanLogClaim(Actor actor) => actor.IsChecker;

    /// <summary>
    /// An editor; a checker the claims assigned to them, and those they logged while nobody has taken them. Not a closed claim.
    /// A part that <see cref="Review.Workflow.VoidsVerdict"/> also needs the workflow's leave.
    /// </summary>
    public static bool CanEditClaim(Actor actor, ClaimAccess claim) => IsOpen(claim) && IsOwnClaimOrEditor(actor.Roles, claim);

    /// <summary>Any checker helps on any open claim.</summary>
    public static bool CanAddEvidence(Actor actor, ClaimAccess claim) => actor.IsChecker && IsOpen(claim);

    /// <inheritdoc cref="CanAddEvidence"/>
    public static bool CanAddAppearance(Actor actor, ClaimAccess claim) => actor.IsChecker && IsOpen(claim);

    /// <inheritdoc cref="CanAddEvidence"/>
    public static bool CanRecordContact(Actor actor, ClaimAccess claim) => actor.IsChecker && IsOpen(claim);

    /// <summary>Changing or taking away what stands on a claim is editing it.</summary>
    public static bool CanChangeEvidence(Actor actor, ClaimAccess claim) => CanEditClaim(actor, claim);

    /// <summary>The draft of a verdict is its assignee's, and its authors'.</summary>
    public static bool CanEditDraft(Actor actor, ClaimAccess claim, bool isAuthor) =>
        actor.IsChecker && (claim.IsAssignee || isAuthor) && claim.Stage is Stage.Checking or Stage.Returned;

    /// <summary>Assigning many at once; each claim is still asked of the workflow.</summary>
    public static bool CanBulkAssign(Actor actor) => actor.IsEditor;

    /// <summary>Due and recheck dates, triage.</summary>
    public static bool CanPlan(Actor actor, ClaimAccess claim) => CanEditClaim(actor, claim);

    /// <summary>At once, by any one of them: court order, safety, privacy, wrong person.</summary>
    public static bool CanRemove(Actor actor) => actor.IsEditor || actor.IsAdmin;

    // ---- Files that bring many records ----

    /// <summary>Uploading, saying what the columns hold, and the dry run, which makes nothing.</summary>
    public static bool CanStageImport(Actor actor) => actor.IsChecker;

    /// <summary>Making the records, stopping, going on, undoing.</summary>
    public static bool CanRunImport(Actor actor) => actor.IsEditor;

    /// <summary>Forgetting a file with what is known of its rows: whoever brought it in, and editors.</summary>
    public static bool CanDiscardImport(Actor actor, Guid? broughtInBy) => actor.IsEditor || (actor.IsChecker && broughtInBy is not null && broughtInBy == actor.UserId);

    /// <summary>Answering for a whole batch of what this newsroom published before.</summary>
    public static bool CanSignArchive(Actor actor) => actor.IsEditor;

    // ---- Notes ----

    public static bool CanWriteNote(Actor actor) => actor.IsChecker;

    public static bool CanEditNote(Actor actor, bool isAuthor) => actor.IsChecker && isAuthor;

    public static bool CanResolveNote(Actor actor) => actor.IsChecker;

    /// <summary>With the claim, as a public reviewer's note.</summary>
    public static bool CanPublishNote(Actor actor) => actor.IsEditor;

    // ---- Saved searches ----

    /// <summary>For oneself, whoever reads the desk.</summary>
    public static bool CanSaveSearch(Actor actor) => actor.CanReadDesk;

    /// <summary>With everybody at the desk.</summary>
    public static bool CanShareSearch(Actor actor) => actor.IsChecker;

    public static bool SeesSavedSearch(Actor actor, bool isOwner, bool isShared) => actor.CanReadDesk && (isOwner || isShared);

    /// <summary>Renaming, sharing or not, deleting.</summary>
    public static bool CanChangeSavedSearch(Actor actor, bool isOwner) => actor.CanReadDesk && isOwner;

    // ---- Notifications ----

    /// <summary>What is told of a kind may still be read by the person: roles come and go.</summary>
    public static bool IsToldOf(Actor actor, NotificationKind kind) => kind switch
    {
        NotificationKind.ReportReceived or NotificationKind.ReportAssigned => CanHandleChallenges(actor),
        NotificationKind.SuggestionReceived => CanHandleSuggestions(actor),
        _ => actor.CanReadDesk,
    };

    // ---- Sources, parties, topics ----

    /// <summary>Adding and mending sources, outlets and parties.</summary>
    public static bool CanEditSources(Actor actor) => actor.IsChecker;

    /// <summary>Asking a publisher to correct an article, and recording what came of it.</summary>
    public static bool CanRequestCorrection(Actor actor) => actor.IsChecker;

    /// <summary>The second look without which readers do not see a fault of an article.</summary>
    public static bool CanConfirmErrors(Actor actor) => actor.IsEditor;

    /// <summary>Of this one, not by somebody whose words are in it.</summary>
    /// <param name="authors">Of <see cref="ErrorLooks.AuthorsAsync"/>.</param>
    public static bool CanConfirmError(Actor actor, ArticleError error, IEnumerable<Guid> authors) =>
        CanConfirmErrors(actor) && error.IsWaiting && !IsAuthorOf(actor, error, authors);

    public static bool IsAuthorOf(Actor actor, ArticleError error, IEnumerable<Guid> authors) =>
        actor.UserId is { } user && (error.ProposedById == user || authors.Contains(user));

    /// <summary>Withholding a source acts on every published version at once.</summary>
    public static bool CanWithholdSource(Actor actor) => actor.IsEditor;

    /// <summary>Naming a new topic while logging, or in administration.</summary>
    public static bool CanAddTopic(Actor actor) => actor.IsChecker || actor.IsAdmin;

    public static bool CanManageTopics(Actor actor) => actor.IsAdmin;

    // ---- Readers' challenges ----

    /// <summary>Owning, answering, upholding or not.</summary>
    public static bool CanHandleChallenges(Actor actor) => actor.IsEditor;

    /// <summary>This one: an appeal is for somebody who neither wrote nor decided what it is against.</summary>
    public static bool CanHandleChallenge(Actor actor, Review.ChallengeKind kind, bool isOwnVerdict) =>
        CanHandleChallenges(actor) && !(kind is Review.ChallengeKind.Appeal && isOwnVerdict);

    /// <summary>Logging a claim from what a reader suggests, or saying why not.</summary>
    public static bool CanHandleSuggestions(Actor actor) => actor.IsChecker;

    // ---- The house ----

    public static bool CanManageAccounts(Actor actor) => actor.IsAdmin;

    public static bool CanManageRatings(Actor actor) => actor.IsAdmin;

    /// <summary>Speaking for the whole newsroom: what it is held to, who pays for it and whom to complain to.</summary>
    public static bool CanEditPolicies(Actor actor) => actor.IsAdmin;

    /// <summary>Seeing what could not be mailed, and having it tried again.</summary>
    public static bool CanManageMail(Actor actor) => actor.IsAdmin;

    /// <summary>Seeing everybody's tokens.</summary>
    public static bool CanManageTokens(Actor actor) => actor.IsAdmin;

    /// <summary>For oneself, whoever reads the desk; a token makes no other.</summary>
    public static bool CanMakeToken(Actor actor) => actor.CanReadDesk && actor.TokenId is null;

    public static bool CanRevokeToken(Actor actor, Guid ownerId) => actor.UserId == ownerId || CanManageTokens(actor);

    internal static bool IsOwnClaimOrEditor(Roles roles, ClaimAccess claim) =>
        roles.IncludesEditor()
        || (roles.IncludesChecker() && (claim.IsAssignee || (claim.IsLogger && claim.Stage == Stage.Logged)));

    private static bool IsOpen(ClaimAccess claim) => claim.Stage is not null and not Stage.Closed;
}
