using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ClaimTracker.Core.Data;

/// <summary>How values are stored, the same on both databases; see the table in the README.</summary>
internal static class Conventions
{
    public const string PostgresProvider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    private const int EnumMaxLength = 40;

    public static void Apply(ModelConfigurationBuilder configuration, string? provider)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumMaxLength);
        configuration.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter, LocalizedTextComparer>();
        configuration.Properties<FuzzyDate>().HaveConversion<FuzzyDateConverter>();
        configuration.Properties<TextLayout>().HaveConversion<JsonValueConverter<TextLayout>, JsonComparer<TextLayout>>();
        configuration.Properties<IReadOnlyList<string>>().HaveConversion<JsonValueConverter<IReadOnlyList<string>>, JsonComparer<IReadOnlyList<string>>>();
        configuration.Properties<IReadOnlyList<int>>().HaveConversion<JsonValueConverter<IReadOnlyList<int>>, JsonComparer<IReadOnlyList<int>>>();
        configuration.Properties<IReadOnlyList<LocalizedText>>().HaveConversion<JsonValueConverter<IReadOnlyList<LocalizedText>>, JsonComparer<IReadOnlyList<LocalizedText>>>();
        configuration.Properties<IReadOnlyList<ArchiveLink>>().HaveConversion<JsonValueConverter<IReadOnlyList<ArchiveLink>>, JsonComparer<IReadOnlyList<ArchiveLink>>>();
        if (provider == PostgresProvider)
        {
            // Byte order, as SQLite compares: the same lists in the same order on both.
            configuration.Properties<string>().UseCollation("C");
        }
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => ClaimDbContext.ToStored(value), value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

    private sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(
        value => value.ToJson(), json => LocalizedText.FromJson(json));

    /// <summary>Immutable, so a snapshot is the value itself.</summary>
    private sealed class LocalizedTextComparer() : ValueComparer<LocalizedText>((a, b) => object.Equals(a, b), value => value.GetHashCode(), value => value);

    private sealed class FuzzyDateConverter() : ValueConverter<FuzzyDate, string>(
        value => value.ToJson(), json => FuzzyDate.FromJson(json)!); // null columns never reach a converter

    private sealed class JsonValueConverter<T>() : ValueConverter<T, string>(
        value => JsonSerializer.Serialize(value, CoreJson.Options),
        json => JsonSerializer.Deserialize<T>(json, CoreJson.Options)!) // null columns never reach a converter
        where T : class;

    private sealed class JsonComparer<T>() : ValueComparer<T>(
        (a, b) => JsonSerializer.Serialize(a, CoreJson.Options) == JsonSerializer.Serialize(b, CoreJson.Options),
        value => JsonSerializer.Serialize(value, CoreJson.Options).GetHashCode(StringComparison.Ordinal),
        value => value)
        where T : class;
}
