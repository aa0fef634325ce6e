using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>What stood further up in the file during a dry run, sixteen bytes for each thing.</summary>
internal sealed class BulkSeen
{
    private readonly HashSet<UInt128> seen = [];

    /// <summary>A key that stands twice is a fault, and so is a claim that stands twice under two keys; the same values twice are one record.</summary>
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

        if (isFirst && input.Review?.EntryKey is { } review && !Add('r', review))
        {
            // The same check told twice with a difference: the first one is taken, and a person can see which was not.
            row.Fault(BulkFields.Address, FaultCode.Duplicate);
            return;
        }

        if (isFirst && import.Kind is BulkKind.Claims && !Add('s', $"{TextFold.Fold(string.Join('\u001F', input.Claim?.Statement.Select(s => s.Value) ?? []))}\u001F{row.AddressKey ?? input.SourceKey}"))
        {
            // Under another key: one of the two is not needed, and only a person can say which.
            row.Fault(BulkFields.Statement, FaultCode.Duplicate);
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
