using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Forms;

/// <summary>How posted and queried values become input: texts cleaned, numbers and dates read by our own parsers (rules 5 and 7).</summary>
public static class FormInput
{
    public const int MaxFields = 2_000;

    /// <summary>No list of a form has as many rows; reading more than a thousand or so, the framework fails.</summary>
    public const int MaxRows = 1_000;

    public static void Configure(MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new InputBinderProvider());
        // What is required, validators say, in words.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, field) => ValidationTexts.Named(field, CommonText.InputInvalid));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => CommonText.InputInvalid);
        messages.SetValueIsInvalidAccessor(_ => CommonText.InputInvalid);
        messages.SetUnknownValueIsInvalidAccessor(field => ValidationTexts.Named(field, CommonText.InputInvalid));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => CommonText.InputInvalid);
        messages.SetValueMustNotBeNullAccessor(_ => CommonText.InputRequired);
        messages.SetMissingBindRequiredValueAccessor(field => ValidationTexts.Named(field, CommonText.InputRequired));
        messages.SetMissingKeyOrValueAccessor(() => CommonText.InputRequired);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => CommonText.InputRequired);
    }
}
