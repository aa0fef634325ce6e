using System.Text.Json;
using System.Text.RegularExpressions;
using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Web.Tests.Api;

/// <summary>Texts of the desk that name the property they stand in, so that each can be told wherever it turns up.</summary>
internal static partial class MarkedTexts
{
    /// <summary>Writes its own name into every text column of the desk; how many there are.</summary>
    public static Task<int> StuffAsync(WebApp app) => app.WithDbAsync(async db =>
    {
        var written = 0;
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null && !t.IsMappedToJson() && IsOfTheDesk(t.ClrType)))
        {
            foreach (var property in type.GetProperties().Where(IsText))
            {
                var mark = $"[[{type.ClrType.Name}.{property.Name}]]";
                await using var command = connection.CreateCommand();
                command.CommandText = $"UPDATE \"{type.GetTableName()}\" SET \"{property.GetColumnName()}\" = @mark";
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ("@mark", property.ClrType == typeof(LocalizedText) ? JsonSerializer.Serialize(new { en = mark, ar = mark }) : mark);
                command.Parameters.Add(parameter);
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
                written++;
            }
        }

        return written;
    });

    /// <summary>The names that stand in an answer.</summary>
    public static IEnumerable<string> In(string answer) => Marks().Matches(answer).Select(m => m.Groups["text"].Value).Distinct();

    /// <summary>Publications and what is derived from them are what readers have.</summary>
    private static bool IsOfTheDesk(Type type) =>
        type.Namespace?.StartsWith("ClaimTracker.Core.Publishing", StringComparison.Ordinal) is false && type.Namespace?.StartsWith("ClaimTracker.Core.Search", StringComparison.Ordinal) is false
        && type.Namespace?.StartsWith("ClaimTracker.Core.History", StringComparison.Ordinal) is false && type.Namespace?.StartsWith("ClaimTracker.Core.Data", StringComparison.Ordinal) is false;

    private static bool IsText(IProperty property) =>
        (property.ClrType == typeof(LocalizedText) || (property.ClrType == typeof(string) && property.GetValueConverter() is null))
        && !property.IsPrimaryKey() && !property.IsForeignKey() && !property.GetContainingIndexes().Any(i => i.IsUnique) && property.Name is not ("Discriminator" or "Country" or "Code" or "Icon" or "Color" or "Verb");

    [GeneratedRegex(@"\[\[(?<text>[A-Za-z]+\.[A-Za-z]+)\]\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();
}
