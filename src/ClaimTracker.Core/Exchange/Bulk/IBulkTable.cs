namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>A file read as rows of cells, a row at a time; heads and format are known when the last row is read.</summary>
public interface IBulkTable
{
    IReadOnlyList<string> Heads { get; }

    /// <summary>As people say it.</summary>
    string Format { get; }

    IAsyncEnumerable<string[]> RowsAsync(CancellationToken ct);
}
