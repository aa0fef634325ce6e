using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Core.Data;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>What the rows of a file are.</summary>
public enum BulkKind
{
    /// <summary>A claim with its first appearance and its claimant.</summary>
    Claims,
    Sources,

    /// <summary>A claim that is here, in a source.</summary>
    Appearances,

    /// <summary>A source bearing on a claim that is here.</summary>
    Evidence,

    /// <summary>A check that this newsroom published before, with its claim; readers see it once an editor has signed it.</summary>
    Archive,

    /// <summary>A check that another publisher made, with its claim, as ClaimReview tells of it; readers see it as theirs.</summary>
    Reviews,
}

/// <summary>How far an import has come.</summary>
public enum BulkState
{
    /// <summary>Rows are still being taken in from the file; one that stays so was cut off.</summary>
    Staging,

    /// <summary>All rows are here; none was judged.</summary>
    Staged,

    /// <summary>The dry run.</summary>
    Checking,
    Checked,
    Running,
    Stopped,

    /// <summary>Every record of an import that was held back is made, and now they come into the lists.</summary>
    Releasing,
    Done,
    Undoing,
    Undone,

    /// <summary>All or nothing, and not all could be made: nothing was kept.</summary>
    Failed,

    /// <summary>Entries of our own archive are published under an editor's signature.</summary>
    Signing,
    Signed,
}

/// <summary>What becomes of a row.</summary>
public enum BulkFate
{
    Unchecked,
    New,

    /// <summary>It is here already, or stands further up in the file.</summary>
    Same,
    Fault,
    Made,
    Undone,

    /// <summary>Not undone: somebody has worked on what it made, or something else uses it.</summary>
    Left,

    /// <summary>Made, signed by an editor and published.</summary>
    Signed,

    /// <summary>Made, and changed by somebody before the signature.</summary>
    NotSigned,
}

/// <summary>Why something that an import made was not taken away.</summary>
public enum BulkLeft
{
    Edited,
    Linked,
    Published,
    Used,
}

/// <summary>
/// A file that comes in as many records. It is staged whole, judged whole, and then made in short transactions, each of which moves
/// <see cref="Position"/>; so whoever goes on after a kill begins where the last transaction ended.
/// </summary>
public sealed class BulkImport
{
    public const int FileNameMaxLength = 255;
    public const int DataSetNameMaxLength = 200;
    public const int SigningNoteMaxLength = 1_000;

    public required Guid Id { get; init; }

    public required BulkKind Kind { get; init; }

    public required string FileName { get; init; }

    public string Sha256 { get; set; } = "";

    /// <summary>As people say it, such as <c>CSV ; windows-1256</c>.</summary>
    public string Format { get; set; } = "";

    public IReadOnlyList<string> Heads { get; set; } = [];

    /// <summary>What each column holds, in the order of <see cref="Heads"/>; empty: nothing that is taken in.</summary>
    public IReadOnlyList<string> Columns { get; set; } = [];

    /// <summary>What holds for every row that does not say otherwise, by field, as JSON.</summary>
    public string Constants { get; set; } = "{}";

    /// <summary>Where the rows come from; with the key of a row it makes the record's lasting identity.</summary>
    public string? DataSetName { get; set; }

    public Guid? DataSetId { get; set; }

    /// <summary>A failure undoes the import, and until it is done its records stay out of every list.</summary>
    public bool IsAllOrNothing { get; set; }

    /// <summary>Who changes it finds it as it was, or has lost a race.</summary>
    public BulkState State { get; set; } = BulkState.Staging;

    public int Rows { get; set; }

    public int New { get; set; }

    public int Same { get; set; }

    public int Faulty { get; set; }

    public int Made { get; set; }

    public int Undone { get; set; }

    public int Left { get; set; }

    /// <summary>The last row that is dealt with in the present state.</summary>
    public int Position { get; set; }

    /// <summary>The first of the claim numbers that the start of the run set aside, one for every new row.</summary>
    public int FirstNumber { get; set; }

    /// <summary>How many of those are behind us.</summary>
    public int NumbersTaken { get; set; }

    /// <summary>The row that an all-or-nothing import failed at.</summary>
    public int? FailedRow { get; set; }

    /// <summary>What it goes on with.</summary>
    public BulkState? StoppedIn { get; set; }

    /// <summary>It stopped because of an error of the program or the database, which is in its log.</summary>
    public bool HasBroken { get; set; }

    public required DateTime CreatedAt { get; init; }

    public Guid? CreatedById { get; init; }

    public DateTime? StartedAt { get; set; }

    /// <summary>In whose name records are made.</summary>
    public Guid? StartedById { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>In whose name records are taken away again; null: by the import itself, in its starter's name.</summary>
    public Guid? UndoneById { get; set; }

    /// <summary>Of what a dry run was about and found, so that nobody starts another one than they have seen.</summary>
    public string Judged => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', [.. Columns, Constants, DataSetName, IsAllOrNothing, New, Same, Faulty]))));

    /// <summary>How many entries of our own archive were published under the signature.</summary>
    public int Signed { get; set; }

    public Guid? SignedById { get; set; }

    public DateTime? SignedAt { get; set; }

    /// <summary>What the editor wrote beside the signature.</summary>
    public string? SigningNote { get; set; }

    /// <summary>Rows of that kind bring a claim of their own.</summary>
    public bool MakesClaims => Kind is BulkKind.Claims or BulkKind.Archive or BulkKind.Reviews;

    /// <summary>
    /// Its records stay out of every list until all are made. Others' checks too: what readers get of a claim is written down when it
    /// comes into the lists, and until then nobody can change it.
    /// </summary>
    public bool IsHeldBack => IsAllOrNothing || Kind is BulkKind.Reviews;

    /// <summary>The program works on it by itself.</summary>
    public static bool IsAtWork(BulkState state) => state is BulkState.Checking or BulkState.Running or BulkState.Releasing or BulkState.Undoing or BulkState.Signing;
}

/// <summary>A row of the file, with what became of it.</summary>
public sealed class BulkRow
{
    public const int FingerprintLength = 32;

    public required Guid ImportId { get; init; }

    /// <summary>From 1, the heads not counted.</summary>
    public required int Number { get; init; }

    /// <summary>The cells' text in the order of the heads, as JSON.</summary>
    public required string Cells { get; init; }

    public BulkFate Fate { get; set; }

    /// <summary>What is wrong, as JSON; see <see cref="BulkFault"/>.</summary>
    public string? Faults { get; set; }

    /// <summary>Of the values taken in: the same row again makes no second record.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>The claim it made, belongs to, or is the same as.</summary>
    public int? ClaimNumber { get; set; }

    /// <summary>The source, appearance or evidence it made or is the same as.</summary>
    public Guid? RecordId { get; set; }

    /// <summary>Records made on the way, such as the source of an appearance: <c>Source:…</c>, <c>Party:…</c>, <c>Outlet:…</c>.</summary>
    public IReadOnlyList<string> MadeBeside { get; set; } = [];

    public BulkLeft? LeftBecause { get; set; }
}

/// <summary>What the columns of files with these heads were last said to hold.</summary>
public sealed class ImportMapping
{
    public required Guid Id { get; init; }

    public required BulkKind Kind { get; init; }

    /// <summary>SHA-256 of the folded heads.</summary>
    public required string HeadsKey { get; init; }

    public IReadOnlyList<string> Columns { get; set; } = [];

    public string Constants { get; set; } = "{}";

    public required DateTime UsedAt { get; set; }
}

/// <summary>Leave to do a piece of work that one process at a time may do, on whichever node; it runs out unless it is renewed.</summary>
public sealed class WorkLease
{
    public const string BulkImports = "bulk-imports";
    public const string Mail = "mail";
    public const string SavedSearches = "saved-searches";

    public required string Name { get; init; }

    public Guid? Owner { get; set; }

    public DateTime? Until { get; set; }
}

/// <summary>What is wrong with a row: the field, empty for the row as a whole, and the code that pages have words for.</summary>
public sealed record BulkFault(string Field, FaultCode Code, int? Limit = null);
