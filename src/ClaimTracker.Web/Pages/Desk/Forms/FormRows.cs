namespace ClaimTracker.Web.Pages.Desk.Forms;

/// <summary>Lists of rows in a form.</summary>
public static class FormRows
{
    /// <summary>Rows beyond this are not taken from a form.</summary>
    public const int Max = 30;

    /// <summary>One more row; false: the list is full.</summary>
    public static bool Add<T>(List<T> rows)
        where T : new()
    {
        if (rows.Count >= Max)
        {
            return false;
        }

        rows.Add(new T());
        return true;
    }

    /// <summary>At least that many rows.</summary>
    public static void Fill<T>(List<T> rows, int least)
        where T : new()
    {
        while (rows.Count < least)
        {
            rows.Add(new T());
        }
    }
}
