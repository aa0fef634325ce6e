namespace ClaimTracker.Web.Feeds;

/// <summary>A feed before it is written in one format or another; every address is whole.</summary>
/// <param name="Language">Of titles and words.</param>
/// <param name="Self">The feed's own address.</param>
/// <param name="Page">The page that says the same to people.</param>
public sealed record Feed(string Title, string Language, string Self, string Page, IReadOnlyList<FeedItem> Items)
{
    /// <summary>When the newest item came; a feed without items never changed.</summary>
    public DateTime Updated => Items.Count == 0 ? DateTime.UnixEpoch : Items.Max(i => i.At);
}

/// <param name="Key">Names the item for ever, as an address or a <c>urn:</c>.</param>
/// <param name="Html">What it says, as markup that is complete in itself.</param>
public sealed record FeedItem(string Key, string Title, string Address, DateTime At, string Html);
