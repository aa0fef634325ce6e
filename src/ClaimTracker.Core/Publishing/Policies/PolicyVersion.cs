using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Publishing.Policies;

/// <summary>
/// One saved version of a policy page, numbered from 1 within its policy; 0 is the built-in text as it stood when the first was saved. Only ever
/// added: what readers were once told stays readable, unless an administrator withholds it.
/// </summary>
public sealed class PolicyVersion : IAudited
{
    /// <summary>Of the Markdown, per language.</summary>
    public const int TextMaxLength = 40_000;

    public const int ChangeMaxLength = 280;

    public const int ReasonMaxLength = 500;

    public required Guid Id { get; init; }

    public required Policy Policy { get; init; }

    public required int Number { get; init; }

    /// <summary>Markdown; at least one language.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Empty;

    /// <summary>What changed since the version before, for readers; empty only where nothing stood before.</summary>
    public LocalizedText Change { get; init; } = LocalizedText.Empty;

    public required Guid ById { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Since when readers do not get it; null: they do. Who decides on it says what they saw here.</summary>
    public DateTime? WithheldAt { get; set; }

    /// <summary>For the staff.</summary>
    public string? WithheldReason { get; set; }

    public string AuditStream => StreamOf(Policy);

    /// <summary>The audit stream of all versions of a policy.</summary>
    public static string StreamOf(Policy policy) => $"policy:{PolicyNames.SlugOf(policy)}";
}
