using System.Globalization;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>A claim as somebody finds it in the news: who says it, where it stands, what is known of it. Each has people and addresses of its own.</summary>
public sealed class Story(int key)
{
    public string Key { get; } = key.ToString(CultureInfo.InvariantCulture);

    public string Claimant => $"Ministry of Shipping {Key}";

    public string Agency => $"Harbour Agency {Key}";

    public string Article => $"https://news{Key}.example.org/ninety-containers";

    public string FirstRegister => $"https://registers.example.org/port-{Key}";

    public string SecondRegister => $"https://customs.example.org/declarations-{Key}";

    public string StatementEn => $"The shipping ministry says ninety containers left port {Key} in March.";

    public string StatementAr => $"وزارة النقل البحري تقول إن تسعين حاوية غادرت الميناء {Key} في مارس.";

    /// <summary>The fields of the form for logging; evidence from two registers where it is there from the start.</summary>
    public IReadOnlyList<(string Field, string Value)> Fields(bool withEvidence = true) =>
    [
        ("Input.Statement.En", StatementEn), ("Input.Statement.Ar", StatementAr),
        ("Input.Kind", "Quantity"), ("Input.Aspect", "Content"), ("Input.OriginalLanguage", "en"),
        .. Party("Input.Claimants[0].Party", "Ministry", Claimant),
        .. Source("Input.Appearances[0].Source", "Article", Article, "Secondary", $"Ninety containers leave port {Key}", Agency),
        ("Input.Appearances[0].Quote", "ninety containers left the port"), ("Input.Appearances[0].Strength", "Reported"), ("Input.Appearances[0].ParagraphFrom", "2"),
        ("Input.Attribution[0].Party.Find", Claimant), ("Input.Attribution[0].Verb", "said"),
        ("Input.Attribution[1].Party.Find", Agency), ("Input.Attribution[1].Verb", "reported"),
        ("Input.Figures[0].Value", "90"), ("Input.Figures[0].Modifier", "About"),
        ("Input.Figures[0].NewUnit.En", $"container {Key}"), ("Input.Figures[0].NewUnit.Ar", $"حاوية {Key}"),
        ("Input.SelectionReason.En", "Many outlets repeat the number."), ("Input.SelectionReason.Ar", "تكرر العدد وسائل إعلام كثيرة."),
        .. withEvidence ? Evidence("Input.Evidence[0]", FirstRegister, $"Port Register {Key}", "Refutes") : [],
        .. withEvidence ? Evidence("Input.Evidence[1]", SecondRegister, $"Customs Office {Key}", "Supports") : [],
    ];

    public static IReadOnlyList<(string Field, string Value)> Evidence(string field, string address, string origin, string stance, string level = "Primary") =>
        [.. Source($"{field}.Source", "Report", address, level, $"Report at {address}", origin), ($"{field}.Stance", stance), ($"{field}.Quote", "forty containers are listed")];

    public static IReadOnlyList<(string Field, string Value)> Party(string field, string kind, string name) =>
        [($"{field}.Find", name), ($"{field}.New.Kind", kind), ($"{field}.New.Name.En", name)];

    public static IReadOnlyList<(string Field, string Value)> Source(string field, string kind, string address, string level, string title, string? origin) =>
    [
        ($"{field}.Find", address), ($"{field}.New.Kind", kind), ($"{field}.New.Level", level), ($"{field}.New.Title", title), ($"{field}.New.Language", "en"),
        .. origin is null ? [] : Party($"{field}.New.Origin", "NewsOrganisation", origin),
    ];
}

/// <summary>A verdict as it is typed.</summary>
public sealed record Wording
{
    /// <summary>The English label of the rating.</summary>
    public string? Rating { get; init; }

    public string? HeadlineEn { get; init; }

    public string? HeadlineAr { get; init; }

    public string? ExplanationEn { get; init; }

    public string? ExplanationAr { get; init; }

    public string? Confidence { get; init; }

    public string? AsOf { get; init; }

    public string? ReasonTag { get; init; }

    /// <summary>One that meets every condition in both languages.</summary>
    public static Wording Finished(string rating = "False") => Arabic(rating) with
    {
        HeadlineEn = "Port registers list forty containers, less than half of what the ministry names",
        ExplanationEn = "Two registers list forty containers in March. The ministry published no register of its own.",
    };

    public static Wording Arabic(string rating = "False") => new()
    {
        Rating = rating,
        HeadlineAr = "سجلات الميناء تذكر أربعين حاوية، أي أقل من نصف ما أعلنته الوزارة",
        ExplanationAr = "يذكر سجلان مستقلان أربعين حاوية في مارس. ولم تنشر الوزارة سجلًا خاصًا بها.",
        Confidence = "High",
        AsOf = "2026-04-02",
    };
}
