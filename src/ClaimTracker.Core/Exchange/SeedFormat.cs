using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Exchange;

/// <summary>
/// The JSON format of a data set, described in <c>seed/README.md</c>: one file per kind of record, members in the order of
/// the records below, codes in kebab-case, two spaces, one final newline. Reading and writing give the same bytes.
/// </summary>
public static class SeedFormat
{
    public const string DataSet = "dataset";
    public const string Lists = "lists";
    public const string Units = "units";
    public const string Outlets = "outlets";
    public const string Topics = "topics";
    public const string Parties = "parties";
    public const string Articles = "articles";
    public const string Evidence = "evidence";
    public const string Claims = "claims";
    public const string Relations = "relations";
    public const string ArticleErrors = "article-errors";

    /// <summary>The one list of <c>lists.json</c> that a data set brings with it; the others are this program's glossary, whose codes hold.</summary>
    public const string MeasuresList = Glossary.Measures;

    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };
}

/// <summary>A whole data set as its files hold it.</summary>
public sealed record SeedData(
    SeedDataSet DataSet,
    JsonObject Lists,
    IReadOnlyList<SeedUnit> Units,
    IReadOnlyList<SeedOutlet> Outlets,
    IReadOnlyList<SeedTopic> Topics,
    IReadOnlyList<SeedParty> Parties,
    IReadOnlyList<SeedArticle> Articles,
    IReadOnlyList<SeedEvidence> Evidence,
    IReadOnlyList<SeedClaim> Claims,
    IReadOnlyList<SeedRelation> Relations,
    IReadOnlyList<SeedArticleError> ArticleErrors)
{
    public IReadOnlyList<SeedTerm> Measures { get; } =
        Lists[SeedFormat.MeasuresList]?.Deserialize<List<SeedTerm>>(SeedFormat.Json) ?? [];
}

public sealed record SeedDataSet(
    string Key, string? NameEn, string? NameAr, string? DescriptionEn, string? DescriptionAr, string? Licence, DateOnly? AsOf);

/// <summary>A term of a controlled list.</summary>
public sealed record SeedTerm(string Key, string? LabelEn, string? LabelAr);

/// <summary>Plural patterns by language, then by CLDR category.</summary>
public sealed record SeedUnit(
    string Unit, string? LabelEn, string? LabelAr, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Plurals);

public sealed record SeedOutlet(string Key, string? NameEn, string? NameAr, string? Country, OutletKind Kind);

public sealed record SeedTopic(string Slug, string? NameEn, string? NameAr);

public sealed record SeedParty(
    string Key,
    PartyKind Kind,
    string? NameEn,
    string? NameAr,
    IReadOnlyList<SeedVariant> Variants,
    string? RoleEn,
    string? RoleAr,
    string? Country,
    string? MemberOf);

public sealed record SeedVariant(string Text, string Lang, bool Wrong);

public sealed record SeedArticle(
    string Key,
    string? File,
    bool TitleGiven,
    string? TitleAr,
    string? TitleEn,
    string? TitleOriginal,
    string? Outlet,
    string Language,
    SeedPublished? PublishedOn,
    string? OriginalArticle,
    MachineTranslated MachineTranslated,
    string? TranslationNote,
    string? TranslationNoteAr,
    IReadOnlyList<string> QualityNotes,
    IReadOnlyList<string> QualityNotesAr,
    IReadOnlyList<string> CreditedAgencies,
    int? Paragraphs,
    IReadOnlyList<int> BoilerplateParagraphs,
    IReadOnlyList<int> HeadingParagraphs);

public sealed record SeedEvidence(
    string Key,
    string Ref,
    string Url,
    string? Outlet,
    string? Title,
    string? TitleEn,
    TitleSource TitleSource,
    string Language,
    SeedPublished? PublishedOn,
    string? SaysEn,
    string? SaysAr,
    SourceLevel? Level,
    string? Origin,
    IReadOnlyList<string> Relays,
    bool Partial,
    string? MirrorOf,
    string? Article);

/// <summary>When something was published.</summary>
public sealed record SeedPublished(DateOnly? From, DateOnly? To, DatePrecision Precision, string? Note, string? NoteAr);

/// <summary>A date with the words it came from.</summary>
public sealed record SeedDate(
    DateOnly? From, DateOnly? To, DatePrecision Precision, string? WordsAr, string? Rule, string? NoteEn, string? NoteAr);

/// <summary>The time a figure covers.</summary>
public sealed record SeedPeriod(DateOnly? From, DateOnly? To, DatePrecision Precision);

public sealed record SeedClaim(
    string Key,
    string? Ref,
    ClaimKind Kind,
    RatedAspect Rated,
    string? StatementEn,
    string? StatementAr,
    string? SummaryEn,
    string? SummaryAr,
    string? HeadlineEn,
    string? HeadlineAr,
    bool AsPublished,
    IReadOnlyList<SeedClaimant> Claimants,
    string? HedgeEn,
    string? HedgeAr,
    IReadOnlyList<SeedStep> Attribution,
    SeedDate? AssertedOn,
    SeedDate? EventOn,
    SeedPlace? Place,
    IReadOnlyList<SeedFigure> Figures,
    IReadOnlyList<SeedAppearance> Appearances,
    IReadOnlyList<string> Flags,
    IReadOnlyList<string> Topics,
    SeedVerdict Verdict,
    IReadOnlyList<SeedEvidenceLink> Evidence);

public sealed record SeedClaimant(string Party, string? RoleEn, string? RoleAr);

/// <summary>A step of the attribution chain; without articles it holds for all appearances.</summary>
public sealed record SeedStep(string Party, string Verb, string? Note, string? NoteAr, IReadOnlyList<string> Articles);

public sealed record SeedPlace(string? Country, string? NameEn, string? NameAr);

public sealed record SeedFigure(
    decimal? Value,
    decimal? Min,
    decimal? Max,
    string Unit,
    FigureModifier? Modifier,
    string? Measures,
    bool Capacity,
    SeedPeriod? Period,
    string? AlternativeGroup,
    string? NoteEn,
    string? NoteAr);

public sealed record SeedAppearance(
    string Article,
    int? ParagraphFrom,
    int? ParagraphTo,
    AppearanceStrength Strength,
    string? WordingNoteEn,
    string? WordingNoteAr,
    string? Quote);

public sealed record SeedVerdict(string Rating, string? RationaleEn, string? RationaleAr, Confidence? Confidence);

public sealed record SeedEvidenceLink(string Evidence, Stance Stance, string? NoteEn, string? NoteAr);

public sealed record SeedRelation(string From, string Kind, string To, string? NoteEn, string? NoteAr);

public sealed record SeedArticleError(
    string Key,
    string Article,
    int? Paragraph,
    IReadOnlyList<int> Paragraphs,
    string Kind,
    string? WhatEn,
    string? IntendedEn,
    string? WhatAr,
    string? IntendedAr,
    IReadOnlyList<string> Basis,
    Harm Harm,
    IReadOnlyList<string> Claims);
