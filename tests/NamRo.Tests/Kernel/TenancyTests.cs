using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Tests.Fixtures;
using Npgsql;

namespace NamRo.Tests.Kernel;

/// <summary>Both walls between wards: the query filter, and the database behind it.</summary>
public sealed class TenancyTests(TestHost host)
{
    [Fact]
    public async Task Query_WithTheFilterTakenOff_StillSeesOnlyItsWard()
    {
        var (own, other) = (await WardWithUnitAsync(), await WardWithUnitAsync());

        var seen = await own.ReadAsync(database => database.Set<OrgUnit>().IgnoreQueryFilters().Select(unit => unit.WardId).Distinct().ToListAsync());

        Assert.Equal([own.Id], seen);
        Assert.NotEqual(own.Id, other.Id);
    }

    [Fact]
    public async Task Query_OutsideATransaction_SeesNothing()
    {
        await WardWithUnitAsync();
        await using var source = NpgsqlDataSource.Create(host.Cluster.Connection("namro_app"));
        await using var command = source.CreateCommand("select count(*) from administration.org_unit");

        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Insert_IntoAnotherWard_IsRefusedByTheApplicationAndTheDatabase()
    {
        var (own, other) = (await WardWithUnitAsync(), await WardWithUnitAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => own.InsideAsync((database, services) => AddUnitAsync(database, services, other.Id)));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => own.InsideAsync((database, _) => database.Database.ExecuteSqlAsync(
            $"insert into kernel.event_chain (ward_id, sequence, hash) values ({Guid.CreateVersion7()}, 0, {EventHash.Beginning})")));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Update_ByRawSql_ReachesOnlyItsWard()
    {
        var (own, other) = (await WardWithUnitAsync(), await WardWithUnitAsync());

        await own.InsideAsync((database, _) => database.Database.ExecuteSqlAsync($"update administration.org_unit set short_name = 'đã đổi'"));

        Assert.Equal("", await other.ReadAsync(database => database.Set<OrgUnit>().Select(unit => unit.ShortName).FirstAsync()));
    }

    /// <summary>Policies that lower the planner's estimate lead to plans that compare every row of a ward with every other.</summary>
    [Fact]
    public async Task Plan_OfAWardsRows_ExpectsAsManyAsThereAre()
    {
        const int Units = 40;
        var wards = new List<TestWard>();
        for (var number = 0; number < 8; number++)
        {
            var one = await TestWard.CreateAsync(host);
            wards.Add(one);
            await one.InsideAsync(async (database, services) =>
            {
                for (var unit = 0; unit < Units; unit++)
                {
                    await AddUnitAsync(database, services, one.Id, $"Công an {unit}");
                }
            });
        }

        var ward = wards[0];
        await using var owner = NpgsqlDataSource.Create(host.Cluster.Connection("namro_owner"));
        await using var analyze = owner.CreateCommand("analyze administration.org_unit");
        await analyze.ExecuteNonQueryAsync();

        await ward.InsideAsync(async (database, _) =>
        {
            await using var command = database.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"explain (format json) select * from administration.org_unit where ward_id = '{ward.Id}'";
            using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
            Assert.InRange(plan.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetDouble(), Units / 2, 2 * Units);
        });
    }

    [Fact]
    public async Task LookingAcross_ReadsButNeverWrites()
    {
        var (own, other) = (await WardWithUnitAsync(), await WardWithUnitAsync());
        await own.InsideAsync(async (database, _) =>
        {
            await database.LookAcrossWardsAsync(CancellationToken.None);

            Assert.True(await database.Set<OrgUnit>().IgnoreQueryFilters([AppDb.WardFilter]).AnyAsync(unit => unit.WardId == other.Id));
            Assert.Equal(0, await database.Database.ExecuteSqlAsync($"delete from administration.org_unit where ward_id = {other.Id}"));
        });
    }

    [Fact]
    public async Task PooledConnections_NeverCarryAWardOver()
    {
        var wards = new[] { await WardWithUnitAsync(), await WardWithUnitAsync(), await WardWithUnitAsync() };
        var leaks = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 300), new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (number, _) =>
        {
            var ward = wards[number % wards.Length];
            var seen = await ward.ReadAsync(database => database.Set<OrgUnit>().IgnoreQueryFilters().Select(unit => unit.WardId).Distinct().ToListAsync());
            if (seen.Count != 1 || seen[0] != ward.Id)
            {
                Interlocked.Increment(ref leaks);
            }
        });

        Assert.Equal(0, leaks);
    }

    [Fact]
    public async Task Save_WithoutAnEvent_IsABug()
    {
        var ward = await TestWard.CreateAsync(host);

        await Assert.ThrowsAsync<InvalidOperationException>(() => ward.InsideAsync(async (database, _) =>
        {
            database.Add(OrgUnit.Create(Guid.CreateVersion7(), "Không sự kiện", "", OrgUnitKind.Other, null, new DateOnly(2026, 1, 1)));
            await database.SaveChangesAsync();
        }));
    }

    private async Task<TestWard> WardWithUnitAsync()
    {
        var ward = await TestWard.CreateAsync(host);
        await ward.InsideAsync((database, services) => AddUnitAsync(database, services, ward.Id));
        return ward;
    }

    private static async Task AddUnitAsync(AppDb database, IServiceProvider services, Guid ward, string name = "Công an")
    {
        var unit = OrgUnit.Create(Guid.CreateVersion7(), name, "", OrgUnitKind.Police, null, new DateOnly(2026, 1, 1));
        unit.WardId = ward;
        database.Add(unit);
        services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("OrgUnit", unit.Id, unit.Name)));
        await database.SaveChangesAsync();
    }
}
