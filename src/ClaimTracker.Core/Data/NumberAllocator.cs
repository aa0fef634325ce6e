namespace ClaimTracker.Core.Data;

/// <summary>Hands out public claim numbers; one row, changed in the saving transaction.</summary>
public sealed class NumberAllocator
{
    public const string Claims = "claims";

    public required string Name { get; init; }

    public int Next { get; set; }
}

/// <summary>A form that was sent: a second arrival of the same submission gets the first answer.</summary>
public sealed class Submission
{
    public required Guid Id { get; init; }

    public Guid? UserId { get; init; }

    /// <summary>What the first arrival made, such as a claim number.</summary>
    public required string Result { get; init; }

    /// <summary>Of what a program sent under a key of its own, so that another text under the same key is told apart; null: a form.</summary>
    public string? RequestHash { get; set; }

    /// <summary>The version of the claim that a program's request made, which it was answered.</summary>
    public int? ClaimVersion { get; set; }

    public required DateTime At { get; init; }
}

/// <summary>A key that protects cookies and forms, kept in the database so that several nodes share it.</summary>
public sealed class DataProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
