using ClaimTracker.Core.History;

namespace ClaimTracker.Core;

/// <summary>What came of a write. Expected outcomes are returned, and pages answer each with its status; exceptions are for bugs.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>Done: the claim's number where the record belongs to a claim (else 0), and the record's id where it has one.</summary>
    public sealed record Done(int Number = 0, Guid Id = default) : Outcome
    {
        /// <summary>Somebody else had saved in between, and both changes now stand.</summary>
        public bool IsMerged { get; init; }
    }

    /// <summary>404: there is no such record, or not for this person.</summary>
    public sealed record NotFound : Outcome;

    /// <summary>400: what was sent cannot be stored; nothing was.</summary>
    public sealed record Invalid(IReadOnlyList<Fault> Faults) : Outcome
    {
        public Invalid(string path, FaultCode code)
            : this([new Fault(path, code)])
        {
        }
    }

    /// <summary>403: not this person. The code names the reason for the page to say in words.</summary>
    public sealed record NotPermitted(string Code) : Outcome;

    /// <summary>409: not as things stand; the actions that are possible now.</summary>
    public sealed record NotNow(string Code) : Outcome
    {
        public IReadOnlyList<string> Allowed { get; init; } = [];
    }

    /// <summary>409: it would void an open proposal or panel, or take a decided claim back to checking; send again with the confirmation.</summary>
    public sealed record NeedsConfirmation(IReadOnlyList<string> Parts) : Outcome;

    /// <summary>409: somebody else changed the same thing; both versions.</summary>
    public sealed record Stale(EditConflict Conflict) : Outcome;

    /// <summary>409: the record is there already, under this id.</summary>
    public sealed record Duplicate(Guid Existing) : Outcome;
}

/// <summary>One fault at one field. The path is the input's, such as <c>Figures[0].Max</c> or <c>Statement.ar</c>; the limit goes into the message.</summary>
public sealed record Fault(string Path, FaultCode Code, int? Limit = null);

/// <summary>What is wrong with a field; pages have one sentence for each.</summary>
public enum FaultCode
{
    Required,
    TooShort,
    TooLong,
    TooMany,
    ControlCharacters,

    /// <summary>Letters of several scripts that look alike stand in one word.</summary>
    MixedScripts,

    /// <summary>The text is not written in the letters of its language, such as English in the Arabic field.</summary>
    WrongScript,
    OutOfRange,

    /// <summary>No such code in the controlled list.</summary>
    UnknownCode,

    /// <summary>The record that is referred to is not there.</summary>
    UnknownRecord,
    NotAWebAddress,
    NotADate,
    NotANumber,

    /// <summary>Several records have this name.</summary>
    Ambiguous,

    /// <summary>The claim is closed, or just being decided.</summary>
    ClaimNotOpen,

    /// <summary>It belongs to an import that is not finished.</summary>
    InUnfinishedImport,

    /// <summary>The address of a known web archive, and not that of a copy in it.</summary>
    NotAnArchivedCopy,

    /// <summary>The copy in the archive is of another page than the source's.</summary>
    CopyOfAnotherPage,

    /// <summary>The same thing stands here twice.</summary>
    Duplicate,

    /// <summary>An address and a reason why there is none.</summary>
    Contradictory,

    /// <summary>A claim needs an appearance, or evidence that carries it.</summary>
    NeedsAppearanceOrEvidence,

    /// <summary>A number, or a range, or none; and a range has two ends in order.</summary>
    ValueOrRange,

    /// <summary>A record cannot refer to itself, directly or around a circle.</summary>
    RefersToItself,

    /// <summary>More changed than a typo: the meaning may be another.</summary>
    NotATypo,

    /// <summary>A correction in a language readers do not have: that is a translation.</summary>
    LanguageNotPublic,

    /// <summary>A correction that leaves everything as it is.</summary>
    NothingChanged,
    EndsBeforeItStarts,
    DayNeedsOneDay,
    DateMissing,
    NotWholeMonths,
    NotWholeYears,
    UnknownWithDate,
    InTheFuture,

    /// <summary>The page is not on a host of this newsroom.</summary>
    NotOurAddress,

    /// <summary>The check is this newsroom's own, and comes back with a feed of everybody's.</summary>
    OwnCheck,

    /// <summary>It is here, and its publisher has changed it since.</summary>
    ChangedByPublisher,

    /// <summary>None of our ratings is meant by the words, or several could be.</summary>
    NoRatingForWords,

    /// <summary>Statement, headline and explanation are in no one language together.</summary>
    NotInOneLanguage,

    /// <summary>Words said to be taken from our copy of a source are not in it.</summary>
    NotInOurCopy,

    /// <summary>Words taken from our copy of a source stand in it several times.</summary>
    SeveralTimesInOurCopy,

    /// <summary>An error of an article that no editor has agreed to yet.</summary>
    NotConfirmed,
}
