namespace ClaimTracker.Core.History;

/// <summary>A child row of a claim: changing it raises the claim's version.</summary>
public interface IPartOfClaim
{
    int ClaimNumber { get; }
}

/// <summary>A child row of a verdict: changing it raises the verdict's version.</summary>
public interface IPartOfVerdict
{
    Guid VerdictId { get; }
}

/// <summary>A child row of a source: changing it raises the source's version.</summary>
public interface IPartOfSource
{
    Guid SourceId { get; }
}

/// <summary>A child row of a party: changing it raises the party's version.</summary>
public interface IPartOfParty
{
    Guid PartyId { get; }
}
