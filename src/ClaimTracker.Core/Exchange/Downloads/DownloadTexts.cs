using System.Globalization;
using System.Reflection;
using System.Text;

namespace ClaimTracker.Core.Exchange.Downloads;

/// <summary>The files of a set that are for people, and the names of all.</summary>
public static class DownloadTexts
{
    public const string Readme = "README.md";
    public const string Codebook = "CODEBOOK.md";
    public const string Sums = "SHA256SUMS";
    public const string JsonLines = "claims.jsonl";
    public const string Sqlite = "claims.sqlite";

    private static readonly IReadOnlyDictionary<DownloadType, string> Types = new Dictionary<DownloadType, string>
    {
        [DownloadType.Text] = "text",
        [DownloadType.Code] = "code",
        [DownloadType.Whole] = "whole number",
        [DownloadType.Number] = "number",
        [DownloadType.YesNo] = "1 or 0",
        [DownloadType.Day] = "day, 2026-11-23",
        [DownloadType.Time] = "time, 2026-11-23T04:00:00Z",
    };

    public static string ReadmeOf(DownloadSet set, DownloadSite site)
    {
        var text = new StringBuilder(Template());
        foreach (var (name, value) in new (string, object)[]
        {
            ("site", site.Name), ("address", site.Address), ("day", set.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("time", set.MadeAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), ("all", set.Claims.All), ("published", set.Claims.Published),
            ("imported", set.Claims.Imported), ("listed", set.Claims.Listed), ("withdrawn", set.Claims.Withdrawn),
            ("licence.ar", site.Licence ?? "لم يُذكر ترخيص؛ اسأل غرفة التحرير."), ("licence.en", site.Licence ?? "None is stated; ask the newsroom."),
        })
        {
            text.Replace($"{{{name}}}", string.Create(CultureInfo.InvariantCulture, $"{value}"));
        }

        return text.ToString();
    }

    /// <summary>Every column of every file, from what they are written by.</summary>
    public static string CodebookOf(IReadOnlyList<DownloadTable> tables)
    {
        var text = new StringBuilder("# Codebook · دليل البيانات\n\n")
            .Append("UTF-8. An empty cell (CSV) or NULL (SQLite) is not known or does not apply. Texts in other languages than Arabic and English stand in `claims.jsonl`. ")
            .Append("In CSV an apostrophe stands before a cell that a spreadsheet would take for a formula (one that begins with `=`, `+`, `-`, `@`).\n\n")
            .Append("الخانة الفارغة غير معروفة أو لا تنطبق. والنصوص بغير العربية والإنجليزية في `claims.jsonl`. وتسبق فاصلةٌ عليا في ملفات CSV كل خانة قد يحسبها برنامج الجداول معادلة.\n\n")
            .Append('`').Append(JsonLines).Append("`: a line is the document that `/api/v1/claims/{number}` answers; its fields are described in `/openapi/v1.json`. ")
            .Append("كل سطر هو الوثيقة التي يجيب بها `/api/v1/claims/{number}`، وحقولها موصوفة في `/openapi/v1.json`.\n");
        var claims = tables.Single(t => t.Name == "claims");
        Append(text, ClaimsCsv.FileName, claims.Meaning, claims.MeaningInArabic, ClaimsCsv.Columns(claims));
        foreach (var table in tables)
        {
            var file = table.IsCsv ? $" · {table.Name}.csv" : "";
            Append(text, $"{Sqlite}: {table.Name}{file}", table.Meaning, table.MeaningInArabic, table.Columns);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string title, string meaning, string meaningInArabic, IReadOnlyList<IDownloadColumn> columns)
    {
        text.Append("\n## ").Append(title).Append("\n\n").Append(meaning).Append(". ").Append(meaningInArabic).Append(".\n\n| Column | Type | Meaning | المعنى |\n|---|---|---|---|\n");
        foreach (var column in columns)
        {
            var values = column.Values.Count > 0 ? $": {string.Join(", ", column.Values)}" : column.References is { } other ? $", {other}" : "";
            text.Append("| `").Append(column.Name).Append("` | ").Append(Types[column.Type]).Append(values).Append(" | ").Append(column.Meaning).Append(" | ").Append(column.MeaningInArabic).Append(" |\n");
        }
    }

    private static string Template()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("downloads/README.md") ?? throw new InvalidOperationException("The text of the README is not there.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
