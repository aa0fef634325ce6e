using System.Globalization;
using ClaimTracker.Web.Api;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Web.Startup;

/// <summary>Public pages are kept for readers who are not signed in, by address and publication epoch (rule 12).</summary>
public static class PublicPageCache
{
    private const string Policy = "public";
    private const string ApiPolicy = "api";
    private const string EmbedPolicy = "embed";

    /// <summary>Short, since pages also say what day it is; a change shows at once, through the epoch.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public static void AddPublicPageCache(this IServiceCollection services) => services.AddOutputCache(options =>
    {
        options.AddPolicy(Policy, policy => policy.Expire(Lifetime).SetVaryByHeader(HeaderNames.AcceptEncoding).VaryByValue(EpochAsync));
        options.AddPolicy(EmbedPolicy, policy => policy.Expire(Lifetime).SetVaryByHeader(HeaderNames.AcceptEncoding).VaryByValue(EpochAsync).VaryByValue(_ => KeyValuePair.Create("language", Cultures.Current)));
        options.AddPolicy(ApiPolicy, policy => policy.Expire(Lifetime).VaryByValue(EpochAsync).VaryByValue(context => KeyValuePair.Create("language", ApiLanguage.Of(context) ?? "")));
    });

    /// <summary>Answers that hold only what pages hold, in the language of their address.</summary>
    public static RouteGroupBuilder CacheLikePublicPages(this RouteGroupBuilder group) => group.CacheOutput(Policy);

    /// <summary>Answers for machines that hold only what pages hold; each language asked for is kept by itself.</summary>
    public static void KeepLikePublicPages(this RouteHandlerBuilder endpoint) => endpoint.CacheOutput(ApiPolicy);

    /// <summary>Answers that hold only what pages hold, in the language a parameter says or the reader prefers.</summary>
    public static RouteGroupBuilder CacheLikeCards(this RouteGroupBuilder group) => group.CacheOutput(EmbedPolicy);

    private static async ValueTask<KeyValuePair<string, string>> EpochAsync(HttpContext context, CancellationToken ct)
    {
        var epoch = await context.RequestServices.GetRequiredService<EpochClock>().GetAsync(ct);
        return KeyValuePair.Create("epoch", epoch.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// Every page of <c>Pages/Public</c> that does not say otherwise by an attribute of its own. They contain no POST form: the first
    /// reader's token would be served to all.
    /// </summary>
    public static void CachePublicPages(this PageConventionCollection conventions)
    {
        conventions.AddFolderApplicationModelConvention("/Embed", model => model.EndpointMetadata.Add(new OutputCacheAttribute { PolicyName = EmbedPolicy }));
        conventions.AddFolderApplicationModelConvention("/Public", model =>
        {
            if (!model.HandlerTypeAttributes.OfType<OutputCacheAttribute>().Any())
            {
                model.EndpointMetadata.Add(new OutputCacheAttribute { PolicyName = Policy });
            }
        });
    }
}
