namespace ClaimTracker.Core.Search;

/// <summary>
/// The folded words of one claim, field by field, which the database indexes by itself (see the SQL beside this file). Key: its
/// place in time, so that the newest are found first; one row per claim.
/// </summary>
public sealed class SearchText
{
    public required long Id { get; init; }

    public required int Number { get; init; }

    public required string Statement { get; init; }

    public required string Summary { get; init; }

    public required string Quotes { get; init; }

    /// <summary>Everything else: figures, names, sources, topics, verdict; on the desk also notes.</summary>
    public required string Rest { get; init; }

    /// <summary>The words of all fields without their affixes, each once and marked with <see cref="SearchToken.StemMark"/>; parted by one blank.</summary>
    public required string Stems { get; init; }

    /// <summary>
    /// What the claim can be filtered by, each marked with <see cref="SearchToken.FilterMark"/>; parted by one blank. What the list
    /// counts stands first, in the order of <see cref="SearchRank.Facets"/>, then <see cref="SearchToken.Boundary"/>, then the rest.
    /// </summary>
    public required string Filters { get; init; }

    /// <summary>JSON of <see cref="MatchClaim"/>.</summary>
    public required string Match { get; init; }
}

/// <summary>What ranking and counting read of a found claim: small, and apart from the text, because ten thousand are read at once.</summary>
public sealed class SearchRank
{
    /// <inheritdoc cref="SearchText.Id"/>
    public required long Id { get; init; }

    public required int Number { get; init; }

    /// <summary>See <see cref="PackedTerms"/>.</summary>
    public required byte[] Terms { get; init; }

    /// <summary>Keys of the facets the list counts, eight bytes each.</summary>
    public required byte[] Facets { get; init; }

    public DateOnly? AssertedFrom { get; init; }

    public DateOnly? AssertedTo { get; init; }

    public required DateOnly AssertedSort { get; init; }

    public required int Repeats { get; init; }

    /// <summary>The <see cref="SearchTotal.Build"/> in which the claim's words were counted.</summary>
    public int Build { get; set; }
}

/// <summary>A figure of a claim as far as search compares it; a value is a range of one.</summary>
public sealed class SearchFigure
{
    public required int Number { get; init; }

    public required int Order { get; init; }

    public required double From { get; init; }

    public required double To { get; init; }

    public required string Unit { get; init; }
}

/// <summary>A word or stem of the index and how many claims of the scope hold it; kept in the transaction that changes them.</summary>
public sealed class SearchTerm
{
    public required SearchScope Scope { get; init; }

    public required string Term { get; init; }

    public required int Documents { get; init; }

    /// <summary>A spelling it was first met in, for “did you mean”.</summary>
    public required string Shown { get; init; }
}

/// <summary>How much a scope's index holds, and how it was built.</summary>
public sealed class SearchTotal
{
    public required SearchScope Scope { get; init; }

    public required int Documents { get; init; }

    /// <summary>Words of all documents together; with their number it gives the average length.</summary>
    public required long Words { get; init; }

    /// <summary>The <see cref="TextFold.Version"/> the rows were folded with; older: the index is built again at the next start.</summary>
    public required int FoldVersion { get; init; }

    /// <summary>Raised each time the index is built again, which counts every word anew: rows of an older build are not in the counts.</summary>
    public required int Build { get; init; }

    /// <summary>While the index is built: the claim number it has come to. Null: complete.</summary>
    public int? BuiltTo { get; init; }
}

/// <summary>A word of a party's name in any spelling, with the key that spellings of one name share across scripts.</summary>
public sealed class NameWord
{
    public required Guid PartyId { get; init; }

    public required string Word { get; init; }

    public required string Stem { get; init; }

    public required string Skeleton { get; init; }
}

/// <summary>A claim whose desk row is behind, because a name or source that very many claims use has changed.</summary>
public sealed class SearchBacklog
{
    public required int Number { get; init; }
}

/// <summary>What a packed facet key stands for. Rows are only ever added.</summary>
public sealed class SearchFacet
{
    public required long Key { get; init; }

    public required string Facet { get; init; }

    public required string Value { get; init; }
}
