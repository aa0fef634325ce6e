using System.Text;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>How a table's bytes are written: UTF-8 or UTF-16 by their mark, UTF-8 when all of it is, else windows-1256, as older Arabic spreadsheets save.</summary>
internal static class BulkText
{
    private const int PartLength = 64 * 1024;

    private static readonly Encoding Windows1256 = CodePagesEncodingProvider.Instance.GetEncoding(1256) ?? throw new InvalidOperationException("The code pages hold windows-1256.");

    /// <summary>Reads the stream to its end and back to its beginning.</summary>
    public static async Task<Encoding> EncodingOfAsync(Stream file, CancellationToken ct)
    {
        var part = new byte[PartLength];
        var length = await file.ReadAtLeastAsync(part, 3, throwOnEndOfStream: false, ct);
        Encoding? marked = part.AsSpan(0, length) switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(),
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var signs = new char[PartLength + 4];
        var isUtf8 = marked is null;
        try
        {
            for (; isUtf8 && length > 0; length = await file.ReadAsync(part, ct))
            {
                decoder.GetChars(part, 0, length, signs, 0, flush: false);
            }

            decoder.GetChars([], 0, 0, signs, 0, flush: isUtf8);
        }
        catch (DecoderFallbackException)
        {
            isUtf8 = false;
        }

        file.Position = 0;
        return marked ?? (isUtf8 ? new UTF8Encoding() : Windows1256);
    }
}
