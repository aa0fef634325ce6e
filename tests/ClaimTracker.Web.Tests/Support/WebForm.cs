using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>A form as it stands on a page, filled in by field name or label, and sent with its own token.</summary>
public sealed class WebForm(Browser browser, Uri page, IHtmlFormElement form)
{
    private readonly List<KeyValuePair<string, string>> more = [];

    public IReadOnlyList<string> Fields => [.. form.Elements.Select(e => e.GetAttribute("name")).OfType<string>().Distinct()];

    public string? this[string field] => Value(Find(field));

    public WebForm Fill(string field, string? value)
    {
        switch (Find(field))
        {
            case IHtmlTextAreaElement area:
                area.Value = value ?? "";
                break;
            case IHtmlSelectElement select:
                var option = select.Options.FirstOrDefault(o => o.Value == value) ?? select.Options.FirstOrDefault(o => WebPage.Plain(o.Text) == value);
                Assert.True(option is not null, $"“{field}” has no choice “{value}”.");
                foreach (var other in select.Options)
                {
                    other.IsSelected = other == option;
                }

                break;
            case IHtmlInputElement { Type: "radio" } radio:
                foreach (var other in form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name == radio.Name))
                {
                    other.IsChecked = other.Value == value;
                }

                break;
            case IHtmlInputElement { Type: "checkbox" }:
                return Check(field, value);
            case IHtmlInputElement input:
                input.Value = value ?? "";
                break;
        }

        return this;
    }

    /// <summary>Ticks a box, the one with that value where several share the name.</summary>
    public WebForm Check(string field, string? value = null, bool isChecked = true)
    {
        var box = form.Elements.OfType<IHtmlInputElement>()
            .FirstOrDefault(i => i.Type is "checkbox" or "radio" && i.Name == Name(field) && (value is null || i.Value == value));
        Assert.True(box is not null, $"No box “{field}” with “{value}”.");
        box.IsChecked = isChecked;
        return this;
    }

    /// <summary>A value the form has no control for, as a script or a tampering sender would add.</summary>
    public WebForm Add(string name, string value)
    {
        more.Add(KeyValuePair.Create(name, value));
        return this;
    }

    /// <summary>Sends the form, with the button of those words, or its first.</summary>
    public Task<WebPage> SubmitAsync(string? button = null)
    {
        var buttons = form.Elements.OfType<IHtmlButtonElement>().Where(b => b.Type == "submit").ToList();
        var pressed = button is null ? buttons.FirstOrDefault() : buttons.FirstOrDefault(b => WebPage.Plain(b.TextContent) == button);
        Assert.True(button is null || pressed is not null, $"No button “{button}”; there are: {string.Join(", ", buttons.Select(b => WebPage.Plain(b.TextContent)))}");
        var target = new Uri(page, pressed?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? page.PathAndQuery);
        var values = Values(pressed);
        return string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)
            ? browser.PostAsync(target.PathAndQuery, values)
            : browser.GetAsync(target.AbsolutePath + "?" + string.Join('&', values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}")));
    }

    /// <summary>Sends the form with a file.</summary>
    public Task<WebPage> UploadAsync(string field, string fileName, string text)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in Values(null).Where(v => v.Key != field))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), field, fileName);
        return browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(page, form.GetAttribute("action") ?? page.PathAndQuery).PathAndQuery) { Content = content });
    }

    private List<KeyValuePair<string, string>> Values(IHtmlButtonElement? pressed)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            if (element.GetAttribute("name") is not { Length: > 0 } name || element.HasAttribute("disabled"))
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    if (box.IsChecked)
                    {
                        values.Add(KeyValuePair.Create(name, box.HasAttribute("value") ? box.Value : "on"));
                    }

                    break;
                case IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" }:
                    break;
                case IHtmlInputElement input:
                    values.Add(KeyValuePair.Create(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    values.Add(KeyValuePair.Create(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    values.AddRange(select.Options.Where(o => o.IsSelected).Select(o => KeyValuePair.Create(name, o.Value)));
                    break;
            }
        }

        if (pressed?.GetAttribute("name") is { Length: > 0 } button)
        {
            values.Add(KeyValuePair.Create(button, pressed.GetAttribute("value") ?? ""));
        }

        values.AddRange(more);
        return values;
    }

    private IElement Find(string field)
    {
        var name = Name(field);
        var element = form.Elements.FirstOrDefault(e => e.GetAttribute("name") == name);
        Assert.True(element is not null, $"The form has no field “{field}”; there are: {string.Join(", ", Fields)}");
        return element;
    }

    /// <summary>A field's name, given that or the words of its label.</summary>
    private string Name(string field)
    {
        if (Fields.Contains(field))
        {
            return field;
        }

        var label = form.QuerySelectorAll("label").OfType<IHtmlLabelElement>().FirstOrDefault(l => WebPage.Plain(l.TextContent) == field);
        return label?.Control?.GetAttribute("name") ?? field;
    }

    private static string? Value(IElement element) => element switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlInputElement input => input.Value,
        _ => null,
    };
}
