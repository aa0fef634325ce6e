using System.Text;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>What the first data has none of, sent in through the forms people use; each gives the address one arrives at.</summary>
internal static class Scenes
{
    private const string Article = """
        The ministry counts the silos

        The ministry said that 812 silos were destroyed last month. Nobody answered our questions.
        """;

    /// <summary>By the person named, who lets it be printed.</summary>
    public static async Task<string> ReportAsync(IPage reader, int claim)
    {
        await reader.GotoAsync($"/en/report?claim={claim}");
        await reader.Locator("input[value=PersonNamed]").CheckAsync();
        await reader.Locator("[name='Input.Text']").FillAsync("That is not what I said on that day.");
        await reader.Locator("[name='Input.Name']").FillAsync("The person named");
        await reader.Locator("input[type=checkbox][name='Input.MayBePrinted']").CheckAsync();
        return await SentAsync(reader, "main button.button--primary", "/receipt/");
    }

    public static async Task<string> SuggestAsync(IPage reader)
    {
        await reader.GotoAsync("/en/suggest");
        await reader.Locator("[name='Input.Text']").FillAsync("They say that every silo of the province has been destroyed.");
        return await SentAsync(reader, "main button.button--primary", "/receipt/");
    }

    /// <summary>An article before it is taken in.</summary>
    public static async Task<string> BringAsync(IPage checker)
    {
        await checker.GotoAsync("/en/desk/intake");
        await checker.Locator("[name='Input.Text']").FillAsync(Article);
        return await SentAsync(checker, "form.bring button[type=submit]", "/check/");
    }

    public static async Task<string> TakeInAsync(IPage checker)
    {
        await BringAsync(checker);
        await checker.Locator("[name='Input.Address']").FillAsync("https://news.example.org/silos");
        await checker.Locator(".form__actions .button--primary").ClickAsync();
        await checker.Locator(".article").WaitForAsync();
        return PathOf(checker);
    }

    public static async Task<string> ImportAsync(IPage editor)
    {
        await editor.GotoAsync("/en/desk/import");
        await editor.SetInputFilesAsync("[name='Input.File']", new FilePayload { Name = "silos.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("key,statement en,reason\n1,A first silo was closed,From a list") });
        return await SentAsync(editor, "form[enctype] button[type=submit]", "/import/");
    }

    public static async Task<string> SaveSearchAsync(IPage editor)
    {
        await editor.GotoAsync("/en/desk/claims?q=silo");
        await editor.EvaluateAsync("document.querySelector('details:has(form[action*=save])').open = true");
        await editor.Locator("[name='Save.Name']").FillAsync("Silos");
        await editor.Locator("form[action*=save] button[type=submit]").ClickAsync();
        await editor.GotoAsync("/en/desk/searches");
        return PathOf(editor);
    }

    /// <summary>A letter to the publisher of a source, which went out; the source.</summary>
    public static async Task<string> AskForCorrectionAsync(IPage editor, Guid source)
    {
        await editor.GotoAsync($"/en/desk/sources/{source}/corrections");
        await editor.Locator("[name='Input.Text']").FillAsync("We ask you to correct your article.");
        await editor.Locator("[name='Input.Channel']").SelectOptionAsync("Email");
        await editor.Locator("[name='Input.SentTo']").FillAsync("The desk of corrections");
        await editor.Locator("[name='Input.SentAt.Day']").FillAsync("2026-01-10");
        await editor.Locator(".form__actions .button--primary").ClickAsync();
        await editor.WaitForFunctionAsync("() => !location.pathname.endsWith('/corrections')");
        return PathOf(editor);
    }

    private static async Task<string> SentAsync(IPage page, string button, string arrivesAt)
    {
        await page.Locator(button).ClickAsync();
        await page.WaitForFunctionAsync("part => location.pathname.includes(part)", arrivesAt);
        return PathOf(page);
    }

    private static string PathOf(IPage page) => new Uri(page.Url).AbsolutePath;
}
