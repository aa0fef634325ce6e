using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Linq.Expressions;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Public.Policies;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using FluentValidation;

namespace ClaimTracker.Web.Pages.Admin.Policies;

/// <summary>What the form of a policy page holds.</summary>
public sealed class PolicyInput
{
    /// <summary>Number of the version it was made from.</summary>
    public int Version { get; set; }

    [Display(Name = nameof(AdminText.PolicyText), ResourceType = typeof(AdminText))]
    public TextInput Text { get; set; } = new();

    [Display(Name = nameof(AdminText.PolicyChange), ResourceType = typeof(AdminText))]
    public TextInput Change { get; set; } = new();

    public static PolicyInput Of(PublicPolicy policy) => new() { Version = policy.Number, Text = TextInput.Of(policy.Text) };

    /// <summary>What only the renderer can tell; everything else is the service's to judge.</summary>
    public sealed class Validator : AbstractValidator<PolicyInput>
    {
        /// <summary>What other pages lead to in the methodology, and what stands nowhere else.</summary>
        private static readonly string[] Needed = ["{#imported}", "{#archive}", "{{ratings}}", "{{conditions}}"];

        public Validator(Policy policy, Links links)
        {
            foreach (var text in new Expression<Func<PolicyInput, string?>>[] { i => i.Text.Ar, i => i.Text.En })
            {
                RuleFor(text).Must(t => CanBeShown(t, links)).WithMessage(_ => AdminText.PolicyTooDeep);
                foreach (var part in policy is Policy.Methodology ? Needed : [])
                {
                    RuleFor(text).Must(t => string.IsNullOrWhiteSpace(t) || t.Contains(part, StringComparison.Ordinal))
                        .WithMessage(_ => string.Format(CultureInfo.InvariantCulture, AdminText.PolicyNeeds, part));
                }
            }
        }

        /// <summary>Thousands of brackets in one another are given up on; readers must never meet such a page.</summary>
        private static bool CanBeShown(string? text, Links links)
        {
            try
            {
                return text is null || text.Length > PolicyVersion.TextMaxLength || PolicyMarkdown.Render(text, links) is not null;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
    }
}
