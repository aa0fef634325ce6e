using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClaimTracker.Web.TagHelpers;

/// <summary>
/// One field of a form: label, hint, error, and the control inside it.
/// <c>&lt;field asp-for="Input.Email" hint="…"&gt;&lt;input asp-for="Input.Email" /&gt;&lt;/field&gt;</c>; the control is told of hint and error by
/// <see cref="FieldControlTagHelper"/>.
/// </summary>
[HtmlTargetElement("field", Attributes = "asp-for")]
public sealed class FieldTagHelper(HtmlEncoder encoder) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    /// <summary>Instead of the property's <c>[Display]</c>.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Marks a field that may stay empty.</summary>
    public bool Optional { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!; // set by the framework

    public static string IdOf(ViewContext view, string name) => TagBuilder.CreateSanitizedId(view.ViewData.TemplateInfo.GetFullHtmlFieldName(name), "_");

    public static string? ErrorOf(ViewContext view, string name) =>
        ErrorOf(view.ViewData.ModelState, view.ViewData.TemplateInfo.GetFullHtmlFieldName(name));

    /// <param name="fields">The state of the form.</param>
    /// <param name="fullName">Name of the field as posted, prefix included.</param>
    public static string? ErrorOf(ModelStateDictionary fields, string fullName) =>
        fields.TryGetValue(fullName, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = IdOf(View, For.Name);
        var error = ErrorOf(View, For.Name);
        context.Items[typeof(FieldTagHelper)] = Hint is not null;
        var control = await output.GetChildContentAsync();

        output.TagName = "div";
        var classes = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "field", error is null ? null : "field--invalid", classes }.OfType<string>()));
        var optional = Optional ? $" <span class=\"field__optional\">({encoder.Encode(Resources.CommonText.Optional)})</span>" : "";
        output.Content.AppendHtml($"<label class=\"field__label\" for=\"{id}\">{encoder.Encode(Label ?? For.Metadata.GetDisplayName())}{optional}</label>");
        if (Hint is not null)
        {
            output.Content.AppendHtml($"<p class=\"field__hint\" id=\"{id}-hint\">{encoder.Encode(Hint)}</p>");
        }

        if (error is not null)
        {
            output.Content.AppendHtml($"<p class=\"field__error\" id=\"{id}-error\">{encoder.Encode(error)}</p>");
        }

        output.Content.AppendHtml(control);
    }
}

/// <summary>Ties a control to its hint and error, for those who hear the page, and gives it the look of a control.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
public sealed class FieldControlTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!; // set by the framework

    public override int Order => 100;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (output.Attributes["type"]?.Value?.ToString() == "hidden")
        {
            return; // Nobody meets it.
        }

        var id = FieldTagHelper.IdOf(View, For.Name);
        var hasError = FieldTagHelper.ErrorOf(View, For.Name) is not null;
        var hasHint = context.Items.TryGetValue(typeof(FieldTagHelper), out var hint) && hint is true;
        var describedBy = string.Join(' ', new[] { hasHint ? id + "-hint" : null, hasError ? id + "-error" : null }.OfType<string>());
        if (describedBy != "")
        {
            output.Attributes.SetAttribute("aria-describedby", describedBy);
        }

        if (hasError)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }
    }
}

/// <summary><c>&lt;field-error asp-for="Input.Figures[0].Value" /&gt;</c>: the error alone, where a form sets its own labels.</summary>
[HtmlTargetElement("field-error", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldErrorTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!; // set by the framework

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (FieldTagHelper.ErrorOf(View, For.Name) is not { } error)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field__error");
        output.Attributes.SetAttribute("id", FieldTagHelper.IdOf(View, For.Name) + "-error");
        output.Content.SetContent(error);
    }
}
