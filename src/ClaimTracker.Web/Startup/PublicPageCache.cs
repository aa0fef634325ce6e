using System.Globalization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Web.Startup;

/// <summary>Public pages are kept for readers who are not signed in, by address and publication epoch (rule 12).</summary>
public static class PublicPageCache
{
    private const string Policy = "public";

    /// <summary>Short, since pages also say what day it is; a change shows at once, through the epoch.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public static void AddPublicPageCache(this IServiceCollection services) => services.AddOutputCache(options => options.AddPolicy(Policy, policy => policy
        .Expire(Lifetime)
        .SetVaryByHeader(HeaderNames.AcceptEncoding)
        .VaryByValue(async (context, ct) =>
        {
            var epoch = await context.RequestServices.GetRequiredService<EpochClock>().GetAsync(ct);
            return KeyValuePair.Create("epoch", epoch.ToString(CultureInfo.InvariantCulture));
        })));

    /// <summary>Answers for machines that hold only what pages hold.</summary>
    public static RouteGroupBuilder CacheLikePublicPages(this RouteGroupBuilder group) => group.CacheOutput(Policy);

    /// <summary>
    /// Every page of <c>Pages/Public</c> that does not say otherwise by an attribute of its own. They contain no POST form: the first
    /// reader's token would be served to all.
    /// </summary>
    public static void CachePublicPages(this PageConventionCollection conventions) =>
        conventions.AddFolderApplicationModelConvention("/Public", model =>
        {
            if (!model.HandlerTypeAttributes.OfType<OutputCacheAttribute>().Any())
            {
                model.EndpointMetadata.Add(new OutputCacheAttribute { PolicyName = Policy });
            }
        });
}
