using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ClaimTracker.Core.Data;

/// <summary>Reads single settings; a wrong one throws <see cref="StartRefusedException"/> with its name as an environment variable.</summary>
public static class SettingValues
{
    public static string? Text(IConfiguration configuration, string key) => string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key]!.Trim(); // not blank

    public static T Choice<T>(IConfiguration configuration, string key, T unset)
        where T : struct, Enum
    {
        var text = Text(configuration, key);
        return text is null ? unset
            : Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
            : throw new StartRefusedException($"{Name(key)} “{text}” is not one of {string.Join(", ", Enum.GetNames<T>())}.");
    }

    public static bool Switch(IConfiguration configuration, string key, bool unset)
    {
        var text = Text(configuration, key);
        return text is null ? unset
            : bool.TryParse(text, out var value) ? value
            : throw new StartRefusedException($"{Name(key)} “{text}” is neither true nor false.");
    }

    public static int Count(IConfiguration configuration, string key, int unset)
    {
        var text = Text(configuration, key);
        return text is null ? unset
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value
            : throw new StartRefusedException($"{Name(key)} “{text}” is not a whole number above zero.");
    }

    private static string Name(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
