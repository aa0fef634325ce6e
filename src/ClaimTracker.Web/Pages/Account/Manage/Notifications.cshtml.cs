using ClaimTracker.Core;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Account.Manage;

/// <summary>What is also mailed to the person, kind by kind.</summary>
public sealed class NotificationsModel(MailChoices choices, MailSettings settings, Links links) : PageModel
{
    /// <summary>By kind, as the form's fields are called.</summary>
    [BindProperty]
    public Dictionary<string, string> Mail { get; set; } = [];

    public bool IsMailOn => settings.IsOn;

    /// <summary>Of the kinds that the person may be told of.</summary>
    public IReadOnlyList<(NotificationKind Kind, MailChoice Choice)> Choices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await this.ValidateAsync(new Validator(), Mail, ct, prefix: ""))
        {
            await LoadAsync(ct);
            return this.InvalidPage();
        }

        var outcome = await choices.SaveAsync(Mail.ToDictionary(m => Enum.Parse<NotificationKind>(m.Key), m => Enum.Parse<MailChoice>(m.Value)), User.ToActor(), ct);
        if (outcome is Outcome.Done)
        {
            this.Done(CommonText.Saved);
            return LocalRedirect(links.Account.Notifications());
        }

        await LoadAsync(ct);
        return this.Answer(outcome);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var person = User.ToActor();
        Choices = [.. (await choices.ReadAsync(person, ct)).Where(c => Permissions.IsToldOf(person, c.Key)).Select(c => (c.Key, c.Value))];
    }

    private sealed class Validator : AbstractValidator<Dictionary<string, string>>
    {
        public Validator() => RuleForEach(mail => mail).Must(m => Is<NotificationKind>(m.Key) && Is<MailChoice>(m.Value))
            .OverridePropertyName(nameof(Mail)).WithMessage(_ => AccountText.MailUnknown);

        /// <summary>By name only: numbers are read as values too.</summary>
        private static bool Is<T>(string? name)
            where T : struct, Enum => name is not null && Enum.GetNames<T>().Contains(name);
    }
}
