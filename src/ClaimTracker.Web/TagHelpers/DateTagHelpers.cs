using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Format;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ClaimTracker.Web.TagHelpers;

/// <summary><c>&lt;fuzzy-date value="…" /&gt;</c>: a date as well as it is known; readable by machines where it is one day.</summary>
[HtmlTargetElement("fuzzy-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FuzzyDateTagHelper(Formats formats) : TagHelper
{
    public FuzzyDate? Value { get; set; }

    /// <summary>Of something that happened at one time within it, such as a saying.</summary>
    public bool IsMoment { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var day = Value is { Precision: DatePrecision.Day, From: { } from } ? from : (DateOnly?)null;
        output.TagName = day is null ? "bdi" : "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (day is { } known)
        {
            output.Attributes.SetAttribute("datetime", Formats.Machine(known));
        }

        output.Content.SetContent(IsMoment ? formats.Moment(Value) : formats.Date(Value));
    }
}

/// <summary><c>&lt;day value="…" /&gt;</c> for a day, <c>&lt;day at="…" /&gt;</c> for the day a time was in the newsroom, <c>&lt;day at="…" with-time /&gt;</c>.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DayTagHelper(Formats formats) : TagHelper
{
    public DateOnly? Value { get; set; }

    public DateTime? At { get; set; }

    public bool WithTime { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (machine, words) = (Value, At) switch
        {
            ({ } day, _) => (Formats.Machine(day), formats.Date(day)),
            (_, { } at) => (Formats.Machine(at), WithTime ? formats.Time(at) : formats.Day(at)),
            _ => (null, null),
        };
        if (machine is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", machine);
        output.Content.SetContent(words);
    }
}
