using System.Globalization;
using ClaimTracker.Core.Data;
using ClaimTracker.Web.Resources;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Web.Api;

/// <summary>What programs say of a write beside its body.</summary>
internal static class DeskHeaders
{
    public static string TagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version of the claim that <c>If-Match</c> names; null: none of ours. What matches anything says nothing of what was read.</summary>
    public static int? Version(HttpRequest request) =>
        request.GetTypedHeaders().IfMatch is [{ IsWeak: false } tag] && ApiWhole.Read(tag.Tag.ToString().Trim('"')) is { } version && TagOf(version) == tag.Tag.ToString() ? version : null;

    /// <summary>The key the program gave the request; null: none.</summary>
    public static string? Key(HttpRequest request, ApiErrors errors)
    {
        var given = request.Headers[ApiDeskEndpoint.KeyHeader];
        if (given.Count == 0)
        {
            return null;
        }

        var key = given.ToString();
        if (given.Count > 1 || key.Length is 0 or > KeyedRequest.KeyMaxLength || !key.All(c => c is > ' ' and < '\u007f'))
        {
            errors.Add(ApiDeskEndpoint.KeyHeader, ApiText.KeyWrong, KeyedRequest.KeyMaxLength);
        }

        return key;
    }

    /// <summary>JSON in UTF-8, as it stands.</summary>
    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(ApiWriter.MediaType, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;
}
