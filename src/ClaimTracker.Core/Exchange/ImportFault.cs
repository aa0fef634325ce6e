namespace ClaimTracker.Core.Exchange;

/// <summary>What is wrong with a data set: in which file, at which record, what.</summary>
public sealed record ImportFault(string File, string? Record, string Message)
{
    public override string ToString() => Record is null ? $"{File}.json: {Message}" : $"{File}.json, {Record}: {Message}";
}

/// <summary>A data set that cannot be imported; nothing of it was.</summary>
public sealed class ImportException : Exception
{
    private const int Shown = 20;

    public ImportException(params IReadOnlyList<ImportFault> faults)
        : base(string.Join(Environment.NewLine, faults.Take(Shown).Select(f => f.ToString()))) => Faults = faults;

    public ImportException(ImportFault fault, Exception inner)
        : base(fault.ToString(), inner) => Faults = [fault];

    public IReadOnlyList<ImportFault> Faults { get; }
}
