using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Events;
using NamRo.Tests.Fixtures;
using Npgsql;

namespace NamRo.Tests.Kernel;

public sealed class EventChainTests(TestHost host)
{
    [Fact]
    public async Task Verify_ParallelWriters_LeaveOneWholeChain()
    {
        var ward = await TestWard.CreateAsync(host);
        await Parallel.ForEachAsync(Enumerable.Range(0, 30), new ParallelOptions { MaxDegreeOfParallelism = 6 },
            async (number, _) => await RecordAsync(ward, "việc " + number));

        var report = await VerifyAsync(ward);

        Assert.True(report.IsWhole);
        Assert.Equal(30, report.Checked);
    }

    [Theory]
    [InlineData("update kernel.event set actor_name = 'người khác' where ward_id = '{0}' and sequence = 2", 2)]
    [InlineData("delete from kernel.event where ward_id = '{0}' and sequence = 3", 3)]
    [InlineData("delete from kernel.event where ward_id = '{0}' and sequence = 5", 5)]
    public async Task Verify_TamperedByTheDatabaseAdministrator_NamesTheLink(string statement, long brokenAt)
    {
        var ward = await TestWard.CreateAsync(host);
        for (var i = 0; i < 5; i++)
        {
            await RecordAsync(ward, "việc");
        }

        await using var source = NpgsqlDataSource.Create(host.Cluster.Connection("postgres"));
        await using var command = source.CreateCommand(string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, ward.Id));
        Assert.Equal(1, await command.ExecuteNonQueryAsync());

        Assert.Equal(brokenAt, (await VerifyAsync(ward)).BrokenAt);
    }

    [Fact]
    public async Task Change_ByTheApplication_IsNotPermitted()
    {
        await using var source = NpgsqlDataSource.Create(host.Cluster.Connection("namro_app"));
        await using var command = source.CreateCommand("update kernel.event set reason = ''");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private static Task RecordAsync(TestWard ward, string title) => ward.InsideAsync(async (database, services) =>
    {
        services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("Test", Guid.CreateVersion7(), title)));
        await database.SaveChangesAsync();
    });

    private static async Task<ChainReport> VerifyAsync(TestWard ward)
    {
        ChainReport? report = null;
        await ward.InsideAsync(async (_, services) => report = await services.GetRequiredService<EventVerifier>().VerifyAsync(CancellationToken.None));
        return report!;
    }
}
