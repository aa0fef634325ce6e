using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Admin.Topics;

/// <summary>What the forms of a topic hold.</summary>
public sealed class TopicInput
{
    public int Version { get; set; }

    [Display(Name = nameof(AdminText.Name), ResourceType = typeof(AdminText))]
    public TextInput Name { get; set; } = new();

    [Display(Name = nameof(AdminText.Slug), ResourceType = typeof(AdminText))]
    public string? Slug { get; set; }

    [Display(Name = nameof(AdminText.PublicInterest), ResourceType = typeof(AdminText))]
    public bool IsPublicInterest { get; set; } = true;

    public static string? Words(Fault fault) => (fault.Path, fault.Code) switch
    {
        ("Slug", FaultCode.Duplicate) => AdminText.SlugTaken,
        ("Slug", FaultCode.OutOfRange) => AdminText.SlugInvalid,
        _ => null,
    };
}
