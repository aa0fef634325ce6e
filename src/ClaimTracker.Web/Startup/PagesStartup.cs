using System.Text.Encodings.Web;
using System.Text.Unicode;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Embeds;
using ClaimTracker.Web.Feeds;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Mail;
using ClaimTracker.Web.Pages.Desk.Sources;
using ClaimTracker.Web.Pages.Public.Figures;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;

namespace ClaimTracker.Web.Startup;

/// <summary>Pages: their addresses, who may open them, how forms are read, what they are given.</summary>
public static class PagesStartup
{
    public static void AddPages(this WebApplicationBuilder builder, SiteSettings settings)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddSingleton<SiteAddress>();
        services.AddScoped<Links>();
        services.AddScoped<CorrectionLetter>();
        services.AddScoped<AnswerMail>();
        services.AddScoped<MailWriter>();
        services.AddScoped<FigureChartMaker>();
        services.AddScoped<ClaimFeed>();
        services.AddScoped<CorrectionFeed>();
        services.AddScoped<ReviewSites>();
        services.AddScoped<ClaimReviewFeed>();
        services.AddScoped<EmbedAddresses>();
        services.AddSingleton<RatingPictures>();
        services.AddScoped(_ => Formats.For(Cultures.Current, settings));
        services.AddRouting(options =>
        {
            options.ConstraintMap[Cultures.RouteKey] = typeof(CultureConstraint);
            options.LowercaseUrls = true;
        });
        services.AddRazorPages(options =>
        {
            options.Conventions.Add(new PageRoutes());
            options.Conventions.Add(new Authorization());
            options.Conventions.CachePublicPages();
        });
        services.Configure<MvcOptions>(FormInput.Configure);
        services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<RazorViewEngineOptions>(options => options.PageViewLocationFormats.Add("/Pages/Shared/{0}" + RazorViewEngine.ViewExtension));
        services.Configure<FormOptions>(options => options.ValueCountLimit = FormInput.MaxFields);
        // Arabic stays readable, and short, in the page's source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddPublicPageCache();
        services.AddApi();
        services.AddCompression();
        ValidationTexts.Use();
    }
}
