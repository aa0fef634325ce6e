using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using ClaimTracker.Web.Resources;
using FluentValidation;
using FluentValidation.Resources;

namespace ClaimTracker.Web.Forms;

/// <summary>
/// What validators say, in the page's language. A field is named by its <c>[Display(Name = …, ResourceType = …)]</c>, which its
/// label shows too.
/// </summary>
public static class ValidationTexts
{
    public static void Use()
    {
        ValidatorOptions.Global.LanguageManager = new Messages();
        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) => member?.GetCustomAttribute<DisplayAttribute>()?.GetName();
    }

    /// <summary>“E-mail: fill this in.”</summary>
    public static string Named(string field, string message) => string.Format(CultureInfo.InvariantCulture, CommonText.InputNamed, field, message);

    private sealed class Messages : LanguageManager
    {
        public override string GetString(string key, CultureInfo? culture = null)
        {
            var message = key switch
            {
                "NotEmptyValidator" or "NotNullValidator" => CommonText.InputRequired,
                "MaximumLengthValidator" or "MaximumLength_Simple" => CommonText.InputTooLong,
                "MinimumLengthValidator" or "MinimumLength_Simple" => CommonText.InputTooShort,
                "LengthValidator" or "Length_Simple" => CommonText.InputLength,
                "ExactLengthValidator" or "ExactLength_Simple" => CommonText.InputLength,
                "EmailValidator" => CommonText.InputEmail,
                "InclusiveBetweenValidator" or "InclusiveBetween_Simple" => CommonText.InputBetween,
                "GreaterThanValidator" => CommonText.InputGreaterThan,
                "GreaterThanOrEqualValidator" => CommonText.InputAtLeast,
                "LessThanValidator" => CommonText.InputLessThan,
                "LessThanOrEqualValidator" => CommonText.InputAtMost,
                _ => CommonText.InputInvalid,
            };
            return Named("{PropertyName}", message);
        }
    }
}
