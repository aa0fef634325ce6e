using System.Globalization;
using System.Text;
using ClaimTracker.Core;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Core.Review;
using Microsoft.AspNetCore.Http.Extensions;

namespace ClaimTracker.Web.Startup;

/// <summary>
/// The addresses of the site's pages, in the language of the page being made; one method per page, so that no address is
/// written twice. <c>@Links.Claim(7, "slug")</c>, <c>@Links.Desk.Review()</c>.
/// </summary>
public sealed class Links(IHttpContextAccessor accessor, SiteAddress site)
{
    public DeskLinks Desk => new(Of(""));

    public AdminLinks Admin => new(Of(""));

    public AccountLinks Account => new(Of(""));

    public string Home() => "/" + Cultures.Current;

    /// <summary>The list; each filter as (name, value), blank ones are left out.</summary>
    public string Claims(params (string Name, string? Value)[] filters) => Of("claims", filters);

    /// <summary>What the search box offers; the script adds what was typed.</summary>
    public string Suggestions() => Of("claims/suggestions");

    public string Claim(int number, string? slug = null) => Of(Join("claims", Number(number), slug));

    public string ClaimVersion(int number, int version) => Of($"claims/{Number(number)}/v/{Number(version)}");

    /// <summary>A version as plain text, to be copied.</summary>
    public string ClaimText(int number, int version) => ClaimVersion(number, version) + "/text";

    /// <summary>A version as an entry of a bibliography.</summary>
    public string ClaimBibTex(int number, int version) => ClaimVersion(number, version) + "/cite.bib";

    public string ClaimHistory(int number) => Of($"claims/{Number(number)}/history");

    public string Claimants() => Of("claimants");

    public string Claimant(Guid id, string? slug = null) => Of(Join("claimants", id.ToString(), slug));

    public string Source(Guid id) => Of($"sources/{id}");

    public string Outlet(Guid id) => Of($"outlets/{id}");

    public string Topic(string slug) => Of(Join("topics", slug));

    /// <summary>Everything that is counted in claims.</summary>
    public string Figures(int part = 1) => Of("figures", ("part", part == 1 ? null : Number(part)));

    /// <summary>All figures of one measure, by its code.</summary>
    public string FiguresOf(string measure, params (string Name, string? Value)[] filters) => Of(Join("figures", measure), filters);

    public string FiguresCsv(string measure) => FiguresOf(measure) + ".csv";

    /// <summary>The same for machines; it is in no language.</summary>
    public string FiguresApi(string measure) => "/api/v1/figures/" + Uri.EscapeDataString(measure);

    /// <summary>The data for developers, explained.</summary>
    public string Api() => Of("api");

    /// <summary>All public data as files.</summary>
    public string Data() => Of("data");

    /// <summary>A file of a day's set; it is in no language.</summary>
    public static string Download(DateOnly day, string file) => string.Create(CultureInfo.InvariantCulture, $"{Downloads.DownloadEndpoints.Root}/{day:yyyy-MM-dd}/{file}");

    /// <summary>Leads to the file of the newest set.</summary>
    public static string LatestDownload(string file) => $"{Downloads.DownloadEndpoints.Root}/latest/{file}";

    /// <summary>Where that page says what a kind of refusal means.</summary>
    public string ApiProblem(string name) => $"{Api()}#{Uri.EscapeDataString(name)}";

    public string Corrections(params (string Name, string? Value)[] filters) => Of("corrections", filters);

    /// <inheritdoc cref="CorrectionsFeed"/>
    public string ClaimsFeed(string format, params (string Name, string? Value)[] filters) => $"/feeds/claims.{Cultures.Current}.{format}{Query(filters)}";

    /// <param name="format"><c>atom</c> or <c>json</c>.</param>
    /// <param name="filters">Those of the page.</param>
    public string CorrectionsFeed(string format, params (string Name, string? Value)[] filters) => $"/feeds/corrections.{Cultures.Current}.{format}{Query(filters)}";

    /// <summary>All checks for machines; it is in no language.</summary>
    public string ClaimReviewFeed() => Feeds.ClaimReviewFeed.Address;

    public string Statistics() => Of("statistics");

    /// <summary>Every count of the range, as CSV; the days as they were typed.</summary>
    public string StatisticsFile(string from, string to) => Of("statistics.csv", ("from", from), ("to", to));

    /// <summary>Has it been checked? With a text short enough for an address: its answer.</summary>
    public string Check(string? text = null) => Of("check", ("text", text));

    /// <summary>“Something is wrong”: the form, about a claim where one is named.</summary>
    public string Report(int? claim = null) => Of("report", ("claim", claim is { } number ? Number(number) : null));

    /// <summary>“Please check this”: the form.</summary>
    public string Suggest() => Of("suggest");

    /// <summary>Where a report or a suggestion stands; without a number the page asks for it.</summary>
    public string Receipt(string? number = null) => Of(Join("receipt", number));

    /// <summary>A policy page as it stands now.</summary>
    public string Policy(Policy policy) => policy is Core.Publishing.Policies.Policy.Methodology ? Methodology() : Of(Join("policies", PolicyNames.SlugOf(policy)));

    public string PolicyHistory(Policy policy) => Of(Join("policies", PolicyNames.SlugOf(policy), "history"));

    public string PolicyVersion(Policy policy, int number) => Of(Join("policies", PolicyNames.SlugOf(policy), "v", Number(number)));

    public string Methodology() => Of("methodology");

    public string About() => Of("about");

    /// <summary>The page being shown, in that language.</summary>
    public string SameIn(string language)
    {
        if (accessor.HttpContext is not { } context)
        {
            return "/" + language;
        }

        var (path, query) = ErrorPages.Asked(context);
        var rest = path.Value ?? "/";
        if (Cultures.OfPath(path) is { } current)
        {
            rest = rest[(current.Length + 1)..];
        }
        else if (context.GetEndpoint()?.Metadata.GetMetadata<PageFolder>() is null)
        {
            // An address without a language leads to no page in either.
            return "/" + language;
        }

        return UriHelper.BuildRelative(path: "/" + language + rest.TrimEnd('/'), query: new QueryString(query == "" ? null : query));
    }

    /// <summary>An address of ours, in another language.</summary>
    public static string In(string language, string address) => $"/{language}{address[(Cultures.Current.Length + 1)..]}";

    /// <summary>The whole address, for feeds, mails and what is copied elsewhere; from the setting, never from the Host header.</summary>
    public string Absolute(string path) => site.Absolute(path);

    /// <summary>Words of a title as part of an address: letters and digits of any script, joined by hyphens.</summary>
    public static string Slug(string? text)
    {
        const int maxLength = 60;
        var slug = new StringBuilder();
        foreach (var rune in (text ?? "").Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (slug.Length > 0 && slug[^1] != '-' && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                if (slug.Length >= maxLength)
                {
                    break;
                }

                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }

    internal static string Of(string path, params (string Name, string? Value)[] query) => $"/{Cultures.Current}/{path}".TrimEnd('/') + Query(query);

    private static string Query((string Name, string? Value)[] query)
    {
        var builder = new QueryBuilder();
        foreach (var (name, value) in query)
        {
            if (!string.IsNullOrEmpty(value))
            {
                builder.Add(name, value);
            }
        }

        return builder.ToQueryString().ToUriComponent();
    }

    internal static string Join(params string?[] segments) =>
        string.Join('/', segments.Where(s => !string.IsNullOrEmpty(s)).Select(s => Uri.EscapeDataString(s!))); // blanks are gone

    internal static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Addresses of the desk, <c>/{culture}/desk/…</c>.</summary>
public sealed class DeskLinks(string root)
{
    private readonly string desk = root + "/desk";

    /// <summary>My work.</summary>
    public string Home() => desk;

    public string Claims(params (string Name, string? Value)[] filters) => Links.Of("desk/claims", filters);

    public string Suggestions() => desk + "/claims/suggestions";

    /// <param name="suggestion">What a reader sent that fills the form in.</param>
    public string NewClaim(Guid? suggestion = null) => Links.Of("desk/claims/new", ("suggestion", suggestion?.ToString()));

    /// <summary>A part of the form for logging: the claims like the statement that is being typed.</summary>
    public string LikeClaims() => NewClaim() + "?handler=Like";

    public string Claim(int number) => $"{desk}/claims/{Links.Number(number)}";

    /// <summary>Takes the form for logging as a further appearance of a claim that is here already.</summary>
    public string AddTypedAppearance(int number) => ClaimSection(number, "rows/appearances", ("handler", "Typed"));

    /// <summary>A part of a claim's workbench with a form of its own, such as <c>evidence</c>.</summary>
    public string ClaimSection(int number, string section, params (string Name, string? Value)[] filters) =>
        Links.Of($"desk/claims/{Links.Number(number)}/{section}", filters);

    /// <summary>The form of one action of the workflow.</summary>
    public string Act(int number, ClaimAction action) => action switch
    {
        ClaimAction.Approve or ClaimAction.ApproveCorrection or ClaimAction.AddLanguage => ClaimSection(number, "publish"),
        ClaimAction.Correct => ClaimSection(number, "correct"),
        ClaimAction.ClosePanel => ClaimSection(number, "close-panel"),
        ClaimAction.Redact => ClaimSection(number, "redact"),
        ClaimAction.EditWording => ClaimSection(number, "verdict"),
        ClaimAction.ChangeMeaning => ClaimSection(number, "facts"),
        _ => ClaimSection(number, $"act/{Glossary.Code(action)}"),
    };

    public string ClaimHistory(int number, params (string Name, string? Value)[] filters) => ClaimSection(number, "history", filters);

    public string Searches(params (string Name, string? Value)[] filters) => Links.Of("desk/searches", filters);

    /// <summary>A saved search, to be renamed, shared or deleted.</summary>
    public string Search(Guid id) => $"{desk}/searches/{id}";

    /// <summary>The form by which its owner is told of what it finds anew.</summary>
    public string WatchSearch(Guid id) => Search(id) + "?handler=watch";

    public string Intake() => desk + "/intake";

    /// <summary>Checking what was read from an article before it is taken in.</summary>
    public string CheckArticle(Guid id) => $"{desk}/intake/check/{id}";

    /// <summary>An article shown paragraph by paragraph, to be worked through.</summary>
    public string ReadArticle(Guid sourceId) => $"{desk}/intake/{sourceId}";

    /// <summary>The form that skips a marked sentence of an article, or takes that back.</summary>
    public string SkipPassage(Guid sourceId) => ReadArticle(sourceId) + "?handler=Skip";

    /// <summary>The claim form filled in from a passage, in code points of the working text.</summary>
    public string PassageClaim(Guid sourceId, int from, int to) => Links.Of($"desk/intake/{sourceId}/claim", ("from", Links.Number(from)), ("to", Links.Number(to)));

    /// <summary>A paragraph word by word, to choose a passage without a script.</summary>
    public string ChoosePassage(Guid sourceId, int paragraph) => Links.Of($"desk/intake/{sourceId}/passage", ("paragraph", Links.Number(paragraph)));

    public string Notifications() => desk + "/notifications";

    /// <summary>The form that marks notifications as read.</summary>
    public string ReadNotifications() => Notifications() + "?handler=Read";

    public string Review() => desk + "/review";

    /// <summary>What waits, how long and for whom.</summary>
    public string Statistics() => desk + "/statistics";

    public string Contested() => desk + "/contested";

    /// <summary>What readers ask us to check.</summary>
    public string Suggested(params (string Name, string? Value)[] filters) => Links.Of("desk/suggestions", filters);

    /// <param name="id">The suggestion.</param>
    /// <param name="handler">What is done with it, such as <c>decline</c>.</param>
    public string Suggestion(Guid id, string? handler = null) => Links.Of($"desk/suggestions/{id}", ("handler", handler));

    /// <summary>What readers reported.</summary>
    public string Challenges(params (string Name, string? Value)[] filters) => Links.Of("desk/challenges", filters);

    /// <param name="id">The report.</param>
    /// <param name="handler">What is done with it, such as <c>answer</c>.</param>
    public string Challenge(Guid id, string? handler = null) => Links.Of($"desk/challenges/{id}", ("handler", handler));

    /// <summary>Printing what the person named wrote as their response.</summary>
    public string ChallengeResponse(Guid id) => $"{desk}/challenges/{id}/response";

    public string Sources(params (string Name, string? Value)[] filters) => Links.Of("desk/sources", filters);

    public string NewSource() => desk + "/sources/new";

    public string Source(Guid id) => $"{desk}/sources/{id}";

    /// <summary>A form of a source: <c>edit</c>, <c>status</c>, <c>visibility</c>, <c>errors</c>, <c>captures</c>, <c>archive</c>, <c>corrections</c>.</summary>
    public string SourceForm(Guid id, string form, params (string Name, string? Value)[] filters) => Links.Of($"desk/sources/{id}/{form}", filters);

    /// <summary>The passage of an appearance in our copy of a source.</summary>
    public string Passage(Guid sourceId, Guid appearanceId) => $"{desk}/intake/{sourceId}#a-{appearanceId}";

    /// <summary>Files that bring many records.</summary>
    public string Imports() => desk + "/import";

    /// <summary>One of them; of its rows those of that fate, after that row.</summary>
    public string Import(Guid id, params (string Name, string? Value)[] filters) => Links.Of($"desk/import/{id}", filters);

    public string Parties(params (string Name, string? Value)[] filters) => Links.Of("desk/parties", filters);

    public string NewParty() => desk + "/parties/new";

    public string Party(Guid id) => $"{desk}/parties/{id}";

    public string EditParty(Guid id) => $"{desk}/parties/{id}/edit";

    public string Outlets(params (string Name, string? Value)[] filters) => Links.Of("desk/outlets", filters);

    public string NewOutlet() => desk + "/outlets/new";

    public string Outlet(Guid id) => $"{desk}/outlets/{id}";

    public string EditOutlet(Guid id) => $"{desk}/outlets/{id}/edit";
}

/// <summary>Addresses of administration, <c>/{culture}/admin/…</c>.</summary>
public sealed class AdminLinks(string root)
{
    private readonly string admin = root + "/admin";

    public string Users() => admin + "/users";

    public string User(Guid id) => $"{admin}/users/{id}";

    public string InviteUser() => admin + "/users/invite";

    public string Ratings() => admin + "/ratings";

    public string Rating(Guid id) => $"{admin}/ratings/{id}";

    public string Topics() => admin + "/topics";

    public string Topic(Guid id) => $"{admin}/topics/{id}";

    public string NewTopic() => admin + "/topics/new";

    /// <summary>The pages that say what the newsroom holds itself to.</summary>
    public string Policies() => admin + "/policies";

    /// <param name="policy">The page.</param>
    /// <param name="from">The version whose text the form begins with; null: the one that holds.</param>
    public string Policy(Policy policy, int? from = null) =>
        $"{admin}/policies/{PolicyNames.SlugOf(policy)}{(from is { } number ? string.Create(CultureInfo.InvariantCulture, $"?from={number}") : "")}";

    public string PolicyVersions(Policy policy) => Policy(policy) + "/versions";

    public string PolicyVersion(Policy policy, int number) => string.Create(CultureInfo.InvariantCulture, $"{PolicyVersions(policy)}/{number}");

    /// <summary>Everybody's tokens for the API.</summary>
    public string Tokens() => admin + "/tokens";

    /// <summary>What waits to be mailed.</summary>
    public string Mail() => admin + "/mail";

    public string Audit(params (string Name, string? Value)[] filters) => Links.Of("admin/audit", filters);
}

/// <summary>Addresses of one's own account, <c>/{culture}/account/…</c>.</summary>
public sealed class AccountLinks(string root)
{
    private readonly string account = root + "/account";

    /// <param name="comeBack">Path of the page that asked to sign in.</param>
    public string SignIn(string? comeBack = null) => Links.Of("account/sign-in", ("return", comeBack));

    public string SignOut() => account + "/manage/sign-out";

    public string Profile() => account + "/manage/profile";

    public string Password() => account + "/manage/password";

    /// <summary>What is also mailed to the person.</summary>
    public string Notifications() => account + "/manage/notifications";

    public string Tokens() => account + "/manage/tokens";

    public string Invitation(string token) => $"{account}/invitation/{Uri.EscapeDataString(token)}";

    public string ResetPassword(Guid user, string token) => Links.Of($"account/reset-password/{user}", ("token", token));
}
