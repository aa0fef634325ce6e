using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Search;

/// <summary>What people call a unit: its labels and plurals, without the place where the number stands.</summary>
internal static class UnitNames
{
    private const string Number = "{0}";

    public static IEnumerable<string> Of(LocalizedText label, LocalizedText plurals) =>
        label.Concat(plurals).Select(t => t.Value.Replace(Number, "", StringComparison.Ordinal).Trim()).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal);
}
