using System.Xml.Linq;
using ClaimTracker.Core.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Startup;

/// <summary>Keeps data-protection keys in the database.</summary>
public sealed class DatabaseKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. Store(scope).DataProtectionKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = Store(scope);
        db.DataProtectionKeys.Add(new DataProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        // The framework's contract is synchronous; a key is made once in 90 days.
        db.SaveChangesAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    private static ClaimDbContext Store(IServiceScope scope) => scope.ServiceProvider.GetRequiredService<ClaimDbContext>();
}
