using ClaimTracker.Web.Charts;

namespace ClaimTracker.Web.Pages.Public.Claims.Story;

/// <summary>A tree on a page, drawn across for wide pages where it is shallow enough, and down for phones and paper.</summary>
/// <param name="Id">Tells the pictures of a page apart.</param>
public sealed record TreeView(TreeNode Root, string Id, string Title, string Text, int MostLines = 3, double Gap = 84);
