using System.Globalization;
using ClaimTracker.Core.Claims;
using FluentValidation;
using FluentValidation.Results;

namespace ClaimTracker.Core;

/// <summary>Rules for every text that is stored: lengths, characters, scripts and codes (rule 7), the same on pages, in the API and in import.</summary>
public static class TextRules
{
    private const string LatinLetters = "Latin";
    private const string ArabicLetters = "Arabic";

    /// <summary>Trimmed, with one character at line ends; null for what is blank, or cannot be stored at all.</summary>
    public static string? Clean(string? text) =>
        text is not null && IsWellFormed(text) && text.ReplaceLineEndings("\n").Trim() is { Length: > 0 } clean ? clean : null;

    /// <summary>What another program said, on one line of at most so many characters, … included: its control characters are blanks.</summary>
    public static string OneLine(string text, int maxLength)
    {
        var line = new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
        if (line.Length <= maxLength)
        {
            return line;
        }

        var end = maxLength - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }

    public static LocalizedText Clean(LocalizedText text) => LocalizedText.From(text.Select(t => KeyValuePair.Create(t.Key, Clean(t.Value))));

    /// <summary>The first fault of a text, or null; a blank text has none.</summary>
    public static FaultCode? FaultOf(string? text, int maxLength)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return !IsWellFormed(text) || text.Any(IsForbidden) ? FaultCode.ControlCharacters
            : Clean(text)?.Length > maxLength ? FaultCode.TooLong
            : null;
    }

    /// <summary>Control characters, and marks that turn the direction of what follows, never belong into a stored text.</summary>
    public static bool IsForbidden(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
        || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFE' or '\uFFFF';

    /// <summary>An Arabic text holds Arabic letters and an English one Latin letters; nothing is said of other languages.</summary>
    public static bool HasScriptOf(string language, string text) => language switch
    {
        "ar" => text.Any(c => ScriptOf(c) == ArabicLetters),
        "en" => text.Any(c => ScriptOf(c) == LatinLetters),
        _ => true,
    };

    /// <summary>One word holds letters of scripts that look alike, as a forged name does.</summary>
    public static bool MixesScripts(string text) => text.Split([' ', '\n', '\t', '-', '/', '،', '(', ')', '«', '»', '"'], StringSplitOptions.RemoveEmptyEntries)
        .Any(word => word.Select(ScriptOf).OfType<string>().Distinct().Count(s => s != ArabicLetters) > 1);

    public static IRuleBuilderOptionsConditions<T, string?> PlainText<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.Custom((text, context) => context.AddFault("", FaultOf(text, maxLength), maxLength));

    public static IRuleBuilderOptionsConditions<T, LocalizedText?> PlainText<T>(this IRuleBuilder<T, LocalizedText?> rule, int maxLength) =>
        rule.Custom((text, context) => JudgeLanguages(context, text?.Select(t => KeyValuePair.Create(t.Key, (string?)t.Value)), maxLength));

    public static IRuleBuilderOptionsConditions<T, TextEdit?> PlainText<T>(this IRuleBuilder<T, TextEdit?> rule, int maxLength) =>
        rule.Custom((text, context) => JudgeLanguages(context, text?.Languages, maxLength));

    /// <summary>Codes of a controlled list; null and blank are for another rule.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> InList<T>(this IRuleBuilder<T, string?> rule, string list) =>
        rule.Custom((code, context) => context.AddFault("", string.IsNullOrEmpty(code) || Glossary.Has(list, code) ? null : FaultCode.UnknownCode));

    public static IRuleBuilderOptionsConditions<T, IReadOnlyList<string>?> InList<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule, string list, int maxCount) =>
        rule.Custom((codes, context) => JudgeCodes(codes, list, maxCount, context));

    public static IRuleBuilderOptionsConditions<T, Posted<IReadOnlyList<string>>> InList<T>(
        this IRuleBuilder<T, Posted<IReadOnlyList<string>>> rule, string list, int maxCount) =>
        rule.Custom((codes, context) => JudgeCodes(codes.Or([]), list, maxCount, context));

    /// <inheritdoc cref="InList{T}(IRuleBuilder{T, string?}, string)"/>
    public static IRuleBuilderOptionsConditions<T, Posted<string?>> InList<T>(this IRuleBuilder<T, Posted<string?>> rule, string list) =>
        rule.Custom((code, context) => context.AddFault("", string.IsNullOrEmpty(code.Or(null)) || Glossary.Has(list, code.Or(null)) ? null : FaultCode.UnknownCode));

    public static IRuleBuilderOptionsConditions<T, Posted<string?>> PlainText<T>(this IRuleBuilder<T, Posted<string?>> rule, int maxLength) =>
        rule.Custom((text, context) => context.AddFault("", FaultOf(text.Or(null), maxLength), maxLength));

    /// <summary>A value of its enum, where one was posted.</summary>
    public static IRuleBuilderOptionsConditions<T, Posted<TEnum>> KnownCode<T, TEnum>(this IRuleBuilder<T, Posted<TEnum>> rule) =>
        rule.Custom((code, context) => context.AddFault("", code.TryGet(out var value) && value is Enum named && !Enum.IsDefined(named.GetType(), named) ? FaultCode.UnknownCode : null));

    public static IRuleBuilderOptionsConditions<T, Posted<FuzzyDate?>> WellFormedDate<T>(this IRuleBuilder<T, Posted<FuzzyDate?>> rule) =>
        rule.Custom((date, context) => Judge(date.Or(null), context));

    public static IRuleBuilderOptionsConditions<T, FuzzyDate?> WellFormedDate<T>(this IRuleBuilder<T, FuzzyDate?> rule) =>
        rule.Custom(Judge);

    public static IRuleBuilderOptions<T, TProperty> As<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, FaultCode code) =>
        rule.WithErrorCode(code.ToString());

    /// <summary>Adds a fault at the property being judged, or beneath it (<c>.ar</c>); nothing for null.</summary>
    public static void AddFault<T>(this ValidationContext<T> context, string below, FaultCode? code, int? limit = null)
    {
        if (code is { } fault)
        {
            context.AddFailure(new ValidationFailure(context.PropertyPath + below, fault.ToString()) { ErrorCode = fault.ToString(), CustomState = limit });
        }
    }

    /// <summary>The faults found, by field; null when there are none.</summary>
    public static IReadOnlyList<Fault>? Faults<T>(this IValidator<T> validator, T input)
    {
        var failures = validator.Validate(input).Errors;
        return failures.Count == 0
            ? null
            : [.. failures.Select(f => new Fault(f.PropertyName, Enum.Parse<FaultCode>(f.ErrorCode), f.CustomState as int?)).Distinct()];
    }

    private static void JudgeCodes<T>(IReadOnlyList<string>? codes, string list, int maxCount, ValidationContext<T> context)
    {
        context.AddFault("", codes?.Count > maxCount ? FaultCode.TooMany : null, maxCount);
        context.AddFault("", codes?.All(c => Glossary.Has(list, c)) is false ? FaultCode.UnknownCode : null);
        context.AddFault("", codes is not null && codes.Distinct().Count() < codes.Count ? FaultCode.Duplicate : null);
    }

    private static void Judge<T>(FuzzyDate? date, ValidationContext<T> context)
    {
        context.AddFault("", date?.Fault() is { } fault ? Enum.Parse<FaultCode>(fault.ToString()) : null);
        context.AddFault(".Words", FaultOf(date?.Words, FuzzyDate.WordsMaxLength), FuzzyDate.WordsMaxLength);
        context.AddFault(".Rule", date?.Rule is null || Glossary.Has(Glossary.DateRules, date.Rule) ? null : FaultCode.UnknownCode);
    }

    private static void JudgeLanguages<T>(ValidationContext<T> context, IEnumerable<KeyValuePair<string, string?>>? texts, int maxLength)
    {
        foreach (var (language, text) in texts ?? [])
        {
            context.AddFault($".{language}", Glossary.Has(Glossary.Languages, language) ? FaultOf(text, maxLength) : FaultCode.UnknownCode, maxLength);
        }
    }

    /// <summary>No lone surrogates, which no database stores.</summary>
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    private static string? ScriptOf(char letter) => !char.IsLetter(letter) ? null : letter switch
    {
        <= '\u024F' or (>= '\u1E00' and <= '\u1EFF') => LatinLetters,
        >= '\u0370' and <= '\u03FF' => "Greek",
        >= '\u0400' and <= '\u052F' => "Cyrillic",
        (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') => ArabicLetters,
        _ => CharUnicodeInfo.GetUnicodeCategory(letter).ToString(),
    };
}
