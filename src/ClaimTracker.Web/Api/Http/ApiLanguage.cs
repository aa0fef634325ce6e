using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Api;

/// <summary>In which language somebody wants to be answered.</summary>
public static class ApiLanguage
{
    /// <summary>Null: nobody said, and texts come in all their languages.</summary>
    public static string? Of(HttpContext context)
    {
        var name = context.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>()?.LanguageParameter ?? ApiParameters.Language;
        var asked = context.Request.Query[name].ToString();
        return Cultures.IsKnown(asked) ? asked : Cultures.Preferred(context.Request);
    }

    /// <summary>Of what is said about the request itself.</summary>
    public static string OfMessages(HttpContext context) => Of(context) ?? Cultures.English;
}
