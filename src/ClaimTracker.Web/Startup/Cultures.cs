using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;

namespace ClaimTracker.Web.Startup;

/// <summary>The languages of the site. The path says which one a page is in, never a cookie (rule 5).</summary>
public static class Cultures
{
    public const string Arabic = "ar";
    public const string English = "en";

    /// <summary>Name of the route value, and of its constraint.</summary>
    public const string RouteKey = "culture";

    public static IReadOnlyList<string> All { get; } = [Arabic, English];

    /// <summary>Both count in the Gregorian calendar and in Western digits, whatever the system's own data says.</summary>
    private static readonly IReadOnlyList<CultureInfo> Infos = [.. All.Select(Make)];

    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Arabic ? Arabic : English;

    public static CultureInfo Info(string language) => Infos[language == Arabic ? 0 : 1];

    public static bool IsKnown(string? language) => language is Arabic or English;

    public static string Other(string language) => language == Arabic ? English : Arabic;

    /// <summary>The language of the site that a text is in, by its letters.</summary>
    public static string OfText(string text) => Core.TextRules.HasScriptOf(Arabic, text) ? Arabic : English;

    public static string Direction(string language) => language is Arabic or "fa" or "he" or "ur" or "ckb" or "ps" ? "rtl" : "ltr";

    /// <summary>The language a path is in, if it says so.</summary>
    public static string? OfPath(PathString path)
    {
        var value = path.Value ?? "";
        return All.FirstOrDefault(language => value.Length > language.Length
            && value.AsSpan(1, language.Length).SequenceEqual(language)
            && (value.Length == language.Length + 1 || value[language.Length + 1] == '/'));
    }

    /// <summary>The language the reader's browser asks for.</summary>
    public static string OfReader(HttpRequest request) => Preferred(request) ?? English;

    /// <summary>The same; null when it asks for none of ours.</summary>
    public static string? Preferred(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant());
        return wanted.FirstOrDefault(IsKnown);
    }

    public static void UseCultures(this IApplicationBuilder app) => app.UseRequestLocalization(options =>
    {
        options.SupportedCultures = [.. Infos];
        options.SupportedUICultures = [.. Infos];
        options.DefaultRequestCulture = new RequestCulture(Info(English));
        options.RequestCultureProviders = [new CustomRequestCultureProvider(context => Task.FromResult<ProviderCultureResult?>(new(OfRequest(context))))];
    });

    /// <summary>An error page is in the language of the page that was asked for.</summary>
    private static string OfRequest(HttpContext context)
    {
        var path = context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path
            ?? context.Request.Path;
        return OfPath(path) ?? OfParameter(path, context.Request) ?? OfReader(context.Request);
    }

    /// <summary>Cards for other sites say their language as a parameter.</summary>
    private static string? OfParameter(PathString path, HttpRequest request) =>
        path.StartsWithSegments("/" + PageFolder.Embed) && request.Query["lang"].ToString() is var language && IsKnown(language) ? language : null;

    private static CultureInfo Make(string language)
    {
        var culture = new CultureInfo(language, useUserOverride: false);
        culture.DateTimeFormat.Calendar = new GregorianCalendar();
        culture.NumberFormat = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        return CultureInfo.ReadOnly(culture);
    }
}

/// <summary><c>{culture:culture}</c> matches the languages of the site only, so that other paths are not found.</summary>
public sealed class CultureConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && Cultures.IsKnown(value as string);
}
