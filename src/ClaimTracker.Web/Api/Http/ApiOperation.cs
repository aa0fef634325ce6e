using ClaimTracker.Core.Users;

namespace ClaimTracker.Web.Api;

/// <summary>One address of the API: what it takes, what it answers, how it is described. Stands on its endpoint.</summary>
public sealed record ApiOperation(string Id, string Tag, string Summary, Type Answer)
{
    public string? Description { get; init; }

    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>The property of the answer that holds its entries; null: it is one record.</summary>
    public string? ListName { get; init; }

    /// <summary>What <c>fields</c> selects from: the entries of a list, or the record.</summary>
    public Type Record { get; init; } = Answer;

    /// <summary>Statuses beside 200 and those any operation may answer.</summary>
    public IReadOnlyList<int> Refusals { get; init; } = [];

    /// <summary>Parameter that says in which language texts are wanted.</summary>
    public string LanguageParameter { get; init; } = ApiParameters.Language;

    /// <summary>It looks a pasted text up: counted apart, and neither kept here nor anywhere.</summary>
    public bool IsLookUp { get; init; }

    /// <summary>What a token has to be for; none: everybody may ask.</summary>
    public TokenScopes Scope { get; init; }

    /// <summary>It changes a claim that is there, and has to name the version it read.</summary>
    public bool ChangesClaim { get; init; }

    /// <summary>It takes a key by which it is done once.</summary>
    public bool IsWriting { get; init; }

    /// <summary>Status of what was found, or done.</summary>
    public int Success { get; init; } = StatusCodes.Status200OK;

    /// <summary>An address with its values, for examples.</summary>
    public required string Example { get; init; }

    /// <summary>The same with the parameters that every operation of ours has.</summary>
    public ApiOperation Complete() => this with
    {
        Parameters = [.. Parameters, ApiParameters.LanguageAs(LanguageParameter), ApiParameters.FieldsOf(ListName is null ? "the record" : "the entries")],
    };
}
