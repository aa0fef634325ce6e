using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Forms;

/// <summary>How the outcome of a write becomes a page: 400 at the fields, 403 and 409 with the reason in words, 404.</summary>
public static class OutcomeForms
{
    /// <summary>The answer to everything but <see cref="Outcome.Done"/>. The page's data has to be loaded first.</summary>
    /// <param name="page">The page that was posted.</param>
    /// <param name="outcome">What came of the write.</param>
    /// <param name="field">The form's field for a path of the service's input; null: <c>Input.</c> and the path.</param>
    /// <param name="words">What the page says of a fault, where it knows better than the words for all; null from it: those.</param>
    public static IActionResult Answer(
        this PageModel page, Outcome outcome, Func<string, string>? field = null, Func<Fault, string?>? words = null) => outcome switch
        {
            Outcome.NotFound => page.NotFound(),
            Outcome.Invalid invalid => page.InvalidPage(invalid, field, words),
            Outcome.NotPermitted no => page.Refused(RefusalNotice.Forbidden(ReviewWords.Refusal(no.Code))),
            Outcome.NotNow not => page.Refused(RefusalNotice.Conflict(ReviewWords.Refusal(not.Code), [.. not.Allowed.Select(ReviewWords.Action)])),
            Outcome.Stale stale => page.ConflictPage(stale.Conflict),
            Outcome.NeedsConfirmation => page.Refused(RefusalNotice.Conflict(CommonText.NeedsConfirmation)),
            Outcome.Duplicate => page.Refused(RefusalNotice.Conflict(CommonText.AlreadyThere)),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };

    /// <summary>400: the faults a service found, at the fields of the form.</summary>
    public static PageResult InvalidPage(this PageModel page, Outcome.Invalid invalid, Func<string, string>? field = null, Func<Fault, string?>? words = null)
    {
        foreach (var fault in invalid.Faults)
        {
            var key = FieldOf(field is null ? "Input." + fault.Path : field(fault.Path));
            page.AddFault(key, words?.Invoke(fault) ?? ReviewWords.Fault(fault.Code, fault.Limit));
        }

        return page.InvalidPage();
    }

    /// <summary>An error at a field, under the field's name.</summary>
    public static void AddFault(this PageModel page, string field, string message) => page.ModelState.AddModelError(field, Message(page, field, message));

    /// <summary>A path's language as <see cref="TextInput"/> names it.</summary>
    public static string FieldOf(string path) =>
        path.EndsWith(".ar", StringComparison.Ordinal) ? path[..^2] + nameof(TextInput.Ar)
        : path.EndsWith(".en", StringComparison.Ordinal) ? path[..^2] + nameof(TextInput.En)
        : path;

    private static string Message(PageModel page, string key, string message) =>
        NameOf(page, key) is { } name ? ValidationTexts.Named(name, message) : message;

    /// <summary>The label of a field, from the <c>[Display]</c> of the properties its name leads through; null where one is missing.</summary>
    private static string? NameOf(PageModel page, string key)
    {
        var metadata = page.MetadataProvider.GetMetadataForType(page.GetType());
        string? name = null;
        foreach (var part in key.Split('.'))
        {
            var property = metadata.Properties[part.Split('[')[0]];
            if (property is null)
            {
                return name;
            }

            var isLanguage = metadata.ModelType == typeof(TextInput);
            name = isLanguage && name is not null ? string.Format(CultureInfo.InvariantCulture, CommonText.InputInLanguage, name, property.DisplayName) : property.DisplayName ?? name;
            metadata = part.Contains('[', StringComparison.Ordinal) && property.ElementMetadata is { } element ? element : property;
        }

        return name;
    }
}
