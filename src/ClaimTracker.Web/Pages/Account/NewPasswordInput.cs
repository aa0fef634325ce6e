using System.ComponentModel.DataAnnotations;
using ClaimTracker.Web.Resources;
using FluentValidation;

namespace ClaimTracker.Web.Pages.Account;

/// <summary>A new password, typed twice; what makes a good one, Core's AccountRules say.</summary>
public class NewPasswordInput
{
    [DataType(DataType.Password)]
    [Display(Name = nameof(AccountText.NewPassword), ResourceType = typeof(AccountText))]
    public string? Password { get; set; }

    [DataType(DataType.Password)]
    [Display(Name = nameof(AccountText.RepeatPassword), ResourceType = typeof(AccountText))]
    public string? Repeat { get; set; }

    public static void AddRules<T>(AbstractValidator<T> validator)
        where T : NewPasswordInput
    {
        validator.RuleFor(i => i.Password).NotEmpty();
        validator.RuleFor(i => i.Repeat).Equal(i => i.Password).WithMessage(_ => Forms.ValidationTexts.Named("{PropertyName}", AccountText.PasswordsDiffer));
    }
}
