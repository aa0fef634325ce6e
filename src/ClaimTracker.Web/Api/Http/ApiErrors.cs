using System.Globalization;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Api;

/// <summary>What is wrong with a request, by parameter.</summary>
public sealed class ApiErrors
{
    private readonly SortedDictionary<string, IReadOnlyList<string>> found = new(StringComparer.Ordinal);

    public bool Any => found.Count > 0;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Found => found;

    public void Add(string parameter, string message) => found[parameter] = [.. found.GetValueOrDefault(parameter, []), message];

    public void Add(string parameter, string format, params object[] values) => Add(parameter, string.Format(CultureInfo.InvariantCulture, format, values));

    public static ApiErrors Of(string parameter, string message)
    {
        var errors = new ApiErrors();
        errors.Add(parameter, message);
        return errors;
    }
}

/// <summary>Judges the parameters of a request by those its operation has.</summary>
public static class ApiValidation
{
    private const int MostNamed = 40;

    /// <summary>Blank values count as not given.</summary>
    public static (IReadOnlyDictionary<string, IReadOnlyList<string>> Values, ApiErrors Errors) Read(HttpContext context, ApiOperation operation)
    {
        var errors = new ApiErrors();
        var values = new Dictionary<string, IReadOnlyList<string>>();
        var known = operation.Parameters.Where(p => !p.IsInPath).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in context.Request.Query.Keys.Where(k => !known.Contains(k)).Take(MostNamed))
        {
            errors.Add(Shown(name), ApiText.ParameterUnknown, string.Join(", ", known));
        }

        foreach (var parameter in operation.Parameters)
        {
            var given = parameter.IsInPath ? [context.GetRouteValue(parameter.Name)?.ToString() ?? ""] : context.Request.Query[parameter.Name].ToArray();
            var kept = given.Select(v => v ?? "").Where(v => !string.IsNullOrWhiteSpace(v)).Distinct(StringComparer.Ordinal).ToList();
            if (FaultOf(parameter, kept) is { } fault)
            {
                errors.Add(parameter.Name, fault);
            }
            else if (kept.Count > 0)
            {
                values[parameter.Name] = kept;
            }
        }

        return (values, errors);
    }

    private static string? FaultOf(ApiParameter parameter, List<string> given) =>
        given.Count == 0 ? (parameter.IsRequired ? ApiText.ParameterRequired : null)
        : given.Count > parameter.MostValues ? (parameter.IsRepeatable ? Said(ApiText.ParameterTooMany, parameter.MostValues) : ApiText.ParameterTwice)
        : given.Select(v => FaultOf(parameter, v)).FirstOrDefault(f => f is not null);

    private static string? FaultOf(ApiParameter parameter, string value) => parameter.Value switch
    {
        ApiValue.Whole => ApiWhole.Read(value) is { } number && number >= parameter.Min && number <= parameter.Max ? null : Said(ApiText.ParameterNotWhole, parameter.Min, parameter.Max),
        ApiValue.Choice => parameter.Choices.Contains(value, StringComparer.Ordinal) ? null : Said(ApiText.ParameterNotChoice, string.Join(", ", parameter.Choices)),
        _ when value.Length > parameter.MaxLength => Said(ApiText.ParameterTooLong, parameter.MaxLength),
        ApiValue.Id => Guid.TryParseExact(value, "D", out _) ? null : ApiText.ParameterNotId,
        ApiValue.Code => value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_') ? null : ApiText.ParameterNotCode,
        ApiValue.Date => Core.Claims.DateParser.TryParse(value, out _) ? null : ApiText.ParameterNotDate,
        _ => value.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? ApiText.ParameterNotText : null,
    };

    private static string Said(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);

    /// <summary>A name nobody knows is repeated only as far as it is one.</summary>
    private static string Shown(string name)
    {
        const int most = 40;
        var plain = new string([.. name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(most)]);
        return plain == "" ? "?" : plain;
    }
}
