using System.Buffers.Binary;

namespace ClaimTracker.Core.Search;

/// <summary>The fields of a claim, in the order of their weight.</summary>
public enum SearchTextField
{
    Statement,
    Summary,
    Quotes,
    Rest,
}

/// <summary>
/// How often each word and stem stands in each field of a claim, packed: the number of words (2 bytes), then per term its hash
/// (4 bytes, ascending) and its counts (2 bits a field; three stands for more). Little-endian.
/// </summary>
public static class PackedTerms
{
    private const int HeaderSize = 2;
    private const int EntrySize = 5;
    private const int MaxCount = 3;

    internal static byte[] Pack(int words, Dictionary<uint, byte> counts)
    {
        var hashes = new uint[counts.Count];
        counts.Keys.CopyTo(hashes, 0);
        Array.Sort(hashes);
        var packed = new byte[HeaderSize + (hashes.Length * EntrySize)];
        BinaryPrimitives.WriteUInt16LittleEndian(packed, (ushort)Math.Min(words, ushort.MaxValue));
        var at = HeaderSize;
        foreach (var hash in hashes)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(packed.AsSpan(at), hash);
            packed[at + 4] = counts[hash];
            at += EntrySize;
        }

        return packed;
    }

    /// <summary>The counts with one more in a field.</summary>
    internal static byte Add(byte counts, SearchTextField field)
    {
        var shift = (int)field * 2;
        var count = (counts >> shift) & MaxCount;
        return count == MaxCount ? counts : (byte)(counts + (1 << shift));
    }

    public static int Words(ReadOnlySpan<byte> packed) => packed.Length < HeaderSize ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(packed);

    /// <summary>The packed counts of a term; 0 when the claim does not hold it.</summary>
    public static byte Find(ReadOnlySpan<byte> packed, uint hash)
    {
        var low = 0;
        var high = ((packed.Length - HeaderSize) / EntrySize) - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = HeaderSize + (middle * EntrySize);
            var found = BinaryPrimitives.ReadUInt32LittleEndian(packed[at..]);
            if (found == hash)
            {
                return packed[at + 4];
            }

            if (found < hash)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return 0;
    }

    public static int Count(byte counts, SearchTextField field) => (counts >> ((int)field * 2)) & MaxCount;
}
