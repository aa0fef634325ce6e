namespace ClaimTracker.Core.Search;

/// <summary>Which claims are searched: what readers have, or what the desk works on. Each has its own tables of the same shape.</summary>
public enum SearchScope
{
    Public,
    Desk,
}

/// <summary>The tables of a scope, by name; of the last two one is SQLite's index, one the functions that ask PostgreSQL's.</summary>
internal sealed record SearchTables(string Text, string Rank, string Figure, string Index, string Find)
{
    public static readonly SearchTables Public = new("PublicSearchTexts", "PublicSearchRanks", "PublicSearchFigures", "PublicSearchIndex", "PublicSearchFind");
    public static readonly SearchTables Desk = new("DeskSearchTexts", "DeskSearchRanks", "DeskSearchFigures", "DeskSearchIndex", "DeskSearchFind");

    public static SearchTables Of(SearchScope scope) => scope is SearchScope.Public ? Public : Desk;
}
