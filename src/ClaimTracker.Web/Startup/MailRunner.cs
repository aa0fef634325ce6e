using ClaimTracker.Core.Notifications;
using ClaimTracker.Web.Mail;

namespace ClaimTracker.Web.Startup;

/// <summary>Sends what waits in the outbox and makes the daily mails; several nodes agree by a lease which of them sends.</summary>
internal sealed class MailRunner(IServiceScopeFactory scopes, ILogger<MailRunner> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>A server that is down is not asked for every mail that waits.</summary>
    private static readonly TimeSpan PauseWithoutServer = TimeSpan.FromSeconds(30);

    private static readonly Action<ILogger, Exception?> LogBroken =
        LoggerMessage.Define(LogLevel.Error, new EventId(1, nameof(MailRunner)), "Mails could not be sent; they wait and are tried again.");

    private static readonly Action<ILogger, Exception?> LogNoServer =
        LoggerMessage.Define(LogLevel.Warning, new EventId(2, nameof(MailRunner)), "The mail server cannot be reached, or does not let us in; mails wait. Administration shows what it said.");

    private readonly Guid owner = Guid.CreateVersion7();

    private DateOnly? digested;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var hadServer = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var step = await scope.ServiceProvider.GetRequiredService<Outbox>().StepAsync(owner, scope.ServiceProvider.GetRequiredService<MailWriter>().WriteAsync, stoppingToken);
                pause = step switch { OutboxStep.More => TimeSpan.Zero, OutboxStep.NoServer => PauseWithoutServer, _ => Pause };
                if (step is OutboxStep.NoServer && hadServer)
                {
                    LogNoServer(logger, null);
                }

                hadServer = step is not OutboxStep.NoServer;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                LogBroken(logger, e);
            }

            await DailyAsync(stoppingToken);
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await using var last = scopes.CreateAsyncScope();
        await last.ServiceProvider.GetRequiredService<Outbox>().ReleaseLeaseAsync(owner, CancellationToken.None);
    }

    /// <summary>Its failure is no reason to send nothing.</summary>
    private async Task DailyAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var digests = scope.ServiceProvider.GetRequiredService<Digests>();
            var day = digests.DueDay;
            if (day != digested)
            {
                await digests.MakeAsync(day, ct);
                await scope.ServiceProvider.GetRequiredService<Outbox>().ForgetAsync(ct);
                digested = day;
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The next start makes them.
        }
        catch (Exception e)
        {
            LogBroken(logger, e);
        }
    }
}
