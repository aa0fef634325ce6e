using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Api;

/// <summary>A request whose parameters have been judged, with what every operation needs to answer it.</summary>
/// <param name="Language">Texts are wanted in this one; null: in all.</param>
public sealed record ApiRequest(HttpContext Context, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, string? Language)
    : ApiAddresses(Context.RequestServices.GetRequiredService<SiteAddress>(), Language)
{
    public PublicReader Reader { get; } = Context.RequestServices.GetRequiredService<PublicReader>();

    public SiteSettings Settings { get; } = Context.RequestServices.GetRequiredService<SiteSettings>();

    public CancellationToken Ct => Context.RequestAborted;

    public IReadOnlyList<string> All(string name) => Values.GetValueOrDefault(name, []);

    public string? Text(string name) => All(name) is [var value, ..] ? value : null;

    /// <summary>One that was judged to be a whole number, or is not given.</summary>
    public int? Whole(string name) => Text(name) is { } text ? ApiWhole.Read(text) : null;

    /// <summary>The claim's number of the address.</summary>
    public int Number => Whole(ApiParameters.Number.Name) ?? 0;

    /// <summary>The id of the address.</summary>
    public Guid Id => Guid.TryParse(Text("id"), out var id) ? id : Guid.Empty;

    public int Limit => Whole(ApiParameters.Limit) ?? ApiParameters.UsualItems;

    public string? After => Text(ApiParameters.After);

    /// <summary>This address with another place to go on from; null where there is no more.</summary>
    public string? NextAt(string? place)
    {
        if (place is null)
        {
            return null;
        }

        var query = Context.Request.Query.Where(q => !string.Equals(q.Key, ApiParameters.After, StringComparison.OrdinalIgnoreCase))
            .SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value ?? ""))
            .Append(KeyValuePair.Create(ApiParameters.After, place));
        return Site.Absolute(Context.Request.Path + string.Join('&', query.Select((q, i) => $"{(i == 0 ? "?" : "")}{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}")));
    }
}
