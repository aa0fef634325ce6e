using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Format;

/// <summary>
/// What the desk calls what Core names by code: text <c>StageChecking</c> for <c>Stage.Checking</c>. Looked for in <see cref="ReviewText"/>, then in
/// <see cref="PublicText"/>, then in the glossary; refusals about accounts in <see cref="AccountText"/>. Tests see to it that every value has words in both languages.
/// </summary>
public static class ReviewWords
{
    private static readonly IReadOnlyDictionary<Type, string> Lists = new Dictionary<Type, string>
    {
        [typeof(ClaimKind)] = Glossary.ClaimKinds,
        [typeof(RatedAspect)] = Glossary.RatedAspects,
        [typeof(LinkKind)] = Glossary.LinkKinds,
        [typeof(AppearanceStrength)] = Glossary.Strengths,
        [typeof(FigureModifier)] = Glossary.Modifiers,
        [typeof(DatePrecision)] = Glossary.Precisions,
        [typeof(Stance)] = Glossary.Stances,
        [typeof(SourceLevel)] = Glossary.EvidenceLevels,
        [typeof(PartyKind)] = Glossary.PartyKinds,
        [typeof(OutletKind)] = Glossary.OutletKinds,
        [typeof(Harm)] = Glossary.Harm,
    };

    /// <summary>The words for one value, in the language of the page.</summary>
    public static string Of(Enum value)
    {
        var type = value.GetType();
        return Find(type.Name + value) ?? (Lists.TryGetValue(type, out var list) ? Glossary.Label(list, value, Cultures.Current) : value.ToString());
    }

    /// <summary>Why something was refused, from the code of <see cref="Outcome.NotPermitted"/> or <see cref="Outcome.NotNow"/>.</summary>
    public static string Refusal(string code) => Find("RefusalReason" + code) ?? ReviewText.RefusalReasonUnknown;

    /// <summary>An action by its name, such as those <see cref="Outcome.NotNow.Allowed"/> holds.</summary>
    public static string Action(string name) => Find("ClaimAction" + name) ?? name;

    /// <summary>A publication condition by its name, as waivers keep it.</summary>
    public static string Condition(string name) => Find("GateCondition" + name) ?? name;

    /// <summary>What is wrong with a field.</summary>
    public static string Fault(FaultCode code, int? limit) => (code, limit) switch
    {
        (FaultCode.TooLong, null) => ReviewText.FaultCodeTooLongPlain,
        _ => string.Format(CultureInfo.InvariantCulture, Of(code), limit),
    };

    private static string? Find(string key)
    {
        var culture = CultureInfo.CurrentUICulture;
        return ReviewText.ResourceManager.GetString(key, culture)
            ?? PublicText.ResourceManager.GetString(key, culture)
            ?? AccountText.ResourceManager.GetString(key, culture);
    }
}
