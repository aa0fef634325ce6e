using System.Globalization;
using System.Text;

namespace ClaimTracker.Core.Intake;

/// <summary>A site's robots.txt as RFC 9309 reads it: our own group, else everybody's; the longest matching rule decides, and leave wins a tie.</summary>
public sealed class RobotsRules
{
    /// <summary>The name that robots.txt may address us by.</summary>
    public const string Product = "ClaimTracker";

    /// <summary>More of a robots.txt is not read.</summary>
    public const int MaxBytes = 512 * 1024;

    private const string Path = "/robots.txt";
    private const int MaxRules = 5_000;

    private readonly List<(string Pattern, bool Allows)> rules;

    private RobotsRules(List<(string Pattern, bool Allows)> rules) => this.rules = rules;

    /// <summary>A site without a robots.txt.</summary>
    public static RobotsRules AllowAll { get; } = new([]);

    /// <summary>A site whose robots.txt cannot be had just now: nothing may be read.</summary>
    public static RobotsRules AllowNothing { get; } = new([("/", false)]);

    public static Uri AddressFor(Uri page) => new(page, Path);

    public static RobotsRules Parse(string text)
    {
        var ours = new List<(string Pattern, bool Allows)>();
        var everybodys = new List<(string Pattern, bool Allows)>();
        var named = false;
        var isOurs = false;
        var isEverybodys = false;
        var inHead = false;
        foreach (var line in text.TrimStart('\uFEFF').Split(['\n', '\r']))
        {
            var parts = line.Split('#')[0].Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2)
            {
                continue;
            }

            switch (parts[0].ToLowerInvariant())
            {
                case "user-agent":
                    // Several names in a row share the rules that follow them.
                    (isOurs, isEverybodys) = inHead ? (isOurs, isEverybodys) : (false, false);
                    inHead = true;
                    isOurs |= NameIn(parts[1]).Equals(Product, StringComparison.OrdinalIgnoreCase);
                    isEverybodys |= parts[1] == "*";
                    named |= isOurs;
                    break;
                case "allow" or "disallow":
                    inHead = false;
                    var rule = (Pattern: Normal(parts[1]), Allows: parts[0].Equals("allow", StringComparison.OrdinalIgnoreCase));
                    if (rule.Pattern.Length > 0 && isOurs && ours.Count < MaxRules)
                    {
                        ours.Add(rule);
                    }

                    if (rule.Pattern.Length > 0 && isEverybodys && everybodys.Count < MaxRules)
                    {
                        everybodys.Add(rule);
                    }

                    break;
            }
        }

        return new RobotsRules(named ? ours : everybodys);
    }

    public bool Allows(Uri page)
    {
        var path = Normal(page.PathAndQuery);
        if (path == Path)
        {
            return true;
        }

        var best = rules.Where(r => Matches(r.Pattern, path)).OrderByDescending(r => r.Pattern.Length).ThenByDescending(r => r.Allows).FirstOrDefault();
        return best.Pattern is null || best.Allows;
    }

    /// <summary>The product token: letters, “_” and “-” up to whatever follows.</summary>
    private static string NameIn(string agent) => new([.. agent.TakeWhile(c => char.IsAsciiLetter(c) || c is '_' or '-')]);

    /// <summary>“*” is any run of characters, “$” the end. Two pointers, so that no pattern takes long.</summary>
    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var wanted = anchored ? pattern[..^1] : pattern + "*";
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < path.Length)
        {
            if (p < wanted.Length && wanted[p] == '*')
            {
                (star, mark) = (p++, t);
            }
            else if (p < wanted.Length && wanted[p] == path[t])
            {
                (p, t) = (p + 1, t + 1);
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        return wanted.AsSpan(p).IndexOfAnyExcept('*') < 0;
    }

    /// <summary>Rules and addresses may write the same letter plainly or percent-encoded; “%2F” is not a slash and stays.</summary>
    private static string Normal(string path)
    {
        var text = new StringBuilder();
        var bytes = Encoding.UTF8.GetBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            var (letter, isEncoded) = (bytes[i], false);
            if (letter == '%' && i + 2 < bytes.Length && byte.TryParse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                (letter, isEncoded, i) = (value, true, i + 2);
            }

            var plain = char.IsAsciiLetterOrDigit((char)letter) || "-._~".Contains((char)letter);
            text.Append(plain || (!isEncoded && letter is > 0x20 and < 0x7F) ? ((char)letter).ToString() : $"%{letter:X2}");
        }

        return text.ToString();
    }
}
