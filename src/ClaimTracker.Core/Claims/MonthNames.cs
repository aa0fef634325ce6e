namespace ClaimTracker.Core.Claims;

/// <summary>Which names Arabic pages give to months (<c>Site__ArabicMonths</c>).</summary>
public enum ArabicMonths
{
    /// <summary>يناير</summary>
    Western,

    /// <summary>كانون الثاني</summary>
    Levantine,

    /// <summary>كانون الثاني/يناير</summary>
    Both,
}

/// <summary>Names of months; also what a form may be given instead of a number.</summary>
public static class MonthNames
{
    private static readonly string[] English =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Western =
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

    private static readonly string[] Levantine =
        ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"];

    public static string InEnglish(int month) => English[month - 1];

    public static string InArabic(int month, ArabicMonths names) => names switch
    {
        ArabicMonths.Western => Western[month - 1],
        ArabicMonths.Levantine => Levantine[month - 1],
        ArabicMonths.Both => $"{Levantine[month - 1]}/{Western[month - 1]}",
        _ => throw new ArgumentOutOfRangeException(nameof(names), names, null),
    };

    /// <summary>The month of that name, in full or as its first three English letters; null for none.</summary>
    public static int? Find(string name)
    {
        for (var month = 1; month <= 12; month++)
        {
            var english = English[month - 1];
            if (name.Equals(english, StringComparison.OrdinalIgnoreCase)
                || name.Equals(english[..3], StringComparison.OrdinalIgnoreCase)
                || Bare(name) == Bare(Western[month - 1])
                || Bare(name) == Bare(Levantine[month - 1]))
            {
                return month;
            }
        }

        return null;
    }

    /// <summary>ابريل and أبريل are the same month.</summary>
    private static string Bare(string name) => name.Replace('أ', 'ا').Replace('إ', 'ا').Replace('آ', 'ا').Replace(" ", "", StringComparison.Ordinal);
}
