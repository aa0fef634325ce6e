using System.Globalization;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Mail;

/// <summary>The answer to a reader's report, as their receipt shows it, in the language they wrote in. What they wrote is not repeated.</summary>
public sealed class AnswerMail(ClaimDbContext db, ReceiptReader receipts, Links links, SiteSettings settings)
{
    /// <summary>Null: there is no address, or no answer any more.</summary>
    public async Task<MailWords?> WriteAsync(Guid challengeId, CancellationToken ct)
    {
        var sent = await db.Challenges.AsNoTracking().Where(c => c.Id == challengeId).Select(c => new { c.ReceiptNumber, c.Contact, c.Language }).SingleOrDefaultAsync(ct);
        if (MailAddresses.In(sent?.Contact) is not { } address || await receipts.ChallengeAsync(sent?.ReceiptNumber ?? "", ct) is not { Answer.IsEmpty: false } receipt || receipt.State.IsOpen())
        {
            return null;
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = MailWriter.CultureOf(receipt.Language);
        var formats = Formats.For(Cultures.Current, settings);
        List<string> lines =
        [
            Filled(MailText.AnswerLead, formats.Day(receipt.ReceivedAt)),
            "",
            $"{ReviewWords.Of(receipt.State)}.",
            "",
            receipt.Answer.In(Cultures.Current),
            "",
        ];
        if (receipt.Correction is { } correction)
        {
            lines.AddRange([$"{PublicText.ReceiptCorrected}:", links.Absolute(links.Claim(correction.ClaimNumber)), ""]);
        }

        lines.AddRange([MailText.AnswerReceipt, links.Absolute(links.Receipt(receipt.Number)), "", MailWriter.Signature, MailText.AnswerFooter]);
        return new MailWords(address, MailWriter.Subject(settings, Filled(MailText.AnswerSubject, receipt.Number)), string.Join('\n', lines.Select(MailWriter.Line)));
    }

    private static string Filled(string text, string value) => string.Format(CultureInfo.InvariantCulture, text, value);
}
