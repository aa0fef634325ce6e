using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace ClaimTracker.Web.Charts;

/// <summary>Writes a picture: elements with encoded attributes and texts, numbers to a tenth. Colours come from the style sheet by class.</summary>
public sealed class SvgWriter(bool isRightToLeft)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text = new();

    /// <summary>Opens an element; attributes without a value are left out.</summary>
    public SvgWriter Open(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Start(name, attributes);
        text.Append('>');
        return this;
    }

    public SvgWriter Close(string name)
    {
        text.Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>An element with nothing, or only a text, in it.</summary>
    public SvgWriter Add(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Start(name, attributes);
        text.Append("/>");
        return this;
    }

    public SvgWriter AddText(string name, string? content, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Start(name, attributes);
        text.Append('>').Append(Encoder.Encode(content ?? "")).Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>A line of words, held where it was placed whichever way it is written.</summary>
    public SvgWriter AddWords(string words, double x, double y, Hold hold, string cssClass)
    {
        var isFromRight = IsFromRight(words);
        var anchor = hold switch
        {
            Hold.Middle => "middle",
            Hold.Left => isFromRight ? "end" : "start",
            _ => isFromRight ? "start" : "end",
        };
        return AddText("text", words, ("class", cssClass), ("x", x), ("y", y), ("text-anchor", anchor), ("direction", isFromRight ? "rtl" : "ltr"));
    }

    public override string ToString() => text.ToString();

    public IHtmlContent ToHtml() => new HtmlString(text.ToString());

    /// <summary>Words with letters of the page's writing go as the page goes; others as their own.</summary>
    private bool IsFromRight(string words) => isRightToLeft ? words.Any(IsOfRightToLeft) : words.Any(IsOfRightToLeft) && !words.Any(char.IsAsciiLetter);

    private static bool IsOfRightToLeft(char letter) => letter is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFEFC';

    private void Start(string name, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        text.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                text.Append(' ').Append(attribute).Append("=\"").Append(Encoder.Encode(Written(value))).Append('"');
            }
        }
    }

    private static string Written(object value) => value switch
    {
        double number => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
