using System.Globalization;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Desk;
using ClaimTracker.Web.Pages.Desk.Notifications;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Mail;

/// <summary>
/// Writes mails at the time they are sent: in the recipient's language, to the address they have then, with what they may read then and have
/// not read yet. Plain text.
/// </summary>
public sealed class MailWriter(ClaimDbContext db, NotificationService notifications, AnswerMail answers, Links links, SiteSettings settings)
{
    /// <summary>Before what stands under every mail; programs know it.</summary>
    internal const string Signature = "-- ";

    /// <summary>Null: the mail has become needless.</summary>
    public async Task<MailWords?> WriteAsync(OutboxMail mail, CancellationToken ct) =>
        mail.ChallengeId is { } challenge ? await answers.WriteAsync(challenge, ct)
        : mail.UserId is { } user ? await ToColleagueAsync(mail, user, ct)
        : null;

    /// <summary>Before every subject: whose mail it is.</summary>
    internal static string Subject(SiteSettings settings, string words) => Line($"[{settings.Name ?? CommonText.SiteName}] {words}");

    /// <summary>A line that begins with a name or number in Latin letters still runs from right to left in an Arabic mail.</summary>
    internal static string Line(string words) =>
        Cultures.Current == Cultures.Arabic && words.Length > 0 && words != Signature && !words.StartsWith("http", StringComparison.Ordinal) ? "\u200F" + words : words;

    /// <summary>Keeps its own direction of writing.</summary>
    private static string Apart(string? words) => $"\u2068{words}\u2069";

    /// <summary>The language of all words that are asked for until the calling method returns.</summary>
    internal static CultureInfo CultureOf(string? language) => Cultures.Info(Cultures.IsKnown(language) ? language ?? "" : Cultures.English);

    private async Task<MailWords?> ToColleagueAsync(OutboxMail mail, Guid userId, CancellationToken ct)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, ct) is not { Email: { Length: > 0 } address } user)
        {
            return null;
        }

        var person = user.ToActor(db.Today);
        // As they choose now: the mail may have waited.
        var choices = await db.NotificationSettings.AsNoTracking().Where(s => s.UserId == userId).ToDictionaryAsync(s => s.Kind, s => s.Mail, ct);
        var rows = (await notifications.OfMailAsync(mail.Id, userId, ct))
            .Where(r => Permissions.IsToldOf(person, r.Kind) && choices.GetValueOrDefault(r.Kind, NotificationSetting.Usual(r.Kind)) is not MailChoice.None).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureOf(user.Language);
        var formats = Formats.For(Cultures.Current, settings);
        var staff = await StaffNames.ReadAsync(db, person, ct);
        List<string> lines = [];
        foreach (var group in rows.GroupBy(r => r.ClaimNumber?.ToString(CultureInfo.InvariantCulture) ?? r.Id.ToString()))
        {
            lines.AddRange([.. Lines([.. group], formats, staff), ""]);
        }

        lines.AddRange([Signature, mail.Day is null ? MailText.FooterAtOnce : MailText.FooterDaily, links.Absolute(links.Account.Notifications())]);
        var subject = mail.Day is null ? SubjectOf(rows[0], formats) : formats.Count(DeskText.NotificationsUnread, rows.Count);
        return new MailWords(address, Subject(settings, subject), string.Join('\n', lines.Select(Line)));
    }

    private static string SubjectOf(NotificationRow row, Formats formats)
    {
        var about = row.ClaimNumber is { } number ? $"CT-{formats.Ordinal(number)}: " : row.SearchName is { } name ? name + ": " : "";
        return about + Happened(row, formats);
    }

    private static string Happened(NotificationRow row, Formats formats) =>
        NotificationWords.CountOf(row, formats) is { } count ? $"{ReviewWords.Of(row.Kind)} ({count})" : ReviewWords.Of(row.Kind);

    /// <summary>One claim, or one thing that is no claim, with all that happened to it.</summary>
    private IEnumerable<string> Lines(IReadOnlyList<NotificationRow> rows, Formats formats, StaffNames staff)
    {
        var first = rows[0];
        yield return first is { ClaimNumber: { } number, Statement: { } statement } ? $"CT-{formats.Ordinal(number)}: {Apart(statement.In(formats.Language))}" : NotificationWords.TitleOf(first);
        foreach (var row in rows)
        {
            yield return string.Format(CultureInfo.InvariantCulture, row.ActorId is null ? MailText.Happened : MailText.HappenedBy, Happened(row, formats), formats.Time(row.At), Apart(staff.Of(row.ActorId)));
        }

        if (NotificationWords.AddressOf(first, links) is { } address)
        {
            yield return links.Absolute(address);
        }
    }
}
