using System.Globalization;
using System.Resources;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Web.Tests.Resources;

/// <summary>Whatever the audit trail can hold of a record is named in words, in both languages: history and conflict pages show no property name.</summary>
public sealed class RecordNamesTests(WebApp app) : IClassFixture<WebApp>
{
    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task EveryAuditedRecordAndProperty_HasAName(string language)
    {
        var types = await app.WithDbAsync(db => Task.FromResult(AuditedTypes(db)));

        var missing = types.SelectMany(NamesOf).Where(alternatives => !alternatives.Any(key => IsText(key, language))).Select(a => a[0]);
        Assert.Equal("", string.Join(' ', missing.Order(StringComparer.Ordinal)));
    }

    private static List<IEntityType> AuditedTypes(ClaimDbContext db) =>
        [.. db.Model.GetEntityTypes().Where(t => typeof(IAudited).IsAssignableFrom(t.ClrType))];

    /// <summary>The texts of which one is needed: for the record, and for each of its properties.</summary>
    private static IEnumerable<string[]> NamesOf(IEntityType type)
    {
        var record = type.ClrType.Name;
        return AuditText.AuditedProperties(type)
            .Where(p => p.Name != nameof(IVersioned.Version))
            .Select(p => new[] { $"Field{record}{p.Name}", $"Field{p.Name}" })
            .Prepend([$"Record{record}"]);
    }

    // The neutral texts are the English ones; an Arabic page must not fall back on them.
    private static bool IsText(string key, string language) =>
        CommonText.ResourceManager.GetResourceSet(language == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)?
            .GetString(key) is { Length: > 0 };
}
