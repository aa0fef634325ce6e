using System.IO.Compression;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

namespace ClaimTracker.Web.Startup;

/// <summary>
/// Files and readers' pages go out compressed. Pages of the desk, and any with a form, do not: beside a token, what a stranger gets a
/// person to ask for could be guessed from the length of the answer (the attack called BREACH).
/// </summary>
public static class Compression
{
    private static readonly string[] Encodings = ["br", "gzip"];

    public static void AddCompression(this IServiceCollection services) => services
        .AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        })
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest)
        .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);

    /// <summary>Files of the site, which are the same for everybody; no page stands outside the languages.</summary>
    public static void UseFileCompression(this IApplicationBuilder app) => app.UseWhen(
        context => Cultures.OfPath(context.Request.Path) is null && Path.HasExtension(context.Request.Path.Value), branch => branch.UseResponseCompression());

    /// <summary>Leaves one encoding asked for at most, so that a page is kept in no more forms than there are.</summary>
    public static void UseOneEncoding(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Request.Headers.AcceptEncoding = Chosen(context.Request);
        return next(context);
    });

    /// <summary>Stands inside the page cache: a page is compressed once and kept so.</summary>
    public static void UsePageCompression(this IApplicationBuilder app) => app.UseWhen(IsForReaders, branch => branch.UseResponseCompression());

    private static string Chosen(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is not 0).Select(e => e.Value.Value).ToList();
        return Array.Find(Encodings, e => accepted.Contains(e, StringComparer.OrdinalIgnoreCase)) ?? "";
    }

    private static bool IsForReaders(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } metadata
        && metadata.GetMetadata<PageFolder>() is { Name: "public" }
        && metadata.GetMetadata<OutputCacheAttribute>() is not { NoStore: true };
}
