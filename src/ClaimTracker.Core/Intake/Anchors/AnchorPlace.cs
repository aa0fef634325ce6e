namespace ClaimTracker.Core.Intake;

/// <summary>How an anchored passage was found again.</summary>
public enum AnchorState
{
    /// <summary>The words stand where they stood.</summary>
    InPlace,

    /// <summary>The words stand elsewhere, in one place, or in several of which their context tells one clearly.</summary>
    Moved,

    /// <summary>The same words, otherwise written: vowel signs, hamza, quotation marks, spaces. A person looks.</summary>
    WrittenOtherwise,

    /// <summary>Other words stand between the same neighbours, or in the same place beside one of them. A person looks.</summary>
    WordsChanged,

    /// <summary>Several places fit equally, or the only one holds but a few words in other company.</summary>
    Ambiguous,

    Lost,
}

/// <summary>Where an anchored passage is now. <see cref="AnchorState.InPlace"/> and <see cref="AnchorState.Moved"/>: there it reads exactly as the anchor.</summary>
/// <param name="Range">Null when ambiguous or lost.</param>
/// <param name="Fits">How many places fit; for an ambiguous passage at least that many.</param>
public sealed record AnchorPlace(AnchorState State, CodePointRange? Range, int Fits)
{
    public static readonly AnchorPlace Lost = new(AnchorState.Lost, null, 0);

    /// <summary>Nobody need look: the words are there as they were.</summary>
    public bool IsSure => State is AnchorState.InPlace or AnchorState.Moved;

    /// <summary>The words themselves are there, in one place, however they are written.</summary>
    public bool HasWords => IsSure || State is AnchorState.WrittenOtherwise;

    public static AnchorPlace Ambiguous(int fits) => new(AnchorState.Ambiguous, null, fits);
}
