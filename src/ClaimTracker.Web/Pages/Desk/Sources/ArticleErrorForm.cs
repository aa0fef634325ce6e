using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>A fault of a source as it is typed in.</summary>
public sealed class ArticleErrorForm
{
    private static readonly char[] Separators = [',', '،', ';', '؛', ' '];

    public int Version { get; set; }

    [Display(Name = nameof(DeskText.ArticleErrorKind), ResourceType = typeof(DeskText))]
    public string? Kind { get; set; }

    /// <summary>Numbers, such as “3, 5”.</summary>
    [Display(Name = nameof(DeskText.ArticleErrorParagraphs), ResourceType = typeof(DeskText))]
    public string? Paragraphs { get; set; }

    [Display(Name = nameof(DeskText.ArticleErrorPublished), ResourceType = typeof(DeskText))]
    public TextInput Published { get; set; } = new();

    [Display(Name = nameof(DeskText.ArticleErrorIntended), ResourceType = typeof(DeskText))]
    public TextInput Intended { get; set; } = new();

    [Display(Name = nameof(DeskText.ArticleErrorBasis), ResourceType = typeof(DeskText))]
    public List<string> Basis { get; set; } = [];

    [Display(Name = nameof(DeskText.ArticleErrorHarm), ResourceType = typeof(DeskText))]
    public Harm? Harm { get; set; }

    /// <summary>Numbers of claims, such as “CT-12, 14”.</summary>
    [Display(Name = nameof(DeskText.ArticleErrorClaims), ResourceType = typeof(DeskText))]
    public string? Claims { get; set; }

    public static ArticleErrorForm Of(ArticleError error) => new()
    {
        Kind = error.Kind,
        Paragraphs = string.Join(", ", error.Places.Select(Written)),
        Published = TextInput.Of(error.Published),
        Intended = TextInput.Of(error.Intended),
        Basis = [.. error.Basis],
        Harm = error.Harm,
        Claims = string.Join(", ", error.Claims.OrderBy(c => c.Order).Select(c => "CT-" + Written(c.ClaimNumber))),
    };

    /// <summary>The form's name of a property of the record.</summary>
    public static string NameOf(string property) => property is nameof(ArticleError.Paragraph) ? nameof(Paragraphs) : property;

    public static string FieldOf(string path) => path.StartsWith("Errors[0]", StringComparison.Ordinal)
        ? path["Errors[0]".Length..].TrimStart('.') is "Id" or "" ? "" : "Input." + path["Errors[0].".Length..]
        : path is "SubmissionId" or nameof(SourceEdit.Errors) ? "" : "Input." + path;

    public ArticleErrorRow ToRow(Guid? id, FormFaults faults)
    {
        faults.Require(Harm, "Input.Harm");
        if (Kind is null)
        {
            faults.Add("Input.Kind", FaultCode.Required);
        }

        return new ArticleErrorRow
        {
            Id = id,
            Kind = Kind ?? "",
            Paragraphs = Numbers(Paragraphs, "Input.Paragraphs", faults),
            Published = Published.ToEdit(),
            Intended = Intended.ToEdit(),
            Basis = [.. Basis.Distinct()],
            Harm = Harm ?? default,
            Claims = Numbers(Claims, "Input.Claims", faults),
        };
    }

    private static List<int> Numbers(string? text, string field, FormFaults faults)
    {
        var numbers = new List<int>();
        foreach (var part in (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (NumberParser.TryParseWhole(part.StartsWith("CT-", StringComparison.OrdinalIgnoreCase) ? part[3..] : part, out var number))
            {
                numbers.Add(number);
            }
            else
            {
                faults.Add(field, DeskText.ArticleErrorNumbers);
                return [];
            }
        }

        return [.. numbers.Distinct()];
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
