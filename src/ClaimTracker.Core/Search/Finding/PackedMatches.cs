namespace ClaimTracker.Core.Search;

/// <summary>What the index found, in one row of PostgreSQL with an array for each column; nulls when nothing was found.</summary>
internal interface IPackedMatches<T>
{
    List<T> Unpack();
}

/// <summary>What counting needs of what was found.</summary>
internal sealed record PackedFacets(long[]? Id, byte[][]? Facets) : IPackedMatches<IndexMatch>
{
    public const string Columns = """array_agg(f."Id") AS "Id", array_agg(f."Facets") AS "Facets" """;

    public List<IndexMatch> Unpack() => Id is null || Facets is null ? [] : [.. Id.Select((id, i) => new IndexMatch(id, Facets[i]))];
}

/// <summary>What ranking needs of what was found.</summary>
internal sealed record PackedRanks(long[]? Id, byte[][]? Facets, int[]? Number, byte[][]? Terms, DateOnly[]? AssertedSort, int[]? Repeats) : IPackedMatches<RankedMatch>
{
    public const string Columns =
        """
        array_agg(f."Id") AS "Id", array_agg(f."Facets") AS "Facets", array_agg(f."Number") AS "Number",
        array_agg(f."Terms") AS "Terms", array_agg(f."AssertedSort") AS "AssertedSort", array_agg(f."Repeats") AS "Repeats"
        """;

    public List<RankedMatch> Unpack() => Id is null || Facets is null || Number is null || Terms is null || AssertedSort is null || Repeats is null
        ? []
        : [.. Id.Select((id, i) => new RankedMatch(id, Facets[i], Number[i], Terms[i], AssertedSort[i], Repeats[i]))];
}
