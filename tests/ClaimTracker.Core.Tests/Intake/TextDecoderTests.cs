using System.Text;
using ClaimTracker.Core.Intake;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class TextDecoderTests
{
    private const string Arabic = "أعلنت الوزارة أن 63 محلا احترقت في السوق";

    [Theory]
    [InlineData(Arabic, "windows-1256", "windows-1256", "windows-1256")]
    [InlineData(Arabic, "windows-1256", null, "windows-1256")]
    [InlineData(Arabic, "windows-1256", "utf-8", "windows-1256")]
    [InlineData(Arabic, "iso-8859-6", null, "iso-8859-6")]
    [InlineData(Arabic, "iso-8859-6", "ISO-8859-6", "iso-8859-6")]
    [InlineData(Arabic, "utf-8", "windows-1256", "utf-8")]
    [InlineData(Arabic, "utf-8", "no-such-encoding", "utf-8")]
    [InlineData("Das Mädchen sagte, die Brücke sei größer", "windows-1252", null, "windows-1252")]
    [InlineData("“Déjà vu”, said the café’s owner", "windows-1252", "iso-8859-1", "windows-1252")]
    [InlineData("Привет, мир", "windows-1251", "windows-1251", "windows-1251")]
    [InlineData("Plain words", "utf-8", null, "utf-8")]
    public void Decode_ReadsTheWords(string text, string encoding, string? header, string expected)
    {
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(text);

        Assert.Equal(new DecodedText(text, expected), TextDecoder.Decode(bytes, header));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Decode_AByteOrderMark_Decides(string encoding)
    {
        var marked = Encoding.GetEncoding(encoding);

        Assert.Equal(Arabic, TextDecoder.Decode([.. marked.GetPreamble(), .. marked.GetBytes(Arabic)], "windows-1252").Text);
    }

    [Theory]
    [InlineData("<meta charset=windows-1256>")]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1256\">")]
    public void Decode_AMetaElement_IsAskedAfterTheHeader(string meta)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("windows-1256")?.GetBytes(meta + "é") ?? [];

        Assert.Equal("windows-1256", TextDecoder.Decode(bytes, null).Charset);
    }
}
