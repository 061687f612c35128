using Npgsql;

namespace NamRo.Host;

/// <summary>For the process supervisor and the load balancer: alive, and ready to serve (the database answers).</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void Map(WebApplication application)
    {
        application.MapGet("/health/live", () => TypedResults.Text("ok")).AllowAnonymous().ExcludeFromDescription();
        application.MapGet("/health/ready", ReadyAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await using var command = source.CreateCommand("select count(*) from kernel.migration");
            return TypedResults.Text($"ok {await command.ExecuteScalarAsync(limit.Token)}");
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException)
        {
            return TypedResults.Text("database", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
