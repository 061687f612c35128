using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NamRo.Kernel.Data;

/// <summary>
/// Tells PostgreSQL the ward at the start of each transaction. <c>SET LOCAL</c> ends with the transaction, so a pooled connection never
/// carries a ward over, and a read outside a transaction sees no rows.
/// </summary>
internal sealed class WardTransaction : DbTransactionInterceptor
{
    /// <summary>The literal statement; SET takes no parameters, and a Guid prints only hexadecimal digits and dashes.</summary>
    public static string Statement(Guid ward) => $"set local app.ward = '{ward:D}'";

    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = Command(connection, eventData, result);
        command.ExecuteNonQuery();
        return result;
    }

    public override async ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData,
        DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection, eventData, result);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    private static DbCommand Command(DbConnection connection, TransactionEndEventData eventData, DbTransaction transaction)
    {
        var database = eventData.Context as AppDb ?? throw new InvalidOperationException("Only AppDb may use this interceptor.");
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Statement(database.WardId);
        return command;
    }
}
