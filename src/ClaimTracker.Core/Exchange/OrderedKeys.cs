namespace ClaimTracker.Core.Exchange;

/// <summary>
/// Version 7 keys that sort in the order in which they were made, so that records come out of the database in the order of
/// the file they came from. (Keys made within one millisecond sort by chance otherwise.)
/// </summary>
internal sealed class OrderedKeys(DateTime now)
{
    private const int PerMillisecond = 0x1000;

    private long milliseconds = new DateTimeOffset(now).ToUnixTimeMilliseconds();
    private int counter = -1;

    public Guid Next()
    {
        if (++counter == PerMillisecond)
        {
            counter = 0;
            milliseconds++;
        }

        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)).TryWriteBytes(bytes, bigEndian: true, out _);
        // The twelve bits after the time: RFC 9562 leaves them to a counter (section 6.2).
        bytes[6] = (byte)(0x70 | (counter >> 8));
        bytes[7] = (byte)counter;
        return new Guid(bytes, bigEndian: true);
    }
}
