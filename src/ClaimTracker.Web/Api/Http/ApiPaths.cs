namespace ClaimTracker.Web.Api;

/// <summary>Addresses that machines ask for.</summary>
public static class ApiPaths
{
    public const string Description = "/openapi/v1.json";

    /// <summary>Claims as the desk has them, for programs of staff.</summary>
    public const string DeskClaims = "/api/v1/desk/claims";

    /// <summary>What is refused there is refused in JSON.</summary>
    public static bool IsApi(PathString path) => path.StartsWithSegments("/api") || IsGoogles(path) || path.StartsWithSegments("/openapi");

    /// <summary>Shaped like Google's API, errors too.</summary>
    public static bool IsGoogles(PathString path) => path.StartsWithSegments("/v1alpha1");

    /// <summary>Scripts of other sites may read it.</summary>
    public static bool IsOpen(PathString path) =>
        (IsApi(path) && !path.StartsWithSegments(ApiEndpoints.Root + "/desk"))
        || path.StartsWithSegments("/feeds") || path.StartsWithSegments("/oembed") || path.StartsWithSegments(Downloads.DownloadEndpoints.Root);
}
