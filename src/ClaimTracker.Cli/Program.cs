using System.CommandLine;
using System.Data.Common;
using ClaimTracker.Cli;
using ClaimTracker.Core.Data;

var commands = new RootCommand("What an operator does with ClaimTracker's data. Settings are the web application's: see the README.") { Reindex.Command() };
try
{
    return await commands.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is StartRefusedException or DbException or InvalidOperationException { InnerException: DbException })
{
    await Console.Error.WriteLineAsync((e.InnerException as DbException ?? e).Message);
    return 1;
}
