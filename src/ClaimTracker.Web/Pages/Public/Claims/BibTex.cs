using System.Globalization;
using System.Text;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>
/// A version of a claim as an entry of a bibliography: biblatex's <c>@online</c>, which plain BibTeX reads as <c>@misc</c>. The site is the
/// author, since fact-checkers are not named; the version's own address never changes what it shows.
/// </summary>
public static class BibTex
{
    public static string Of(ClaimView claim, string site, Links links)
    {
        var (number, version) = (claim.Document.Number, claim.Publication.Version);
        var language = claim.TitleText.LanguageFor(Cultures.Current);
        (string Field, string Value)[] fields =
        [
            ("author", $"{{{Escaped(site)}}}"),
            ("title", $"{{{Escaped(claim.HasFinding ? claim.TitleText.In(Cultures.Current) : claim.Title)}}}"),
            ("date", claim.Publication.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("year", claim.Publication.At.ToString("yyyy", CultureInfo.InvariantCulture)),
            ("url", links.Absolute(links.ClaimVersion(number, version))),
            ("langid", language == Cultures.Arabic ? "arabic" : "english"),
            ("note", string.Create(CultureInfo.InvariantCulture, $"CT-{number}, version {version}, SHA-256 {claim.Publication.DocumentHash}")),
        ];
        var entry = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"@online{{ct{number}v{version},\n"));
        foreach (var (field, value) in fields)
        {
            entry.Append("  ").Append(field).Append(" = {").Append(value).Append("},\n");
        }

        return entry.Append("}\n").ToString();
    }

    /// <summary>What TeX would read as a command is written so that it prints as itself.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\\' => escaped.Append(@"\textbackslash{}"),
                '~' => escaped.Append(@"\textasciitilde{}"),
                '^' => escaped.Append(@"\textasciicircum{}"),
                '{' or '}' or '&' or '%' or '$' or '#' or '_' => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
