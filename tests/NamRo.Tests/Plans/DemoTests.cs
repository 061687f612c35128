using NamRo.Host;
using NamRo.Tests.Fixtures;
using Npgsql;

namespace NamRo.Tests.Plans;

/// <summary>What <c>./namro start --demo</c> shows: five wards whose real plans run.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task Migrate_Demo_BringsFivePlansToLifeOnce()
    {
        using var cluster = new TestCluster("-demo");
        var files = Directory.CreateTempSubdirectory("namro-demo-");
        string[] words = ["migrate", "--demo", "--ConnectionStrings:Database=" + cluster.Connection("namro_app"),
            "--ConnectionStrings:Owner=" + cluster.Connection("namro_owner"), "--Files:Directory=" + files.FullName];

        Assert.Equal(0, await MigrateRole.RunAsync(words));
        var first = await CountAsync(cluster);
        Assert.Equal(0, await MigrateRole.RunAsync(words));
        var second = await CountAsync(cluster);
        NpgsqlConnection.ClearAllPools();
        files.Delete(recursive: true);

        Assert.Equal((5, 5, 85, 56), (first.Wards, first.Plans, first.Tasks, first.Targets));
        Assert.InRange(first.Matched, 45, 56);
        Assert.Equal(first, second);
    }

    private static async Task<(int Wards, int Plans, int Tasks, int Targets, int Matched)> CountAsync(TestCluster cluster)
    {
        await using var source = NpgsqlDataSource.Create(cluster.Connection("postgres"));
        await using var command = source.CreateCommand("""
            select (select count(*)::int from administration.ward where kind <> 'thanh_pho'),
              (select count(*)::int from plans.plan_document where state = 'Published'), (select count(*)::int from work.work_task),
              (select count(*)::int from targets.target), (select count(*)::int from targets.target where is_matched)
            """);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4));
    }
}
