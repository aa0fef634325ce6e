using System.Text.Json;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public;

/// <summary>A public change of a published check, with the claim it is of.</summary>
public sealed record CorrectionRow(int Number, DateTime At, int Version, PublicCorrectionNotice Notice, PublicCard Claim)
{
    /// <summary>The newest first; only of claims readers may open.</summary>
    public static async Task<List<CorrectionRow>> ReadAsync(PublicReader reader, IQueryable<PublicCorrection> corrections, int take, CancellationToken ct)
    {
        var found = await (
            from correction in corrections
            join claim in reader.Claims on correction.Number equals claim.Number
            orderby correction.At descending, correction.Number descending, correction.Version descending
            select new { Correction = correction, claim.Card }).Take(take).ToListAsync(ct);
        return found.ConvertAll(f => new CorrectionRow(
            f.Correction.Number,
            f.Correction.At,
            f.Correction.Version,
            JsonSerializer.Deserialize<PublicCorrectionNotice>(f.Correction.Notice, CoreJson.Options) ?? throw new JsonException("A correction holds no notice."),
            PublicCard.FromJson(f.Card)));
    }
}
