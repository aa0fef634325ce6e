namespace ClaimTracker.Web.Pages.Desk.Forms;

/// <summary>A list of rows of a form, with the partial that shows one and the button that adds one.</summary>
/// <param name="List">The list's name in the form, such as <c>Input.Figures</c>.</param>
/// <param name="Partial">The partial of one row.</param>
/// <param name="Rows">The rows there are.</param>
/// <param name="Blank">A new row.</param>
/// <param name="RowName">“Figure {0}”.</param>
/// <param name="AddWords">What the button says.</param>
public sealed record RepeatView(string List, string Partial, IReadOnlyList<object> Rows, object Blank, string RowName, string AddWords)
{
    /// <summary>What the button posts.</summary>
    public string AddName => List[(List.LastIndexOf('.') + 1)..];

    public string Id => "rows-" + AddName.ToLowerInvariant();

    public static RepeatView Of<T>(string list, string partial, IReadOnlyList<T> rows, string rowName, string addWords)
        where T : class, new() => new(list, partial, rows, new T(), rowName, addWords);
}
