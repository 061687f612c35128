using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Events;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Tenancy;

namespace NamRo.Kernel.Data;

/// <summary>
/// The one database context. Modules reach their own entities with <c>Set&lt;T&gt;()</c>. Rows of a ward are bound to
/// <see cref="CurrentWard"/> three times: by a named query filter, on insert, and by row-level security in the database.
/// </summary>
public sealed class AppDb(DbContextOptions<AppDb> options, ModuleCatalogue modules, CurrentWard ward, EventLog events,
    NoticeBoard notices) : DbContext(options)
{
    /// <summary>Name of the query filter, for the few by-name exceptions of the city's views.</summary>
    public const string WardFilter = "ward";

    /// <summary>Key of the ward this context is bound to.</summary>
    public Guid WardId => ward.Id;

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        StampWard();
        if (Database.CurrentTransaction is not null)
        {
            await events.AppendAsync(this, cancellationToken);
            await notices.FlushAsync(this, cancellationToken);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        await events.AppendAsync(this, cancellationToken);
        await notices.FlushAsync(this, cancellationToken);
        var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count;
    }

    /// <summary>Not supported: every write is asynchronous.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    /// <summary>Moves the running transaction to another ward, as sign-in, switching and jobs do.</summary>
    public async Task EnterWardAsync(Guid id, string name, CancellationToken cancel)
    {
        ward.Enter(id, name);
        var transaction = Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Only a running transaction moves to another ward.");
        await using var command = WardTransaction.Command(Database.GetDbConnection(), transaction, id);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// Lets the rest of the running transaction read (never write) every ward. For Administration and the city's views only; an
    /// architecture
    /// test lists the callers. The query filter stays on: callers drop it by name, query by query.
    /// </summary>
    public Task LookAcrossWardsAsync(CancellationToken cancel) =>
        Database.ExecuteSqlRawAsync("set local app.across = 'on'", cancel);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var module in modules.Modules)
        {
            module.MapModel(modelBuilder);
        }

        SnakeCase.Apply(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(type => typeof(IWardOwned).IsAssignableFrom(type.ClrType)))
        {
            RequireWardFirst(entity);
            modelBuilder.Entity(entity.ClrType).HasQueryFilter(WardFilter, FilterOf(entity.ClrType));
        }
    }

    private static void RequireWardFirst(IMutableEntityType entity)
    {
        var key = entity.FindPrimaryKey();
        if (key is not null && key.Properties[0].Name != nameof(IWardOwned.WardId))
        {
            throw new InvalidOperationException($"The key of {entity.ClrType.Name} must begin with {nameof(IWardOwned.WardId)}.");
        }
    }

    private LambdaExpression FilterOf(Type type)
    {
        var row = Expression.Parameter(type, "row");
        var mine = Expression.Property(Expression.Constant(this), GetType()
            .GetProperty(nameof(WardId), BindingFlags.Public | BindingFlags.Instance)!);
        return Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(IWardOwned.WardId)), mine), row);
    }

    private void StampWard()
    {
        foreach (var entry in ChangeTracker.Entries<IWardOwned>().Where(entry => entry.State is not EntityState.Unchanged))
        {
            if (entry.State == EntityState.Added && entry.Entity.WardId == Guid.Empty)
            {
                entry.Entity.WardId = ward.Id;
            }

            if (entry.Entity.WardId != ward.Id)
            {
                throw new InvalidOperationException($"A row of {entry.Metadata.ClrType.Name} belongs to another ward.");
            }
        }
    }
}
