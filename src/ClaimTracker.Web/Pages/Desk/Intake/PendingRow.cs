using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>An article that a person brought in and has not checked yet, in the list of those to come back to.</summary>
public sealed record PendingRow(Guid Id, string Name, DateTime BroughtAt)
{
    private const int Shown = 20;

    /// <summary>Longer ones go by their file or address: reading many of them would keep the page waiting.</summary>
    private const int MaxRead = 1024 * 1024;

    /// <summary>The person's own, the latest first.</summary>
    public static async Task<IReadOnlyList<PendingRow>> OfAsync(ClaimDbContext db, Actor actor, CancellationToken ct)
    {
        if (actor.UserId is not { } person)
        {
            return [];
        }

        var waiting = await db.PendingArticles.AsNoTracking().Where(p => p.MadeById == person).OrderByDescending(p => p.CapturedAt).ThenByDescending(p => p.Id).Take(Shown)
            .Select(p => new { p.Id, p.CapturedAt, Known = p.FileName ?? p.FinalAddress ?? p.Address, IsShort = p.Bytes.Length <= MaxRead }).ToListAsync(ct);
        var toRead = waiting.Where(p => p.IsShort).Select(p => p.Id).ToList();
        var names = new Dictionary<Guid, string?>();
        // One after the other, so that only one is held at a time.
        await foreach (var article in db.PendingArticles.AsNoTracking().Where(p => toRead.Contains(p.Id)).AsAsyncEnumerable().WithCancellation(ct))
        {
            names.Add(article.Id, NameOf(article.Read()));
        }

        return waiting.ConvertAll(p => new PendingRow(p.Id, names.GetValueOrDefault(p.Id) ?? p.Known ?? DeskText.SourceUntitled, p.CapturedAt));
    }

    private static string? NameOf(ReadArticle read) =>
        read.Title?.Value is { Length: > 0 } title ? Excerpt.Of(title)
        : read.Paragraphs.FirstOrDefault(p => p.Length > 0) is { } first ? Excerpt.Of(first)
        : null;
}
