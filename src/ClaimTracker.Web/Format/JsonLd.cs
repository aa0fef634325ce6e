using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ClaimTracker.Core.Publishing.ClaimReviews;

namespace ClaimTracker.Web.Format;

/// <summary>
/// JSON for machines within a page. Arabic stays readable; every character that means something in HTML is written as JSON's own escape, so
/// that no text can end the element it stands in.
/// </summary>
public sealed class JsonLd
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly string text;

    private JsonLd(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            write(json);
        }

        text = Encoding.UTF8.GetString(stream.ToArray());
    }

    public static JsonLd Of(ClaimReview review) => new(json => ClaimReviewWriter.Write(json, review, isDocument: true));

    public static JsonLd Of(ReviewPublisher publisher) => new(json => ClaimReviewWriter.Write(json, publisher));

    public override string ToString() => text;
}
