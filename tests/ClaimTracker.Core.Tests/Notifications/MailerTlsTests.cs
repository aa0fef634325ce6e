using System.Net;
using System.Net.Mail;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Notifications;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Notifications;

/// <summary>Mail to a server that wants encryption and a password, as most do.</summary>
public sealed class MailerTlsTests
{
    private const string Host = "localhost";

    private static readonly NetworkCredential Account = new("newsroom", "a good password");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_GoesEncrypted_WithTheRightName()
    {
        await using var server = new MailServer { Certificate = TestCertificates.MakeTrusted(Host), Account = Account };

        await SendAsync(Settings(server));

        var mail = Assert.Single(server.Taken);
        Assert.Equal((true, Account.UserName, "Hello"), (mail.IsEncrypted, mail.SignedInAs, mail.Subject));
        Assert.Equal(["EHLO", "STARTTLS"], server.SaidInClear.Select(w => w.Split(' ')[0]));
    }

    [Fact]
    public async Task Mail_WithAWrongPassword_Waits_AndItsAdministratorIsToldWhy()
    {
        await using var room = await Newsroom.OpenAsync(DatabaseProvider.Sqlite);
        await using var server = new MailServer { Certificate = TestCertificates.MakeTrusted(Host), Account = Account };
        await room.WithAsync(async db =>
        {
            db.OutboxMails.Add(new OutboxMail { Id = Guid.CreateVersion7(), UserId = room.Editor.UserId, CreatedAt = db.Now, DueAt = db.Now });
            return await db.SaveChangesAsync(Ct);
        });
        Task<OutboxStep> StepAsync(MailSettings settings) => room.WithAsync(db => new Outbox(db, settings).StepAsync(Guid.Empty, (_, _) => Task.FromResult<MailWords?>(Words), Ct));

        Assert.Equal(OutboxStep.NoServer, await StepAsync(Settings(server) with { Password = "another" }));

        Assert.Empty(server.Taken);
        var state = await room.WithAsync(db => new OutboxList(db).ReadAsync(Ct));
        Assert.Equal(1, state.Waiting);
        Assert.Contains("authenticat", state.LastError, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("another", state.LastError, StringComparison.Ordinal);
        Assert.Equal(["EHLO", "STARTTLS"], server.SaidInClear.Select(w => w.Split(' ')[0]).Distinct());
        room.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await StepAsync(Settings(server));
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task Mail_ThatIsToBeEncrypted_IsNeverSaidInClear()
    {
        await using var inClear = new MailServer { Account = Account };
        await using var unknown = new MailServer { Certificate = TestCertificates.Make(Host), Account = Account };
        await using var another = new MailServer { Certificate = TestCertificates.MakeTrusted("mail.example.org"), Account = Account };

        foreach (var server in new[] { inClear, unknown, another })
        {
            var failure = await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(Settings(server)));
            Assert.True(Mailer.IsNoServer(failure), failure.ToString());
            Assert.Empty(server.Taken);
            Assert.Empty(server.SaidInClear.Select(w => w.Split(' ')[0]).Except(["EHLO", "HELO", "STARTTLS", "QUIT"]));
        }
    }

    private static MailWords Words => new("reader@example.org", "Hello", "Words");

    private static MailSettings Settings(MailServer server) => new()
    {
        Host = Host,
        Port = server.Port,
        User = Account.UserName,
        Password = Account.Password,
        From = "claims@example.org",
    };

    private static async Task SendAsync(MailSettings settings)
    {
        using var mailer = new Mailer(settings);
        await mailer.SendAsync(Guid.CreateVersion7(), Words);
    }
}
