using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>What stood further up in the file during a dry run, sixteen bytes for each thing.</summary>
internal sealed class BulkSeen
{
    private readonly HashSet<UInt128> seen = [];

    /// <summary>A key that stands twice is a fault; the same values twice are one record.</summary>
    public void Judge(BulkImport import, JudgedRow row)
    {
        if (row.Fate is not BulkFate.New)
        {
            return;
        }

        var input = row.Input;
        if ((import.MakesClaims || import.Kind is BulkKind.Sources) && input.Key is { } key && !Add('k', key))
        {
            row.Fault(BulkFields.Key, FaultCode.Duplicate);
            return;
        }

        var isFirst = Add('f', input.Fingerprint);
        if (isFirst && input.Archive?.AddressKey is { } page && !Add('p', page))
        {
            // Two checks of one page cannot both be the entry that keeps its address.
            row.Fault(BulkFields.CanonicalAddress, FaultCode.Duplicate);
            return;
        }

        if (import.Kind is BulkKind.Sources && row.AddressKey is { } address)
        {
            isFirst &= Add('a', address);
        }

        if (import.Kind is BulkKind.Evidence)
        {
            isFirst &= Add('e', $"{row.ClaimNumber}\u001F{row.SourceId}\u001F{row.AddressKey ?? input.SourceKey ?? input.Fingerprint}\u001F{input.Evidence?.Stance}");
        }

        if (!isFirst)
        {
            row.IsSameAs(row.ClaimNumber, null);
        }
    }

    private bool Add(char what, string text) => seen.Add(BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes(what + text)), 0));
}
