using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public;

/// <summary>What this site is. The text stands in one partial per language.</summary>
public sealed class AboutModel : PageModel;
