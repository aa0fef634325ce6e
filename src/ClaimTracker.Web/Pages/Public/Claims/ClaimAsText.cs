using System.Globalization;
using System.Text;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>
/// A version of a claim as plain text, to be pasted into a message or an article: what was found comes first, so that the claim never
/// stands without it. Words of another language or script are isolated by invisible marks, as markup would on a page.
/// </summary>
public sealed class ClaimAsText(ClaimView claim, string site, Links links, Formats formats)
{
    private const char FirstStrongIsolate = '\u2068';
    private const char LeftToRightIsolate = '\u2066';
    private const char PopIsolate = '\u2069';

    private readonly StringBuilder text = new();

    public override string ToString()
    {
        text.Clear();
        var document = claim.Document;
        Line(claim.Title);
        Line($"{PublicText.VerdictTitle}: {claim.Badge.Words}");
        if (claim.Badge.Aside is { } aside)
        {
            Line(aside);
        }

        var explanation = claim.Description;
        if (explanation != "")
        {
            Line(explanation);
        }

        Line("");
        Line($"{PublicText.TheClaim}: {Quoted(document.Statement.In(Cultures.Current))}");
        Line($"{(document.Claimants.Count > 1 ? PublicText.Claimants : PublicText.ClaimantLabel)}: {Claimants(document)}");
        if (document.AssertedOn is { } on)
        {
            Line($"{PublicText.AssertedOn}: {formats.Moment(on)}");
        }

        Sources(document);
        Line("");
        Line(string.Join(PublicText.ListComma, Isolated(site), LeftToRight($"CT-{formats.Ordinal(document.Number)}"), Version(), formats.Day(claim.Publication.At)));
        Line(LeftToRight(links.Absolute(links.ClaimVersion(document.Number, claim.Publication.Version))));
        Line($"SHA-256 {LeftToRight(claim.Publication.DocumentHash)}");
        return text.ToString();
    }

    private string Claimants(PublicDocument document) => document.Claimants.Count == 0
        ? PublicText.ClaimantUnknown
        : formats.List([.. document.Claimants.Select(c => Isolated(c.Party.Name.In(Cultures.Current)))]);

    private void Sources(PublicDocument document)
    {
        if (document.Sources.Count == 0)
        {
            return;
        }

        Line("");
        Line(PublicText.SourcesTitle);
        foreach (var (source, at) in document.Sources.Select((s, i) => (s, i + 1)))
        {
            var name = source.IsWithheld ? PublicText.SourceWithheld : Isolated(source.Name().In(Cultures.Current));
            var outlet = source is { IsWithheld: false, Outlet: { } from } && !source.Title.IsEmpty ? PublicText.ListComma + Isolated(from.Name.In(Cultures.Current)) : "";
            var day = source is { IsWithheld: false, PublishedOn: { } published } ? PublicText.ListComma + formats.Date(published) : "";
            Line($"[{formats.Ordinal(at)}] {name}{outlet}{day}");
            if (source is { IsWithheld: false, Address: { } address })
            {
                Line(LeftToRight(address));
            }
        }
    }

    private void Line(string line) => text.Append(line).Append('\n');

    private static string Quoted(string words) => Cultures.Current == Cultures.Arabic ? $"«{Isolated(words)}»" : $"“{Isolated(words)}”";

    private string Version() => string.Format(CultureInfo.InvariantCulture, PublicText.VersionShort, formats.Ordinal(claim.Publication.Version));

    private static string Isolated(string words) => $"{FirstStrongIsolate}{words}{PopIsolate}";

    private static string LeftToRight(string words) => $"{LeftToRightIsolate}{words}{PopIsolate}";
}
