namespace ClaimTracker.Core.Data;

/// <summary>Why the program does not start, in one line for whoever runs it.</summary>
public sealed class StartRefusedException(string reason, Exception? inner = null) : Exception("ClaimTracker does not start: " + OneLine(reason), inner)
{
    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
