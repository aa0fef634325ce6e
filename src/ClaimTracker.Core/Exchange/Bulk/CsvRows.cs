using System.Runtime.CompilerServices;
using System.Text;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>
/// Reads CSV as RFC 4180 has it, any line end: a cell may be quoted, and a quotation mark in it is doubled. A mark inside a cell that is
/// not quoted is the writer's own; text after a closing mark is a fault, since nobody can tell where that cell was meant to end.
/// </summary>
internal sealed class CsvRows(TextReader text, char delimiter)
{
    private readonly char[] buffer = new char[32 * 1024];
    private readonly StringBuilder cell = new();
    private readonly List<string> cells = [];
    private Place place = Place.Start;
    private bool endedByReturn;
    private int row;

    private enum Place
    {
        Start,
        Plain,
        Quoted,

        /// <summary>After a mark in a quoted cell: its end, or the first of a doubled one.</summary>
        Mark,
    }

    /// <summary>The rows, the heads first.</summary>
    public async IAsyncEnumerable<string[]> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        int length;
        while ((length = await text.ReadAsync(buffer, ct)) > 0)
        {
            for (var i = 0; i < length; i++)
            {
                if (Take(buffer[i]) is { } whole)
                {
                    yield return whole;
                }
            }
        }

        if (place is Place.Quoted)
        {
            throw new BulkFileException(BulkFileFault.BadQuotes, row);
        }

        if (cells.Count > 0 || cell.Length > 0 || place is not Place.Start)
        {
            yield return EndRow();
        }
    }

    private string[]? Take(char sign)
    {
        if (place is Place.Quoted)
        {
            if (sign == '"')
            {
                place = Place.Mark;
            }
            else
            {
                Append(sign);
            }

            return null;
        }

        var followsReturn = endedByReturn && sign == '\n';
        endedByReturn = false;
        switch (sign)
        {
            case '"' when place is Place.Start:
                place = Place.Quoted;
                return null;
            case '"' when place is Place.Mark:
                Append(sign);
                place = Place.Quoted;
                return null;
            case '\r' or '\n':
                endedByReturn = sign == '\r';
                return followsReturn ? null : EndRow();
            case var _ when sign == delimiter:
                EndCell();
                return null;
            case '\uFEFF' when place is Place.Start && row == 0:
                return null;
            default:
                if (place is Place.Mark)
                {
                    if (sign == ' ')
                    {
                        return null;
                    }

                    throw new BulkFileException(BulkFileFault.BadQuotes, row);
                }

                Append(sign);
                place = Place.Plain;
                return null;
        }
    }

    private void Append(char sign)
    {
        if (cell.Length > BulkFile.MaxCellLength)
        {
            throw new BulkFileException(BulkFileFault.TooLong, row);
        }

        cell.Append(sign);
    }

    private void EndCell()
    {
        if (cells.Count > BulkFile.MaxColumns)
        {
            throw new BulkFileException(BulkFileFault.TooManyColumns, row);
        }

        cells.Add(cell.ToString());
        cell.Clear();
        place = Place.Start;
    }

    private string[] EndRow()
    {
        EndCell();
        row++;
        var whole = cells.ToArray();
        cells.Clear();
        return whole;
    }
}
