using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace NamRo.Kernel.Data;

/// <summary>
/// Tells PostgreSQL the ward at the start of each transaction. The setting ends with the transaction (the third argument), so a pooled
/// connection never carries a ward over, and a read outside a transaction sees no rows.
/// </summary>
internal sealed class WardTransaction : DbTransactionInterceptor
{
    /// <summary>One statement for all wards: as many as there are wards would push the others out of those kept planned.</summary>
    public const string Statement = "select set_config('app.ward', $1, true)";

    public static NpgsqlParameter<string> Parameter(Guid ward) => new() { TypedValue = ward.ToString() };

    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = Command(connection, result, WardOf(eventData));
        command.ExecuteNonQuery();
        return result;
    }

    public override async ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData,
        DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection, result, WardOf(eventData));
        await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    /// <summary>Moves a running transaction to the ward.</summary>
    public static DbCommand Command(DbConnection connection, DbTransaction transaction, Guid ward)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Statement;
        command.Parameters.Add(Parameter(ward));
        return command;
    }

    private static Guid WardOf(TransactionEndEventData eventData) => eventData.Context is AppDb database ? database.WardId
        : throw new InvalidOperationException("Only AppDb may use this interceptor.");
}
