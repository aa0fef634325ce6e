using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClaimTracker.TestKit;

/// <summary>
/// Makes what several people do happen at once: each of them, having read what holds those words for the first time, waits until all have. What they
/// do over again after a lost race waits for nobody.
/// </summary>
public sealed class Meeting(int people)
{
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int waiting;

    /// <summary>One of them; for a context of their own. <paramref name="words"/>: in the query after which they wait.</summary>
    public IInterceptor Person(string words) => new Waiting(this, words);

    private Task ArriveAsync()
    {
        if (Interlocked.Increment(ref waiting) == people)
        {
            all.SetResult();
        }

        return all.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private sealed class Waiting(Meeting meeting, string words) : DbCommandInterceptor
    {
        private bool hasMet;

        public override async ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
        {
            if (!hasMet && command.CommandText.Contains(words, StringComparison.Ordinal))
            {
                hasMet = true;
                await meeting.ArriveAsync();
            }

            return result;
        }
    }
}
