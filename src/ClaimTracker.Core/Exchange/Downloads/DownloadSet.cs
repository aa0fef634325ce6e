namespace ClaimTracker.Core.Exchange.Downloads;

/// <summary>A file of a set.</summary>
public sealed record DownloadFile(string Name, long Size, string Sha256);

/// <summary>How many claims a set has, by where they stand.</summary>
public sealed record DownloadCounts(int Published, int Imported, int Listed, int Withdrawn)
{
    public int All => Published + Imported + Listed + Withdrawn;
}

/// <summary>Everything readers have, as files made together.</summary>
public sealed record DownloadSet
{
    /// <summary>The day it was made, where the newsroom is; part of its address.</summary>
    public required DateOnly Day { get; init; }

    public required DateTime MadeAt { get; init; }

    /// <summary>The publication epoch it began with.</summary>
    public required long Epoch { get; init; }

    /// <summary>What else the files depend on: program and settings.</summary>
    public required string Maker { get; init; }

    public required DownloadCounts Claims { get; init; }

    public required IReadOnlyList<DownloadFile> Files { get; init; }

    /// <summary>Its files are gone: something in it was taken from readers later.</summary>
    public bool IsTakenAway { get; init; }

    /// <summary>Whether readers may still have all of it. An epoch that is not reached yet is of another database.</summary>
    public bool IsGood(long epoch, long takenAwayAt) => !IsTakenAway && takenAwayAt <= Epoch && Epoch <= epoch;

    public DownloadFile? File(string name) => Files.FirstOrDefault(f => f.Name == name);
}
