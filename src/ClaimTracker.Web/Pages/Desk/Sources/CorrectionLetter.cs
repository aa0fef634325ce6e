using System.Globalization;
using System.Resources;
using ClaimTracker.Core;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>Writes a letter to a publisher, in the publisher's language and not the page's: what was published, what was meant, what shows it.</summary>
public sealed class CorrectionLetter(SiteSettings settings, Formats pageFormats)
{
    /// <summary>Arabic or English, whichever the source is written in; English for other languages.</summary>
    public static string LanguageFor(Source source) => CorrectionRequest.Languages.Contains(source.Language) ? source.Language ?? "" : Cultures.English;

    public string Write(Source source, IReadOnlyList<ArticleError> errors, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var formats = pageFormats.In(language);
        string Text(ResourceManager texts, string key) => texts.GetString(key, culture) ?? throw new MissingManifestResourceException(key);
        string Filled(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, Text(DeskText.ResourceManager, key), values);

        var site = settings.Name ?? Text(CommonText.ResourceManager, nameof(CommonText.SiteName));
        var outlet = source.Outlet?.Name.In(language);
        var title = source.Title.IsEmpty ? source.Address : source.Title.In(source.Language ?? language);
        List<string> lines =
        [
            Filled(nameof(DeskText.LetterSubject), title ?? ""),
            "",
            outlet is { Length: > 0 } ? Filled(nameof(DeskText.LetterGreetingTo), outlet) : Filled(nameof(DeskText.LetterGreeting)),
            "",
            Filled(nameof(DeskText.LetterOpening), site, formats.Count(Text(DeskText.ResourceManager, nameof(DeskText.LetterFaults)), errors.Count)),
            "",
            Filled(nameof(DeskText.LetterArticle), title ?? ""),
        ];
        if (source.Address is not null && source.Address != title)
        {
            lines.Add(Filled(nameof(DeskText.LetterAddress), source.Address));
        }

        if (source.PublishedOn is { } published)
        {
            lines.Add(Filled(nameof(DeskText.LetterPublishedOn), formats.Date(published)));
        }

        foreach (var (index, error) in errors.Index())
        {
            var paragraphs = error.Places;
            var place = paragraphs.Count == 0 ? "" : $" ({formats.Count(Text(PublicText.ResourceManager, nameof(PublicText.InParagraphs)), paragraphs.Count, string.Join(Text(PublicText.ResourceManager, nameof(PublicText.ListComma)), paragraphs.Select(p => formats.Ordinal(p))))})";
            lines.AddRange(["", $"{formats.Ordinal(index + 1)}. {Glossary.Label(Glossary.ErrorKinds, error.Kind, language)}{place}"]);
            if (!error.Published.IsEmpty)
            {
                lines.Add(Filled(nameof(DeskText.LetterPublished), error.Published.In(language)));
            }

            if (!error.Intended.IsEmpty)
            {
                lines.Add(Filled(nameof(DeskText.LetterIntended), error.Intended.In(language)));
            }

            if (error.Basis.Count > 0)
            {
                lines.Add(Filled(nameof(DeskText.LetterBasis), formats.List([.. error.Basis.Select(b => Glossary.Label(Glossary.Basis, b, language))])));
            }
        }

        lines.AddRange(["", Filled(nameof(DeskText.LetterClosing)), "", site]);
        return string.Join('\n', lines);
    }
}
