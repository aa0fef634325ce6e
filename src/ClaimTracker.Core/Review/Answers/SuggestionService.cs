using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>A suggestion as its form holds it; words, a link or a picture at least.</summary>
public sealed record SuggestionInput
{
    public string? Text { get; init; }

    public string? Link { get; init; }

    public byte[]? Picture { get; init; }

    /// <summary>Of the page it was sent from.</summary>
    public required string Language { get; init; }

    public string? Contact { get; init; }
}

/// <summary>Takes in what readers ask us to check, and records what became of it.</summary>
public sealed class SuggestionService(ClaimDbContext db)
{
    /// <summary>Keeps a suggestion; the same hangs on the first of them while that waits.</summary>
    /// <returns>Done, with the suggestion's id.</returns>
    public Task<Outcome> ReceiveAsync(SuggestionInput input, Guid submissionId, CancellationToken ct) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            if (await Submissions.AnswerOfAsync(db, submissionId, Actor.Reader, ct) is { } answer)
            {
                return answer;
            }

            if (new Validator().Faults(input) is { } faults)
            {
                return new Outcome.Invalid(faults);
            }

            var picture = input.Picture is { } bytes ? await KeepAsync(bytes, ct) : null;
            var key = SameKeyOf(input, picture);
            var first = await db.Suggestions.AsNoTracking()
                .Where(s => s.SameKey == key && s.SameAsId == null && s.State == SuggestionState.Received).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(ct);
            var suggestion = new Suggestion
            {
                Id = Guid.CreateVersion7(),
                ReceiptNumber = Receipts.New(Receipts.Suggestion),
                Text = TextRules.Clean(input.Text),
                Link = TextRules.Clean(input.Link),
                PictureSha256 = picture,
                PictureMediaType = Picture.MediaTypeOf(input.Picture),
                Language = input.Language,
                Contact = TextRules.Clean(input.Contact),
                ReceivedAt = db.Now,
                SameKey = key,
                SameAsId = first,
            };
            db.Suggestions.Add(suggestion);
            await Notices.OfSuggestionAsync(db, ct);
            var done = Submissions.Remember(db, submissionId, Actor.Reader, new Outcome.Done(Id: suggestion.Id));
            await db.SaveAsync(new ChangeContext(Actor.Reader, "suggestion.receive"), ct);
            return done;
        }, ct);

    /// <summary>We have that claim already.</summary>
    public Task<Outcome> MarkHereAsync(Guid id, int postedVersion, int claimNumber, Actor actor, CancellationToken ct) =>
        DecideAsync(id, postedVersion, actor, "suggestion.here", async suggestion =>
        {
            if (!await db.Claims.AnyAsync(c => c.Number == claimNumber, ct))
            {
                return new Outcome.Invalid(nameof(Suggestion.ClaimNumber), FaultCode.UnknownRecord);
            }

            (suggestion.State, suggestion.ClaimNumber, suggestion.DeclineReason) = (SuggestionState.AlreadyHere, claimNumber, null);
            return null;
        }, ct);

    /// <summary>It is not taken up; the sender is told why.</summary>
    public Task<Outcome> DeclineAsync(Guid id, int postedVersion, CloseReason reason, Actor actor, CancellationToken ct) =>
        DecideAsync(id, postedVersion, actor, "suggestion.decline", suggestion =>
        {
            if (!Enum.IsDefined(reason) || reason is CloseReason.Merged)
            {
                return Task.FromResult<Outcome?>(new Outcome.Invalid(nameof(Suggestion.DeclineReason), FaultCode.UnknownCode));
            }

            (suggestion.State, suggestion.ClaimNumber, suggestion.DeclineReason) = (SuggestionState.Declined, null, reason);
            return Task.FromResult<Outcome?>(null);
        }, ct);

    /// <summary>A claim was logged from it, in the save that logs the claim. What somebody decided of it meanwhile stands.</summary>
    internal static async Task FollowAsync(ClaimDbContext db, Guid id, int claimNumber, Actor actor, CancellationToken ct)
    {
        if (await db.Suggestions.SingleOrDefaultAsync(s => s.Id == id && s.SameAsId == null && s.State == SuggestionState.Received, ct) is { } suggestion)
        {
            (suggestion.State, suggestion.ClaimNumber, suggestion.DeclineReason) = (SuggestionState.Logged, claimNumber, null);
            (suggestion.DecidedById, suggestion.DecidedAt) = (actor.UserId, db.Now);
        }
    }

    private Task<Outcome> DecideAsync(Guid id, int postedVersion, Actor actor, string action, Func<Suggestion, Task<Outcome?>> decide, CancellationToken ct) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            if (await db.Suggestions.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } suggestion)
            {
                return new Outcome.NotFound();
            }

            if (!Permissions.CanHandleSuggestions(actor))
            {
                return await Refusals.NotPermittedAsync(db, suggestion.AuditStream, actor, action, RefusalReason.CheckersOnly, ct);
            }

            if (suggestion.SameAsId is not null)
            {
                return await Refusals.RefuseAsync(db, suggestion.AuditStream, actor, action, new Refusal(RefusalKind.NotNow, RefusalReason.AnsweredWithAnother), [], ct);
            }

            var merge = await StaleMerge.StartAsync(db, suggestion, postedVersion, ct);
            if (await decide(suggestion) is { } outcome)
            {
                return outcome;
            }

            (suggestion.DecidedById, suggestion.DecidedAt) = (actor.UserId, db.Now);
            return await MergedSave.RunAsync(db, suggestion, merge, new RecordMaker(db), new ChangeContext(actor, action), new Outcome.Done(suggestion.ClaimNumber ?? 0, id), ct);
        }, ct);

    /// <summary>Pictures lie once per content, as captures do.</summary>
    private async Task<string> KeepAsync(byte[] bytes, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (!await db.CaptureContents.AnyAsync(c => c.Sha256 == hash, ct))
        {
            db.CaptureContents.Add(new CaptureContent { Sha256 = hash, Bytes = bytes });
        }

        return hash;
    }

    /// <summary>The same words are the same wish, whatever came with them; without words the link says what is meant, and without that the picture.</summary>
    private static string SameKeyOf(SuggestionInput input, string? picture)
    {
        var words = TextFold.Fold(input.Text) is { Length: > 0 } text ? $"text|{text}" : SourceAddress.KeyOf(input.Link) is { Length: > 0 } link ? $"link|{link}" : $"picture|{picture}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
    }

    private sealed class Validator : AbstractValidator<SuggestionInput>
    {
        public Validator()
        {
            RuleFor(s => s.Language).Must(l => CorrectionRequest.Languages.Contains(l)).As(FaultCode.UnknownCode);
            RuleFor(s => s.Text).Must((s, text) => text?.Any(char.IsLetterOrDigit) is true || !string.IsNullOrWhiteSpace(s.Link) || s.Picture is not null).As(FaultCode.Required);
            RuleFor(s => s.Text).PlainText(Suggestion.TextMaxLength);
            RuleFor(s => s.Link).PlainText(Source.AddressMaxLength);
            RuleFor(s => s.Link).Must(l => string.IsNullOrWhiteSpace(l) || SourceAddress.IsValid(l.Trim())).As(FaultCode.NotAWebAddress);
            RuleFor(s => s.Contact).PlainText(Suggestion.ContactMaxLength);
            RuleFor(s => s.Picture).Must(p => p is null || p.Length <= Suggestion.PictureMaxBytes).As(FaultCode.TooLong);
            RuleFor(s => s.Picture).Must(p => p is null || Picture.MediaTypeOf(p) is not null).As(FaultCode.UnknownCode);
        }
    }
}
