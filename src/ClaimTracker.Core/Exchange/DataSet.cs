using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Exchange;

/// <summary>Where imported records come from. Loading a data set again never overwrites what a person changed.</summary>
public sealed class DataSet : IAudited
{
    public const int KeyMaxLength = 80;

    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public LocalizedText Name { get; set; } = LocalizedText.Empty;

    public LocalizedText Description { get; set; } = LocalizedText.Empty;

    public string? Licence { get; set; }

    public DateOnly? AsOf { get; set; }

    public string AuditStream => $"dataset:{Id}";
}
