using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;

namespace ClaimTracker.Core.Review;

/// <summary>What can be taken out of published versions (6.3); the versions, their numbers and their hashes stay.</summary>
public enum RedactableField
{
    Claimants,
    Roles,
    Place,
    Quotes,
    WordingNotes,
    Attribution,
    ContactReplies,
    Notes,
    VerdictBody,
    SourceAuthors,
}

/// <summary>Takes fields out of a public document. Pure.</summary>
public static class Redaction
{
    public static PublicDocument Redact(PublicDocument document, IReadOnlyCollection<RedactableField> fields) =>
        fields.Aggregate(document, Redact);

    private static PublicDocument Redact(PublicDocument document, RedactableField field) => field switch
    {
        RedactableField.Claimants => document with { Claimants = [] },
        RedactableField.Roles => document with { Claimants = [.. document.Claimants.Select(c => c with { Role = LocalizedText.Empty })] },
        RedactableField.Place => document with { PlaceName = LocalizedText.Empty, PlaceCountry = null },
        RedactableField.Quotes => document with
        {
            Appearances = [.. document.Appearances.Select(a => a with { Quote = null, Prefix = null, Suffix = null })],
            Evidence = [.. document.Evidence.Select(e => e with { Quote = null })],
        },
        RedactableField.WordingNotes => document with { Appearances = [.. document.Appearances.Select(a => a with { WordingNote = LocalizedText.Empty })] },
        RedactableField.Attribution => document with { Attribution = [] },
        RedactableField.ContactReplies => document with { Contacts = [.. document.Contacts.Select(c => c with { Reply = LocalizedText.Empty })] },
        RedactableField.Notes => document with { Notes = [] },
        RedactableField.VerdictBody => document with { Verdict = document.Verdict is null ? null : document.Verdict with { Body = LocalizedText.Empty } },
        RedactableField.SourceAuthors => document with
        {
            Sources = [.. document.Sources.Select(s => s with { Author = null })],
            Archive = document.Archive is null ? null : document.Archive with { Byline = "" },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };
}
