namespace ClaimTracker.Web.Api;

/// <summary>What a parameter's value has to look like.</summary>
public enum ApiValue
{
    Text,
    Whole,
    Choice,

    /// <summary>A day, a month or a year.</summary>
    Date,
    Id,

    /// <summary>Letters, digits and hyphens: codes and slugs.</summary>
    Code,
}

/// <summary>
/// A parameter of an operation with its bounds: what is given is judged by it, and <c>/openapi/v1.json</c> is written from it, so that
/// neither says what the other does not know.
/// </summary>
public sealed record ApiParameter(string Name, ApiValue Value, string Description)
{
    public bool IsInPath { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Values there may be of it; several mean any of them.</summary>
    public int MostValues { get; init; } = 1;

    public int MaxLength { get; init; } = 200;

    public int Min { get; init; }

    public int Max { get; init; } = int.MaxValue;

    public IReadOnlyList<string> Choices { get; init; } = [];

    public int? Default { get; init; }

    public string? Example { get; init; }

    public bool IsRepeatable => MostValues > 1;
}

/// <summary>Parameters that several operations have.</summary>
public static class ApiParameters
{
    public const string Fields = "fields";
    public const string Language = "lang";
    public const string After = "after";
    public const string Limit = "limit";

    public const int MostItems = 100;
    public const int UsualItems = 20;

    /// <summary>In which language texts are wanted; the list of claims has a filter of that name and calls it otherwise.</summary>
    public static ApiParameter LanguageAs(string name) => new(name, ApiValue.Choice, "Texts in this language only, each with the language it is in; else `Accept-Language` decides, and without either every text comes in all its languages.")
    {
        Choices = [Startup.Cultures.Arabic, Startup.Cultures.English],
        Example = Startup.Cultures.English,
    };

    public static ApiParameter FieldsOf(string what) => new(Fields, ApiValue.Text, $"Only these fields of {what}, by name and parted by commas.") { MaxLength = 1_000 };

    public static IReadOnlyList<ApiParameter> Paging { get; } =
    [
        new(After, ApiValue.Text, "The place to go on from, as `next` of the page before holds it. Good for the same filters and order only.") { MaxLength = 200 },
        new(Limit, ApiValue.Whole, "Entries a page has at most.") { Min = 1, Max = MostItems, Default = UsualItems, Example = "50" },
    ];

    public static IReadOnlyList<ApiParameter> Range { get; } =
    [
        new("from", ApiValue.Date, "Not before this day; a month or a year stands for its first day.") { MaxLength = 40, Example = "2023-09" },
        new("to", ApiValue.Date, "Not after this day; a month or a year stands for its last day.") { MaxLength = 40, Example = "2024" },
    ];

    public static ApiParameter Number { get; } = new("number", ApiValue.Whole, "The claim's number: 50 of CT-50.") { IsInPath = true, IsRequired = true, Min = 1, Example = "50" };

    public static ApiParameter IdOf(string what, string example) => new("id", ApiValue.Id, $"Id of the {what}.") { IsInPath = true, IsRequired = true, Example = example };
}
