using System.Buffers;

namespace ClaimTracker.Core.Intake;

/// <summary>Signs between words by what they part.</summary>
internal static class Signs
{
    public static readonly SearchValues<char> Clauses = SearchValues.Create(",،.!?؟:;؛\n\"“”«»()—–");

    public static readonly SearchValues<char> BeforeSpeech = SearchValues.Create(".!?؟:;؛\n«“\"");

    public static readonly SearchValues<char> Phrases = SearchValues.Create(".!?؟؛;:\n،,()");

    public static readonly SearchValues<char> Nouns = SearchValues.Create(".!?؟؛;:\n،,()“«\"/");

    public static readonly SearchValues<char> Sentences = SearchValues.Create(".!?؟؛;:()\n…");

    public static readonly SearchValues<char> BeforeClause = SearchValues.Create(",\"”»–—!?;");

    public static readonly SearchValues<char> AfterDocument = SearchValues.Create(".!?؟:;؛–—");

    public static readonly SearchValues<char> Names = SearchValues.Create(",،;؛.!?؟:");

    public static readonly SearchValues<char> Quotes = SearchValues.Create("\"“«'‘");

    public static readonly SearchValues<char> Inverted = SearchValues.Create(",\"”’'?!");
}
