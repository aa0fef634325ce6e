using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Sources;

/// <summary>Someone who says things: a person, a government, an agency, or somebody not named.</summary>
public sealed class Party : IAudited, IVersioned
{
    public const int NameMaxLength = 200;
    public const int RoleMaxLength = 200;
    public const int VariantMaxLength = 200;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required PartyKind Kind { get; set; }

    public LocalizedText Name { get; set; } = LocalizedText.Empty;

    /// <summary>The office now held or last known; a claim keeps the office held when speaking.</summary>
    public LocalizedText Role { get; set; } = LocalizedText.Empty;

    public string? Country { get; set; }

    /// <summary>The body this party belongs to; its statements are not independent of it.</summary>
    public Guid? MemberOfId { get; set; }

    public Party? MemberOf { get; init; }

    public List<PartyVariant> Variants { get; init; } = [];

    public Guid? DataSetId { get; init; }

    public string? ExternalKey { get; init; }

    public string AuditStream => $"party:{Id}";
}

/// <summary>Another spelling of a party's name; a wrong one is kept so that search still finds it.</summary>
public sealed class PartyVariant : IAudited, IPartOfParty
{
    public required Guid Id { get; init; }

    public required Guid PartyId { get; init; }

    public int Order { get; set; }

    public required string Text { get; set; }

    public required string Language { get; set; }

    public bool IsWrong { get; set; }

    public string AuditStream => $"party:{PartyId}";
}

/// <summary>A publisher.</summary>
public sealed class Outlet : IAudited, IVersioned
{
    public const int NameMaxLength = 200;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public LocalizedText Name { get; set; } = LocalizedText.Empty;

    public string? Country { get; set; }

    public required OutletKind Kind { get; set; }

    /// <summary>The same organisation as one that says things, if it does.</summary>
    public Guid? PartyId { get; set; }

    public Party? Party { get; init; }

    public Guid? DataSetId { get; init; }

    public string? ExternalKey { get; init; }

    public string AuditStream => $"outlet:{Id}";
}
