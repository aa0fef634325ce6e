using System.Globalization;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Admin;

/// <summary>The trail in words: actions, records, kinds.</summary>
public static class AuditWords
{
    /// <summary>What was done; an action without words of its own shows its code.</summary>
    public static string Action(string code) =>
        AdminText.ResourceManager.GetString("Action_" + code.Replace('.', '_').Replace('-', '_'), Cultures.Info(Cultures.Current)) ?? code;

    /// <summary>The code of a refusal in words, else what somebody wrote.</summary>
    public static string Reason(string reason) => ReviewWords.Refusal(reason) is var words && words != ReviewText.RefusalReasonUnknown ? words : reason;

    public static string Kind(AuditKind kind) => kind switch
    {
        AuditKind.Change => AdminText.KindChange,
        AuditKind.Refusal => AdminText.KindRefusal,
        AuditKind.SignIn => AdminText.KindSignIn,
        AuditKind.Export => AdminText.KindExport,
        AuditKind.Import => AdminText.KindImport,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The record an entry is about, and its page on the desk where it has one.</summary>
    public static (string Words, string? Address) Stream(string stream, IReadOnlyDictionary<Guid, string> names, Formats formats, Links links)
    {
        var parts = stream.Split(':', 2);
        var key = parts.Length == 2 ? parts[1] : "";
        var id = Guid.TryParse(key, out var parsed) ? parsed : (Guid?)null;
        return (parts[0], id) switch
        {
            ("claim", _) when int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
                (string.Format(CultureInfo.InvariantCulture, AdminText.ClaimShort, formats.Ordinal(number)), links.Desk.Claim(number)),
            ("user", { } user) => (string.Format(CultureInfo.InvariantCulture, AdminText.StreamUser, names.GetValueOrDefault(user, key)), links.Admin.User(user)),
            ("source", { } source) => (AdminText.StreamSource, links.Desk.Source(source)),
            ("party", { } party) => (AdminText.StreamParty, links.Desk.Party(party)),
            ("topic", { } topic) => (AdminText.StreamTopic, links.Admin.Topic(topic)),
            ("rating", { } rating) => (AdminText.StreamRating, links.Admin.Rating(rating)),
            ("policy", _) when PolicyNames.Find(key) is { } policy =>
                (string.Format(CultureInfo.InvariantCulture, AdminText.StreamPolicy, ReviewWords.Of(policy)), links.Admin.Policy(policy)),
            ("outlet", { } outlet) => (AdminText.StreamOutlet, links.Desk.Outlet(outlet)),
            ("invitation", _) => (AdminText.StreamInvitation, null),
            ("dataset", _) => (AdminText.StreamDataset, null),
            ("search", _) => (AdminText.StreamSearch, null),
            ("unit", _) => (AdminText.StreamUnit, null),
            ("measure", _) => (AdminText.StreamMeasure, null),
            ("day", _) => (AdminText.StreamDay, null),
            _ => (stream, null),
        };
    }
}
