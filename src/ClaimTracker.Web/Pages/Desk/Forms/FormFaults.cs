using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Forms;

/// <summary>What was found wrong while a form is read, at its fields.</summary>
public sealed class FormFaults(PageModel page)
{
    public bool Any => !page.ModelState.IsValid;

    /// <summary>A field that could not be read at all keeps that message alone.</summary>
    public void Add(string field, string message)
    {
        if (page.ModelState.GetFieldValidationState(field) is not ModelValidationState.Invalid)
        {
            page.AddFault(field, message);
        }
    }

    public void Add(string field, FaultCode code, int? limit = null) => Add(field, ReviewWords.Fault(code, limit));

    public void Require<T>(T? value, string field)
        where T : struct
    {
        if (value is null)
        {
            Add(field, FaultCode.Required);
        }
    }

    /// <summary>A day, a month or a year as typed into one field.</summary>
    public FuzzyDate? Date(string? text, string field)
    {
        if (text is null)
        {
            return null;
        }

        if (DateParser.TryParse(text, out var date))
        {
            return date;
        }

        Add(field, CommonText.InputDate);
        return null;
    }

    public FuzzyDate? Date(DateFields date, string field) =>
        date.Read((part, code) => Add($"{field}.{part}", code is { } known ? ReviewWords.Fault(known, null) : CommonText.InputDate));

    public void AddAll(IEnumerable<Fault> faults, Func<string, string> fieldOf)
    {
        foreach (var fault in faults)
        {
            Add(OutcomeForms.FieldOf(fieldOf(fault.Path)), fault.Code, fault.Limit);
        }
    }
}
