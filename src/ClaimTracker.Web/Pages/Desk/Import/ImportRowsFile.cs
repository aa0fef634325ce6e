using System.Globalization;
using System.Text;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Web.Pages.Desk.Import;

/// <summary>Rows of an import as CSV, each with what becomes of it and what is wrong, written as they are read.</summary>
public sealed class ImportRowsFile(BulkImport import, IAsyncEnumerable<BulkRowView> rows) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(Path.GetFileNameWithoutExtension(import.FileName) + "-rows.csv");
        response.Headers.ContentDisposition = disposition.ToString();

        // With its mark, which spreadsheets need to read Arabic.
        await using var text = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await text.WriteAsync(CsvCells.Line([DeskText.ImportRowNumber, DeskText.ImportRowFate, DeskText.ImportRowFaults, .. import.Heads]));
        await foreach (var row in rows.WithCancellation(context.HttpContext.RequestAborted))
        {
            await text.WriteAsync(CsvCells.Line([row.Number.ToString(CultureInfo.InvariantCulture), FateOf(row), string.Join(' ', row.Faults.Select(ImportView.Words)), .. row.Cells]));
        }
    }

    private static string FateOf(BulkRowView row) =>
        row.ClaimNumber is { } number ? $"{ReviewWords.Of(row.Fate)} (CT-{number.ToString(CultureInfo.InvariantCulture)})" : ReviewWords.Of(row.Fate);
}
