using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Core.Tests.History;

/// <summary>One row of every audited record type of the model, made from the model itself, so that a new type is covered at once.</summary>
internal static class EveryRecord
{
    private const int ClaimNumber = 1;

    public static async Task SaveAsync(TestDatabase database, CancellationToken ct)
    {
        await using var db = database.CreateContext();
        var made = new Dictionary<IEntityType, object>();
        foreach (var type in Types(db))
        {
            Make(type, made, db);
        }

        await db.SaveAsync(new ChangeContext(Actor.System, "test.fill"), ct);
    }

    public static IEnumerable<IEntityType> Types(ClaimDbContext db) => db.Model.GetEntityTypes().Where(t => typeof(IAudited).IsAssignableFrom(t.ClrType));

    /// <summary>Another value of the same type.</summary>
    public static object Other(IProperty property, object? value)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return value switch
        {
            _ when type.IsEnum => Enum.GetValues(type).Cast<object>().First(v => !v.Equals(value)),
            _ when type == typeof(string) => Text(property, value is string text && text.EndsWith('y') ? "tampered x" : "tampered y"),
            _ when type == typeof(Guid) => Guid.NewGuid(),
            bool yes => !yes,
            int number => number + 7,
            long number => number + 7,
            decimal number => number + 7,
            DateTime at => at.AddDays(1),
            DateOnly day => day.AddDays(1),
            _ when type == typeof(LocalizedText) => LocalizedText.Of(("en", "tampered")),
            _ when type == typeof(FuzzyDate) => FuzzyDate.OnDay(new DateOnly(1999, 1, 1)),
            _ when type == typeof(IReadOnlyList<string>) => (IReadOnlyList<string>)["tampered"],
            _ when type == typeof(IReadOnlyList<int>) => (IReadOnlyList<int>)[7],
            _ when type == typeof(IReadOnlyList<LocalizedText>) => (IReadOnlyList<LocalizedText>)[LocalizedText.Of(("en", "tampered"))],
            _ when type == typeof(IReadOnlyList<ArchiveLink>) => (IReadOnlyList<ArchiveLink>)[new ArchiveLink("https://tampered.example", null)],
            _ when type == typeof(TextLayout) => new TextLayout(7, [], []),
            null => First(property, type, 5) ?? throw new NotSupportedException($"{property.DeclaringType.Name}.{property.Name}: nothing to set"),
            _ => throw new NotSupportedException($"{property.DeclaringType.Name}.{property.Name}: {type.Name}"),
        };
    }

    private static object Make(IEntityType type, Dictionary<IEntityType, object> made, ClaimDbContext db)
    {
        if (made.TryGetValue(type, out var present))
        {
            return present;
        }

        var entity = Activator.CreateInstance(type.ClrType)!;
        made[type] = entity;
        foreach (var property in type.GetProperties().Where(p => p.PropertyInfo is not null))
        {
            property.PropertyInfo!.SetValue(entity, ValueOf(property, made, db));
        }

        db.Add(entity);
        return entity;
    }

    private static object? ValueOf(IProperty property, Dictionary<IEntityType, object> made, ClaimDbContext db)
    {
        if (property.Name == nameof(ClaimNumber))
        {
            return ClaimNumber;
        }

        if (property.GetContainingForeignKeys().FirstOrDefault(f => f.Properties.Count == 1) is { } key)
        {
            // What may be empty stays so: it might lead back to this very record.
            return property.IsNullable ? null : key.PrincipalKey.Properties[0].PropertyInfo!.GetValue(Make(key.PrincipalEntityType, made, db));
        }

        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return First(property, type, property.IsKey() && type == typeof(int) ? ClaimNumber : 5);
    }

    private static object? First(IProperty property, Type type, object number) => type switch
    {
        { IsEnum: true } => Enum.GetValues(type).GetValue(0),
        _ when type == typeof(string) => Text(property, $"{property.Name}{Guid.NewGuid():N}"),
        _ when type == typeof(Guid) => Guid.CreateVersion7(),
        _ when type == typeof(bool) => false,
        _ when type == typeof(int) => number is int n ? n : 5,
        _ when type == typeof(long) => 5L,
        _ when type == typeof(decimal) => 5.5m,
        _ when type == typeof(DateTime) => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        _ when type == typeof(DateTimeOffset) => null, // Identity's own, not audited
        _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 1),
        _ when type == typeof(LocalizedText) => LocalizedText.Of(("en", property.Name), ("ar", "نص")),
        _ when type == typeof(FuzzyDate) => FuzzyDate.OnDay(new DateOnly(2026, 1, 1)),
        _ when type == typeof(byte[]) => new byte[] { 1 },
        _ when type == typeof(TextLayout) => new TextLayout(5, [], []),
        _ when type == typeof(IReadOnlyList<string>) => (IReadOnlyList<string>)["one"],
        _ when type == typeof(IReadOnlyList<int>) => (IReadOnlyList<int>)[1],
        _ when type == typeof(IReadOnlyList<LocalizedText>) => (IReadOnlyList<LocalizedText>)[],
        _ when type == typeof(IReadOnlyList<ArchiveLink>) => (IReadOnlyList<ArchiveLink>)[],
        _ => throw new NotSupportedException($"{property.DeclaringType.Name}.{property.Name}: {type.Name}"),
    };

    private static string Text(IProperty property, string text) => property.GetMaxLength() is { } max && max < text.Length ? text[^max..] : text;
}
