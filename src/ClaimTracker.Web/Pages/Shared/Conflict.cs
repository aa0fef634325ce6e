using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>Over a page whose form was overtaken: every value before, as others left it and as typed, in words. The layout shows it; nothing where there is no conflict.</summary>
public sealed class Conflict(ClaimDbContext db, Formats formats) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (EditConflicts.Of(ViewData) is not { } conflict)
        {
            return Content("");
        }

        var ct = HttpContext.RequestAborted;
        var values = conflict.Values.Concat(conflict.OthersChanged).ToList();
        var ids = values.SelectMany(v => new[] { v.Base, v.Theirs, v.Yours }).Select(v => Guid.TryParse(v, out var id) ? id : (Guid?)null).OfType<Guid>().ToHashSet();
        var actors = values.Select(v => v.ChangedById).OfType<Guid>().Concat(ids).ToHashSet();
        var people = await db.Users.AsNoTracking().Where(u => actors.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        var names = await RecordNames.ReadAsync(db, ids, ct);
        var words = new RecordWords(formats, id => people.GetValueOrDefault(id) ?? (names.TryGetValue(id, out var name) ? name.In(Cultures.Current) : null));
        return View(new ConflictView(
            [.. conflict.Values.Select(v => ConflictField.Of(v, words, people))],
            [.. conflict.OthersChanged.Where(v => !RecordWords.IsBookkeeping(v.Property)).Select(v => ConflictField.Of(v, words, people))],
            EditConflicts.OffersChoice(ViewData)));
    }
}

/// <summary>What both changed differently, and what only others changed.</summary>
public sealed record ConflictView(IReadOnlyList<ConflictField> Both, IReadOnlyList<ConflictField> Others, bool OffersChoice);

/// <summary>One value of all sides, in words; null: nothing there.</summary>
public sealed record ConflictField(string Name, string Path, string? Language, string? Base, string? Theirs, string? Yours)
{
    public bool IsBaseErased { get; init; }

    public string? ChangedBy { get; init; }

    public DateTime? ChangedAt { get; init; }

    public static ConflictField Of(ConflictingValue value, RecordWords words, IReadOnlyDictionary<Guid, string> people)
    {
        var path = value.Property.Split('.', 2);
        return new ConflictField(
            RecordWords.FieldOfRow(value.Record, value.Property),
            value.Property,
            path.Length == 2 ? path[1] : null,
            words.Value(value.Record, path[0], value.Base),
            words.Value(value.Record, path[0], value.Theirs),
            words.Value(value.Record, path[0], value.Yours))
        {
            IsBaseErased = value.IsBaseErased,
            ChangedBy = value.ChangedById is { } id ? people.GetValueOrDefault(id) : null,
            ChangedAt = value.ChangedAt,
        };
    }
}
