using ClaimTracker.Core.Data;
using ClaimTracker.Web.Startup;

try
{
    var builder = WebApplication.CreateBuilder(ProgramFolder.Options(args));
    var settings = builder.AddSettings(args);
    builder.AddStore(settings);
    builder.AddAccounts(settings);
    builder.AddProtection(settings);
    builder.AddPages(settings);
    builder.AddReview();
    builder.AddDownloads(settings);

    var app = builder.Build();
    app.UseClaimTracker();
    await app.PrepareAsync();
    if (ProgramFolder.AsksForDownloads(args))
    {
        return await app.MakeDownloadsAsync();
    }

    await app.RunAsync();
    return 0;
}
catch (StartRefusedException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
