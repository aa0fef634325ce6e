using System.Net;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Claims that were imported are edited like those logged here, and what their forms do not show stays whole.</summary>
public sealed class EditingImportedTests(SeededWebApp app) : IClassFixture<SeededWebApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StaleEdits_OfDifferentFields_BothSurvive()
    {
        var before = (await app.WithDbAsync(db => db.Claims.AsNoTracking().OrderBy(c => c.Number).ToListAsync(Ct))).First(c => c is { AssertedOn.Rule: not null, EventOn: not null });
        var (slow, quick) = (await JoinsAsync(), await JoinsAsync());
        var form = (await slow.OpensAsync(before.Number, "facts")).Form("Input.Version");
        var other = (await quick.OpensAsync(before.Number, "facts")).Form("Input.Version");
        (await other.Fill("Input.AssertedOn.From", "2024-02-25").Fill("Input.AssertedOn.To", "").Fill("Input.AssertedOn.Words", "").Fill("Input.AssertedOn.Precision", "").SubmitAsync()).AssertOk();

        (await form.Fill("Input.Summary.Ar", "ملخص جديد").SubmitAsync()).AssertOk();

        var after = await ClaimAsync(before.Number);
        Assert.Equal((new DateOnly(2024, 2, 25), "ملخص جديد", before.EventOn), (after.AssertedOn?.From, after.Summary["ar"], after.EventOn));
    }

    [Fact]
    public async Task FormSentBackAsItWas_ChangesNothing()
    {
        var person = await JoinsAsync();
        foreach (var number in new[] { 10, 30 })
        {
            var before = await ClaimAsync(number);
            (await (await person.OpensAsync(number, "facts")).Form("Input.Version").SubmitAsync()).AssertOk();
            List<string> rows =
            [
                .. before.Claimants.Select(r => $"claimants/{r.Id}"), .. before.Figures.Select(r => $"figures/{r.Id}"), .. before.Appearances.Select(r => $"appearances/{r.Id}"),
                .. before.Attribution.Select(r => $"attribution/{r.Id}"), .. before.Evidence.Select(r => $"evidence/{r.Id}"),
            ];
            foreach (var row in rows)
            {
                (await (await person.OpensAsync(number, $"rows/{row}")).AssertOk().Form("Input.Version").SubmitAsync()).AssertOk();
            }

            var changes = await app.WithDbAsync(db => db.AuditEntries.Where(e => e.Stream == before.AuditStream && e.Kind == AuditKind.Change).ToListAsync(Ct));
            Assert.Equal("", string.Join('\n', changes.SelectMany(e => e.ReadValues()).Select(v => $"{v.Record}.{v.Property}: {v.Old} > {v.New}")));
        }
    }

    [Fact]
    public async Task TamperedDate_IsReadFromTheFields()
    {
        var person = await JoinsAsync();
        var claim = (await app.WithDbAsync(db => db.Claims.AsNoTracking().OrderByDescending(c => c.Number).ToListAsync(Ct))).First(c => c is { AssertedOn.Precision: DatePrecision.Day });

        var page = await (await person.OpensAsync(claim.Number, "facts")).Form("Input.Version").Fill("Input.AssertedOn.Stored", "{not a date").SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(claim.AssertedOn?.From, (await ClaimAsync(claim.Number)).AssertedOn?.From);
    }

    private async Task<DeskPerson> JoinsAsync()
    {
        var user = await app.CreateUserAsync(Roles.Editor);
        var browser = app.NewBrowser();
        await browser.SignInAsync(user);
        return new DeskPerson(browser, user, "en");
    }

    private Task<Claim> ClaimAsync(int number) => app.WithDbAsync(db => db.Claims.AsNoTracking()
        .Include(c => c.Claimants).Include(c => c.Figures).Include(c => c.Appearances).Include(c => c.Attribution).Include(c => c.Evidence).AsSplitQuery()
        .SingleAsync(c => c.Number == number, Ct));
}
