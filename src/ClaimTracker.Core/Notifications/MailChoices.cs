using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Notifications;

/// <summary>What a person wants to be mailed, kind by kind. Everybody sees and sets their own only.</summary>
public sealed class MailChoices(ClaimDbContext db)
{
    public async Task<IReadOnlyDictionary<NotificationKind, MailChoice>> ReadAsync(Actor person, CancellationToken ct)
    {
        var chosen = await db.NotificationSettings.AsNoTracking().Where(s => s.UserId == person.UserId).ToDictionaryAsync(s => s.Kind, s => s.Mail, ct);
        return Enum.GetValues<NotificationKind>().ToDictionary(k => k, k => chosen.GetValueOrDefault(k, NotificationSetting.Usual(k)));
    }

    /// <summary>Kinds that are not named stay as they are.</summary>
    public Task<Outcome> SaveAsync(IReadOnlyDictionary<NotificationKind, MailChoice> choices, Actor person, CancellationToken ct) => Retry.RunAsync<Outcome>(db, async () =>
    {
        if (person.UserId is not { } user)
        {
            return new Outcome.NotFound();
        }

        if (choices.Where(c => !Enum.IsDefined(c.Key) || !Enum.IsDefined(c.Value)).Select(c => c.Key.ToString()).FirstOrDefault() is { } wrong)
        {
            return new Outcome.Invalid(wrong, FaultCode.UnknownCode);
        }

        var settings = await db.NotificationSettings.Where(s => s.UserId == user).ToDictionaryAsync(s => s.Kind, ct);
        foreach (var (kind, choice) in choices)
        {
            if (settings.TryGetValue(kind, out var setting))
            {
                setting.Mail = choice;
            }
            else
            {
                db.NotificationSettings.Add(new NotificationSetting { UserId = user, Kind = kind, Mail = choice });
            }
        }

        await db.SaveChangesAsync(ct);
        return new Outcome.Done(Id: user);
    }, ct);
}
