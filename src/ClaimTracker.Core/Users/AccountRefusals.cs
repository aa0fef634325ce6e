using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Users;

/// <summary>Why something about accounts and settings is refused; each refusal leaves an entry in the trail (rule 3).</summary>
public static class AccountRefusals
{
    public const string NotAdministrator = nameof(NotAdministrator);

    /// <summary>Somebody has to be able to let others in.</summary>
    public const string LastAdministrator = nameof(LastAdministrator);

    public const string OwnAccount = nameof(OwnAccount);

    public const string WrongPassword = nameof(WrongPassword);

    public const string LinkUsed = nameof(LinkUsed);

    /// <summary>Tokens are for people of the desk, who make them themselves.</summary>
    public const string NoTokens = nameof(NoTokens);

    public const string TooManyTokens = nameof(TooManyTokens);

    public const string NotYourToken = nameof(NotYourToken);

    internal static string DayStream(ClaimDbContext db) => $"day:{AuditText.Of(db.Today)}";

    internal static async Task<Outcome> NotPermittedAsync(ClaimDbContext db, string stream, Actor actor, string action, CancellationToken ct)
    {
        await RecordAsync(db, stream, actor, action, NotAdministrator, ct);
        return new Outcome.NotPermitted(NotAdministrator);
    }

    internal static async Task<Outcome> NotNowAsync(ClaimDbContext db, string stream, Actor actor, string action, string code, CancellationToken ct)
    {
        await RecordAsync(db, stream, actor, action, code, ct);
        return new Outcome.NotNow(code);
    }

    private static Task RecordAsync(ClaimDbContext db, string stream, Actor actor, string action, string code, CancellationToken ct) =>
        db.RecordEventAsync(stream, new ChangeContext(actor, action, code) { Kind = AuditKind.Refusal }, ct);
}
