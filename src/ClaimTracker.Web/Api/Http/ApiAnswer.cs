namespace ClaimTracker.Web.Api;

/// <summary>What an operation found.</summary>
public abstract record ApiAnswer
{
    private ApiAnswer()
    {
    }

    /// <param name="Value">A record of the contract.</param>
    /// <param name="Next">Address of the page after it.</param>
    public sealed record Found(object Value, string? Next = null) : ApiAnswer;

    public sealed record NotFound : ApiAnswer;

    /// <summary>It was taken away: 451, with a notice that says nothing of it.</summary>
    public sealed record Removed : ApiAnswer;

    /// <summary>It stands under another address, for good.</summary>
    public sealed record Moved(string Address) : ApiAnswer;

    /// <summary>A parameter that is well formed and yet cannot be answered.</summary>
    public sealed record Wrong(string Parameter, string Message) : ApiAnswer;
}
