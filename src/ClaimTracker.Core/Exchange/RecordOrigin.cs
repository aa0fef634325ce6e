namespace ClaimTracker.Core.Exchange;

/// <summary>The data set a record comes from, and its key there if it has one.</summary>
public sealed record RecordOrigin(Guid DataSetId, string? Key);
