using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace ClaimTracker.Core.Intake;

/// <summary>A text read from bytes, and the encoding that it turned out to be in.</summary>
public sealed record DecodedText(string Text, string Charset);

/// <summary>
/// Reads a page's bytes as text. Asked in turn: the header, a byte order mark, the page's own meta element, then the bytes. An encoding
/// that is named but cannot read the bytes is not believed; bytes that read as UTF-8 beyond ASCII are UTF-8, whatever was said.
/// </summary>
public static partial class TextDecoder
{
    /// <summary>Browsers look no further for a meta element.</summary>
    private const int MetaWindow = 4_096;

    /// <summary>Enough words to tell one encoding from another.</summary>
    private const int Sample = 200_000;

    private const string Arabic = "windows-1256";
    private const string Western = "windows-1252";

    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static DecodedText Decode(byte[] bytes, string? headerCharset)
    {
        if (MarkOf(bytes) is { } marked)
        {
            return new DecodedText(marked.Encoding.GetString(bytes, marked.Length, bytes.Length - marked.Length), marked.Encoding.WebName);
        }

        if (IsBeyondAscii(bytes) && TryDecode(bytes, utf8, out var text))
        {
            return new DecodedText(text, utf8.WebName);
        }

        foreach (var name in (string?[])[headerCharset, MetaCharset(bytes)])
        {
            if (Find(name) is { } encoding && TryDecode(bytes, encoding, out text))
            {
                return new DecodedText(text, encoding.WebName);
            }
        }

        return Guess(bytes);
    }

    private static bool IsBeyondAscii(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0;

    private static (Encoding Encoding, int Length)? MarkOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    private static string? MetaCharset(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, MetaWindow));
        return MetaElement().Match(head) is { Success: true } meta ? meta.Groups["name"].Value : null;
    }

    /// <summary>An encoding by its name on the web, strict; Latin-1 and ASCII mean Windows-1252 there.</summary>
    private static Encoding? Find(string? name)
    {
        var clean = name?.Trim().ToLowerInvariant() switch
        {
            null or "" or "utf-7" => null,
            "utf8" => "utf-8",
            "cp1256" or "x-cp1256" => Arabic,
            "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "cp1252" or "x-cp1252" => Western,
            // A meta element that could be read is not in UTF-16.
            "utf-16" or "utf-16le" or "utf-16be" => null,
            var other => other,
        };
        try
        {
            return clean is null ? null
                : clean == "utf-8" ? utf8
                : CodePagesEncodingProvider.Instance.GetEncoding(clean, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                    ?? Encoding.GetEncoding(clean, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool TryDecode(byte[] bytes, Encoding encoding, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = encoding.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }

    /// <summary>Of the one-byte encodings of our languages the one that makes most words whole; plain ASCII is UTF-8.</summary>
    private static DecodedText Guess(byte[] bytes)
    {
        if (!IsBeyondAscii(bytes))
        {
            return new DecodedText(Encoding.ASCII.GetString(bytes), utf8.WebName);
        }

        return ((string[])[Western, Arabic, "iso-8859-6"])
            .Select(Find).OfType<Encoding>()
            .Select(e => TryDecode(bytes, e, out var text) ? new DecodedText(text, e.WebName) : null).OfType<DecodedText>()
            .OrderByDescending(d => Wholeness(d.Text.Length > Sample ? d.Text[..Sample] : d.Text)).FirstOrDefault()
            ?? new DecodedText(Encoding.UTF8.GetString(bytes), utf8.WebName);
    }

    /// <summary>Words of Arabic letters speak for a reading; words of two scripts, and signs amid letters, against it.</summary>
    private static int Wholeness(string text) =>
        ArabicWord().Count(text) - (2 * MixedWord().Count(text)) - (2 * SignInWord().Count(text));

    [GeneratedRegex("""<meta[^>]+charset\s*=\s*["']?\s*(?<name>[\w.:-]+)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MetaElement();

    [GeneratedRegex(@"(?<![\p{L}\p{M}])[\u0621-\u064A]{2,}(?![\p{L}\p{M}])", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ArabicWord();

    [GeneratedRegex(@"[A-Za-z\u00C0-\u024F][\u0621-\u0652]|[\u0621-\u0652][A-Za-z\u00C0-\u024F]", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex MixedWord();

    [GeneratedRegex(@"\p{L}[\u0080-\u009F×÷¤¥¦§¬®¯°±¶¸]\p{L}", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex SignInWord();
}
