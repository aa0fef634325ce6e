using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>What the columns of an import hold, and what is remembered of it for the next file with the same heads.</summary>
public static class BulkMapping
{
    public static IReadOnlyList<string> CellsOf(BulkRow row) => JsonSerializer.Deserialize<List<string>>(row.Cells, CoreJson.Options) ?? [];

    public static IReadOnlyDictionary<string, string> ConstantsOf(BulkImport import) => JsonSerializer.Deserialize<Dictionary<string, string>>(import.Constants, CoreJson.Options) ?? [];

    internal static BulkInputReader ReaderOf(BulkImport import) => new(import.Kind, import.Columns, ConstantsOf(import), import.DataSetId);

    internal static string HeadsKey(IReadOnlyList<string> heads) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', heads.Select(TextFold.Fold)))));

    /// <summary>As it was last said for these heads, else as the heads sound.</summary>
    internal static async Task SuggestAsync(ClaimDbContext db, BulkImport import, CancellationToken ct)
    {
        var key = HeadsKey(import.Heads);
        var known = await db.ImportMappings.AsNoTracking().SingleOrDefaultAsync(m => m.Kind == import.Kind && m.HeadsKey == key, ct);
        import.Columns = known?.Columns ?? BulkFields.Guess(import.Kind, import.Heads);
        import.Constants = known?.Constants ?? "{}";
    }

    internal static async Task RememberAsync(ClaimDbContext db, BulkImport import, CancellationToken ct)
    {
        var key = HeadsKey(import.Heads);
        var known = await db.ImportMappings.SingleOrDefaultAsync(m => m.Kind == import.Kind && m.HeadsKey == key, ct);
        if (known is null)
        {
            known = new ImportMapping { Id = Guid.CreateVersion7(), Kind = import.Kind, HeadsKey = key, UsedAt = db.Now };
            db.ImportMappings.Add(known);
        }

        (known.Columns, known.Constants, known.UsedAt) = (import.Columns, import.Constants, db.Now);
    }
}
