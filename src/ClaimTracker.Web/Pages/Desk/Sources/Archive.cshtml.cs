using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>Hands a source's address to the web archive the operator named. Without one there is no such page.</summary>
public sealed class ArchiveModel(ClaimDbContext db, ArchiveService service, ArchiveClient archive, Links links) : SourcePage(db, links)
{
    public string Host => archive.Host;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await CanAskAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await CanAskAsync(ct))
        {
            return NotFound();
        }

        var (outcome, answer) = await service.HandOverAsync(Id, Actor, ct);
        return (outcome, answer) switch
        {
            (Outcome.Done, ArchiveAnswer.Taken { Address: not null }) => ToSource(DeskText.ArchiveKept, "archive"),
            (Outcome.Done, ArchiveAnswer.Taken) => ToSource(DeskText.ArchiveTaken, "archive"),
            (Outcome.Done, ArchiveAnswer.Refused refused) => this.Refused(RefusalNotice.Conflict(WordsOf(refused))),
            _ => this.Answer(outcome),
        };
    }

    private static string WordsOf(ArchiveAnswer.Refused refused) => refused switch
    {
        { Code: FetchRefusal.TooSlow } => DeskText.ArchiveTooSlow,
        { Status: { } status } => string.Format(System.Globalization.CultureInfo.InvariantCulture, DeskText.ArchiveRefused, status),
        _ => DeskText.ArchiveNotReached,
    };

    private async Task<bool> CanAskAsync(CancellationToken ct) => archive.IsOn && await LoadAsync(ct) && Source.Address is not null;
}
