using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Core.History;

/// <summary>The live rows of one audited record type, read as the trail writes them.</summary>
internal abstract class AuditedTable(IEntityType type)
{
    protected IEntityType Type => type;

    protected IProperty Key => type.FindPrimaryKey()!.Properties.Single(); // every audited record has one key column

    public string Record => type.ClrType.Name;

    /// <summary>Every audited record type of the model, by name.</summary>
    public static Dictionary<string, AuditedTable> All(ClaimDbContext db) =>
        db.Model.GetEntityTypes().Where(t => typeof(IAudited).IsAssignableFrom(t.ClrType)).Select(Create).ToDictionary(t => t.Record);

    /// <summary>Path and text of every audited value, by id. A row that cannot be read stands with null.</summary>
    public abstract Task<Dictionary<string, Dictionary<string, string>?>> ReadAsync(ClaimDbContext db, IReadOnlyCollection<string> ids, CancellationToken ct);

    /// <summary>The ids of all rows.</summary>
    public abstract IAsyncEnumerable<string> IdsAsync(ClaimDbContext db, CancellationToken ct);

    /// <summary>The stream each row belongs to, by id; null for what cannot be read.</summary>
    public abstract Task<Dictionary<string, string?>> StreamsAsync(ClaimDbContext db, IReadOnlyCollection<string> ids, CancellationToken ct);

    private static AuditedTable Create(IEntityType type)
    {
        var key = type.FindPrimaryKey()!.Properties.Single().ClrType; // every audited record has one key column
        return (AuditedTable)Activator.CreateInstance(typeof(AuditedTable<,>).MakeGenericType(type.ClrType, key), type)!; // the constructor below
    }
}

internal sealed class AuditedTable<TEntity, TKey>(IEntityType type) : AuditedTable(type)
    where TEntity : class, IAudited
{
    public override async Task<Dictionary<string, Dictionary<string, string>?>> ReadAsync(ClaimDbContext db, IReadOnlyCollection<string> ids, CancellationToken ct) =>
        (await RowsAsync(db, ids, ct)).ToDictionary(r => r.Key, r => r.Value is { } row ? TextsOf(row) : null);

    public override async Task<Dictionary<string, string?>> StreamsAsync(ClaimDbContext db, IReadOnlyCollection<string> ids, CancellationToken ct) =>
        (await RowsAsync(db, ids, ct)).ToDictionary(r => r.Key, r => r.Value?.AuditStream);

    public override async IAsyncEnumerable<string> IdsAsync(ClaimDbContext db, [EnumeratorCancellation] CancellationToken ct)
    {
        var name = Key.Name;
        await foreach (var key in db.Set<TEntity>().IgnoreQueryFilters().Select(e => EF.Property<TKey>(e, name)).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return AuditText.Of(key!); // a key is never null
        }
    }

    private async Task<Dictionary<string, TEntity?>> RowsAsync(ClaimDbContext db, IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        try
        {
            var rows = await Where(db, ids).ToListAsync(ct);
            return rows.ToDictionary(IdOf, r => (TEntity?)r);
        }
        catch (Exception e) when (e is not OperationCanceledException && ids.Count > 1)
        {
            // One row holds what no value of ours can be: find which.
            var found = new Dictionary<string, TEntity?>();
            foreach (var id in ids)
            {
                foreach (var (key, row) in await RowsAsync(db, [id], ct))
                {
                    found[key] = row;
                }
            }

            return found;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return ids.ToDictionary(id => id, _ => (TEntity?)null);
        }
    }

    private IQueryable<TEntity> Where(ClaimDbContext db, IReadOnlyCollection<string> ids)
    {
        var keys = ids.Select(id => (TKey)AuditText.Parse(typeof(TKey), id)).ToList();
        var row = Expression.Parameter(typeof(TEntity));
        var key = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(TKey)], row, Expression.Constant(Key.Name));
        var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(TKey)], Expression.Constant(keys), key);
        return db.Set<TEntity>().IgnoreQueryFilters().AsNoTracking().Where(Expression.Lambda<Func<TEntity, bool>>(contains, row));
    }

    private string IdOf(TEntity row) => AuditText.Of(Key.PropertyInfo!.GetValue(row)!); // a key is mapped by property and never null

    private Dictionary<string, string> TextsOf(TEntity row) =>
        AuditText.AuditedProperties(Type).SelectMany(p => AuditText.Expand(p.Name, p.PropertyInfo?.GetValue(row))).ToDictionary();
}
