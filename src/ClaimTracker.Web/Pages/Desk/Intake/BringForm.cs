using System.ComponentModel.DataAnnotations;
using System.Text;
using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>An article as it is brought in: a file, a pasted text or page, or an address alone, which is fetched.</summary>
public sealed class BringForm
{
    [Display(Name = nameof(IntakeText.BringAddress), ResourceType = typeof(IntakeText))]
    public string? Address { get; set; }

    [BindNever]
    [Display(Name = nameof(IntakeText.BringText), ResourceType = typeof(IntakeText))]
    public string? Text { get; set; }

    [Display(Name = nameof(IntakeText.BringFile), ResourceType = typeof(IntakeText))]
    public IFormFile? File { get; set; }

    public bool IsFetch => Text is null && File is null && Address is not null;

    /// <summary>What was pasted or uploaded, as it waits to be checked; null where a fault was added.</summary>
    public async Task<PendingArticle?> ReadAsync(ModelFaults faults, Guid? userId, DateTime now, CancellationToken ct)
    {
        if (Text is not null && File is not null)
        {
            faults("Input.File", IntakeText.BringOneOnly);
            return null;
        }

        if (Address is not null && SourceRules.AddressFault(Address) is not null)
        {
            faults("Input.Address", IntakeText.BringNoAddress);
            return null;
        }

        if (!string.IsNullOrWhiteSpace(Text))
        {
            return Pending(Encoding.UTF8.GetBytes(Text), Text, IntakeTools.Paste, null);
        }

        if (File is null)
        {
            faults("Input.Text", IntakeText.BringNothing);
            return null;
        }

        if (File.Length is 0 or > Capture.MaxBytes)
        {
            faults("Input.File", File.Length == 0 ? IntakeText.BringFileEmpty : IntakeText.BringFileTooLarge);
            return null;
        }

        using var bytes = new MemoryStream();
        await File.CopyToAsync(bytes, ct);
        var text = TextDecoder.Decode(bytes.ToArray(), null).Text;
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            faults("Input.File", IntakeText.BringFileNoText);
            return null;
        }

        return Pending(bytes.ToArray(), text, IntakeTools.Upload, FileNameOf(File.FileName));

        PendingArticle Pending(byte[] bytes, string text, string tool, string? fileName) => new()
        {
            Id = Guid.CreateVersion7(),
            Bytes = bytes,
            MediaType = ArticleReader.LooksLikeHtml(text) ? "text/html" : "text/plain",
            Tool = tool,
            FileName = fileName,
            Address = Address,
            CapturedAt = now,
            MadeById = userId,
        };
    }

    /// <summary>A fetched page as it waits to be checked.</summary>
    public static PendingArticle Of(FetchedPage page, Guid? userId) => new()
    {
        Id = Guid.CreateVersion7(),
        Bytes = page.Bytes,
        MediaType = page.MediaType,
        Tool = page.Tool,
        Address = page.RequestedAddress,
        FinalAddress = page.FinalAddress,
        HeaderCharset = Short(page.Headers.Charset, PendingArticle.HeaderMaxLength),
        HeaderLanguage = Short(page.Headers.Language, PendingArticle.HeaderMaxLength),
        HeaderCanonical = Short(page.Headers.Canonical, Source.AddressMaxLength),
        CapturedAt = page.FetchedAt,
        MadeById = userId,
    };

    private static string? Short(string? text, int limit) => text?.Length > limit ? null : text;

    /// <summary>Browsers send the name alone; others may send a path. Signs that no text may hold are left out: nobody could mend the name later.</summary>
    private static string? FileNameOf(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && !TextRules.IsForbidden(c))]);
        var length = Math.Min(clean.Length, Capture.FileNameMaxLength);
        length -= length < clean.Length && char.IsSurrogatePair(clean[length - 1], clean[length]) ? 1 : 0;
        return TextRules.Clean(clean[..length]);
    }
}

/// <summary>Says at a field what is wrong with it.</summary>
public delegate void ModelFaults(string field, string message);
