using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Account;
using ClaimTracker.Web.Pages.Admin;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>One entry of a claim's trail as people read it.</summary>
public sealed record HistoryLine(HistoryEntry Entry, string Who, string Did, string? Reason, IReadOnlyList<HistoryDifference> Differences)
{
    // Kept for staff wherever it is shown.
    private static readonly HashSet<(string Record, string Property)> StaffOnly =
    [
        (nameof(ContactAttempt), nameof(ContactAttempt.SentTo)), (nameof(Evidence), nameof(Evidence.SourceGrade)), (nameof(Evidence), nameof(Evidence.InformationGrade)),
        (nameof(Source), nameof(Source.WithheldReason)),
    ];

    // What a row in a withheld source still says to those who may not see the source.
    private static readonly HashSet<string> ShownOfWithheld =
        [nameof(Appearance.SourceId), nameof(Appearance.Strength), nameof(Appearance.IsFirst), nameof(Appearance.Flags), nameof(Evidence.Stance), AuditCanonical.DeletedProperty];

    /// <summary>Names, and for observers roles in their place and nothing that is kept for staff.</summary>
    public static IReadOnlyList<HistoryLine> Of(HistoryPage page, StaffNames staff, Formats formats)
    {
        IReadOnlySet<Guid> hidden = staff.SeesStaffOnly ? new HashSet<Guid>() : page.Withheld;
        var words = new RecordWords(formats, id =>
            hidden.Contains(id) ? DeskText.WorkbenchSourceWithheld : page.People.ContainsKey(id) ? staff.Of(id) : page.Names.TryGetValue(id, out var name) ? name.In(Cultures.Current) : null);
        return [.. page.Entries.Select(e => new HistoryLine(e, WhoDid(e, page, staff), Sentence(e), e.Reason is null ? null : AuditWords.Reason(e.Reason), Read(e, words, staff.SeesStaffOnly, hidden)))];
    }

    // An owner may have put anything into the name of a token.
    private static string WhoDid(HistoryEntry entry, HistoryPage page, StaffNames staff) =>
        entry.TokenId is { } token ? TokenWords.By(staff.Of(entry.ActorId), staff.SeesNames ? page.Tokens.GetValueOrDefault(token) : null) : staff.Of(entry.ActorId);

    // Arabic names the action with a noun, which fits whoever did it, and so needs a dash after the name.
    private static string Sentence(HistoryEntry entry) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture,
        entry.Kind is AuditKind.Refusal ? DeskText.HistoryRefused : DeskText.HistoryDid,
        AuditWords.Action(entry.Action));

    private static List<HistoryDifference> Read(HistoryEntry entry, RecordWords words, bool seesStaffOnly, IReadOnlySet<Guid> hidden) =>
    [
        .. entry.Changes
            .Where(c => !RecordWords.IsBookkeeping(c.Property) && !IsOwner(c) && (seesStaffOnly || !StaffOnly.Contains((c.Record, c.Property))) && !IsOfHidden(c, hidden))
            .Select(c => new HistoryDifference(
                c with { CanRestore = c.CanRestore && !IsOfNewRecord(entry, c) },
                NameOf(c),
                c.Property == AuditCanonical.DeletedProperty ? null : words.Value(c.Record, c.Property, c.Old),
                c.Property == AuditCanonical.DeletedProperty ? DeskText.HistoryRemoved : words.Value(c.Record, c.Property, c.New))),
    ];

    private static bool IsOfHidden(HistoryChange change, IReadOnlySet<Guid> hidden) =>
        hidden.Count > 0 && !ShownOfWithheld.Contains(change.Property) && Guid.TryParse(change.Id, out var id) && hidden.Contains(id);

    /// <summary>The record a row hangs on: the one whose history this is.</summary>
    private static bool IsOwner(HistoryChange change) => (change.Record, change.Property) is
        (nameof(PartyVariant), nameof(PartyVariant.PartyId))
        or (nameof(SourceRelay) or nameof(SourceCredit) or nameof(ArticleError) or nameof(ArticleErrorClaim), nameof(SourceRelay.SourceId));

    /// <summary>The entry that made the record: before it there was nothing to go back to.</summary>
    private static bool IsOfNewRecord(HistoryEntry entry, HistoryChange change) => entry.Changes.Any(c =>
        c.Record == change.Record && c.Id == change.Id && c.Old is null && c.Property is nameof(Claim.LoggedAt) or nameof(Claimant.ClaimNumber));

    private static string NameOf(HistoryChange change)
    {
        if (change.Property == AuditCanonical.DeletedProperty)
        {
            return RecordWords.Record(change.Record);
        }

        var field = RecordWords.Field(change.Record, change.Language is null ? change.Property : $"{change.Property}.{change.Language}");
        return change.Record is nameof(Claim) or nameof(Verdict) or nameof(Source) or nameof(Party) or nameof(Outlet) ? field : $"{RecordWords.Record(change.Record)}: {field}";
    }
}

/// <summary>One value before and after, in words.</summary>
public sealed record HistoryDifference(HistoryChange Change, string Name, string? Old, string? New)
{
    private const int LongText = 40;

    /// <summary>Long texts are compared word by word; short values stand as they are.</summary>
    public bool IsText => Change.Language is not null || Math.Max(Old?.Length ?? 0, New?.Length ?? 0) > LongText;
}
