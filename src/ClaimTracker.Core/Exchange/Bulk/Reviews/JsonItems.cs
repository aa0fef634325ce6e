using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ClaimTracker.Core.Exchange.Bulk.Reviews;

/// <summary>
/// The elements of the list that a JSON document is, or of the one that its outermost object holds under a given name: one element at a time,
/// so that a feed of any size needs no more memory than its longest entry.
/// </summary>
internal sealed class JsonItems(Stream utf8, string listName)
{
    public const int MaxItemBytes = 16 * 1024 * 1024;

    private const int FirstBufferBytes = 64 * 1024;

    private byte[] buffer = new byte[FirstBufferBytes];
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = 64, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    private int start;
    private int end;
    private bool isWhole;
    private bool isNamed;
    private bool isDone;

    /// <summary>The document has such a list, as far as it was read.</summary>
    public bool HasList { get; private set; }

    private bool IsInList { get; set; }

    /// <exception cref="BulkFileException">No JSON, or an element of more bytes than can be held.</exception>
    public async IAsyncEnumerable<JsonElement> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        for (var row = 1; ; row++)
        {
            JsonElement? next;
            while ((next = Next(row)) is null && !isDone)
            {
                await FillAsync(row, ct);
            }

            if (next is not { } item)
            {
                yield break;
            }

            yield return item;
        }
    }

    private async Task FillAsync(int row, CancellationToken ct)
    {
        if (isWhole)
        {
            throw new BulkFileException(BulkFileFault.NotJson, row);
        }

        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
        {
            if (buffer.Length >= MaxItemBytes)
            {
                throw new BulkFileException(BulkFileFault.TooLong, row);
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        // All there is room for: what is cut off is read again from its beginning, and a stream that changes the encoding gives little at a time.
        var room = buffer.Length - end;
        var read = await utf8.ReadAtLeastAsync(buffer.AsMemory(end), room, throwOnEndOfStream: false, ct);
        (end, isWhole) = (end + read, read < room);
    }

    /// <summary>The next element, or null when more has to be read first, or nothing follows.</summary>
    private JsonElement? Next(int row)
    {
        var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isWhole, state);
        try
        {
            while (true)
            {
                var before = reader;
                if (!reader.Read())
                {
                    Keep(before);
                    isDone = isWhole && HasList && !IsInList;
                    return null;
                }

                if (IsInList)
                {
                    if (reader.TokenType is JsonTokenType.EndArray)
                    {
                        // What follows the list says nothing more of its entries.
                        (IsInList, isDone) = (false, true);
                        return null;
                    }

                    if (!JsonDocument.TryParseValue(ref reader, out var document))
                    {
                        Keep(before);
                        return null;
                    }

                    using (document)
                    {
                        Keep(reader);
                        return document.RootElement.Clone();
                    }
                }

                if (reader.TokenType is JsonTokenType.StartArray && (reader.CurrentDepth == 0 || (isNamed && reader.CurrentDepth == 1)))
                {
                    (IsInList, HasList) = (true, true);
                }
                else if (reader.CurrentDepth == 0)
                {
                    isDone = reader.TokenType is not JsonTokenType.StartObject;
                    if (isDone)
                    {
                        return null;
                    }
                }

                isNamed = reader.TokenType is JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals(listName);
            }
        }
        catch (JsonException)
        {
            throw new BulkFileException(BulkFileFault.NotJson, row);
        }
    }

    private void Keep(in Utf8JsonReader reader)
    {
        start += (int)reader.BytesConsumed;
        state = reader.CurrentState;
    }
}
