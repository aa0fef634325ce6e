using System.Text;

namespace ClaimTracker.Core.Intake;

/// <content>The same of a file too large to hold: by its mark, UTF-8 when all of it is, else as its first words beyond ASCII read best.</content>
public static partial class TextDecoder
{
    private const int PartLength = 64 * 1024;

    /// <summary>Reads the stream to its end if it has to, and back to its beginning.</summary>
    public static async Task<Encoding> EncodingOfAsync(Stream file, CancellationToken ct)
    {
        var part = new byte[PartLength];
        var length = await file.ReadAtLeastAsync(part, 3, throwOnEndOfStream: false, ct);
        if (MarkOf(part.AsSpan(0, length)) is { } marked)
        {
            file.Position = 0;
            return marked.Encoding;
        }

        var (decoder, signs) = (utf8.GetDecoder(), new char[PartLength + 4]);
        using var sample = new MemoryStream();
        var isUtf8 = true;
        for (; length > 0 && (isUtf8 || sample.Length < Sample); length = await file.ReadAsync(part, ct))
        {
            if (sample.Length < Sample && IsBeyondAscii(part.AsSpan(0, length)))
            {
                sample.Write(part, 0, length);
            }

            isUtf8 = isUtf8 && IsRead(decoder, part.AsSpan(0, length), signs);
        }

        file.Position = 0;
        return isUtf8 && IsRead(decoder, [], signs) ? utf8 : Lenient(Guess(sample.ToArray()).Charset);
    }

    /// <summary>What the first words read as need not fit every byte after them.</summary>
    private static Encoding Lenient(string charset) => CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);

    /// <summary>Nothing more to read: the end.</summary>
    private static bool IsRead(Decoder decoder, ReadOnlySpan<byte> bytes, char[] signs)
    {
        try
        {
            _ = decoder.GetChars(bytes, signs, flush: bytes.IsEmpty);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
