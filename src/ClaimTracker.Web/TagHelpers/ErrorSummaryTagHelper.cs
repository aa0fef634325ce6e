using System.Text.Encodings.Web;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClaimTracker.Web.TagHelpers;

/// <summary><c>&lt;error-summary /&gt;</c> at the top of a form: every error, each a link to its field. Nothing where there is none.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(HtmlEncoder encoder) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!; // set by the framework

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = View.ViewData.ModelState.SelectMany(field => field.Value?.Errors.Select(e => (field.Key, e.ErrorMessage)) ?? []).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.AppendHtml($"<h2 class=\"error-summary__title\">{encoder.Encode(CommonText.ErrorSummary)}</h2><ul class=\"error-summary__list\">");
        foreach (var (key, message) in errors)
        {
            var words = encoder.Encode(message);
            output.Content.AppendHtml(key == "" ? $"<li>{words}</li>" : $"<li><a href=\"#{TagBuilder.CreateSanitizedId(key, "_")}\">{words}</a></li>");
        }

        output.Content.AppendHtml("</ul>");
    }
}

/// <summary>
/// <c>&lt;submission-id /&gt;</c> in a form that creates something: the same form sent twice makes one record (rule 2). Bound to
/// <c>[BindProperty] public Guid SubmissionId { get; set; }</c>; a form shown again after an error keeps its id.
/// </summary>
[HtmlTargetElement("submission-id", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SubmissionIdTagHelper : TagHelper
{
    public const string FieldName = "SubmissionId";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!; // set by the framework

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var posted = View.ViewData.ModelState.TryGetValue(FieldName, out var entry) ? entry.AttemptedValue : null;
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", FieldName);
        output.Attributes.SetAttribute("value", Guid.TryParse(posted, out var id) && id != Guid.Empty ? id : Guid.CreateVersion7());
    }
}
