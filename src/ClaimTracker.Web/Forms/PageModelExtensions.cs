using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Forms;

/// <summary>How a page answers a form that cannot be taken: the same page, with what was typed, and the fitting status (rule 10).</summary>
public static class PageModelExtensions
{
    /// <summary>What was done, shown by the next desk page.</summary>
    public const string NoticeKey = "Notice";

    private const string RefusalKey = "Refusal";

    /// <summary>Runs the validator and adds its findings to the fields; false also when a value could not be read at all.</summary>
    public static async Task<bool> ValidateAsync<T>(this PageModel page, IValidator<T> validator, T input, CancellationToken ct, string prefix = "Input")
    {
        var result = await validator.ValidateAsync(input, ct);
        foreach (var failure in result.Errors)
        {
            var key = prefix.Length == 0 ? failure.PropertyName : $"{prefix}.{failure.PropertyName}";
            // What could not be read has its message already; “fill this in” beside it would be wrong.
            if (page.ModelState.GetFieldValidationState(key) is not Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
            {
                page.ModelState.AddModelError(key, failure.ErrorMessage);
            }
        }

        return page.ModelState.IsValid;
    }

    /// <summary>400: the page again, with the errors at the fields.</summary>
    public static PageResult InvalidPage(this PageModel page) => new() { StatusCode = StatusCodes.Status400BadRequest };

    /// <summary>An error at one field that only the service could find, as 400.</summary>
    public static PageResult InvalidPage(this PageModel page, string field, string message)
    {
        page.ModelState.AddModelError(field, message);
        return page.InvalidPage();
    }

    /// <summary>The form again with everything typed, for a button that only adds a row: what is wrong with it is said when it is saved.</summary>
    public static PageResult WithoutErrors(this PageModel page)
    {
        foreach (var field in page.ModelState.Values)
        {
            field.Errors.Clear();
        }

        return page.Page();
    }

    /// <summary>403 or 409: the page again, under a notice that says why and what is possible now. The layout shows it.</summary>
    public static PageResult Refused(this PageModel page, RefusalNotice notice)
    {
        page.ViewData[RefusalKey] = notice;
        return new PageResult { StatusCode = notice.StatusCode };
    }

    /// <summary>Says on the page redirected to what was done: <c>this.Done(CommonText.Saved)</c>.</summary>
    public static void Done(this PageModel page, string message) => page.TempData[NoticeKey] = message;

    public static RefusalNotice? RefusalOf(Microsoft.AspNetCore.Mvc.ViewFeatures.ViewDataDictionary viewData) => viewData[RefusalKey] as RefusalNotice;
}

/// <summary>Why a form was refused, in the page's language, and what is possible instead.</summary>
public sealed record RefusalNotice(int StatusCode, string Message)
{
    public IReadOnlyList<string> PossibleNow { get; init; } = [];

    /// <summary>Not this person's to do.</summary>
    public static RefusalNotice Forbidden(string message) => new(StatusCodes.Status403Forbidden, message);

    /// <summary>Not possible as things stand: overtaken by somebody else's change, or not in this stage.</summary>
    public static RefusalNotice Conflict(string message, params string[] possibleNow) => new(StatusCodes.Status409Conflict, message) { PossibleNow = possibleNow };
}
