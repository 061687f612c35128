using System.Net;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Jobs;
using NamRo.Plans.Domain;
using NamRo.Targets.Contracts;
using NamRo.Tests.Fixtures;
using NamRo.Tests.Kernel;
using NamRo.Work.Contracts;
using Npgsql;

namespace NamRo.Tests.Plans;

/// <summary>The worker dies while it reads a plan, the web process while it publishes one. A locked table holds them where they are.</summary>
[Collection(KillCollection.Name)]
public sealed class KillPlanTests(KillHost kill)
{
    private readonly TestHost host = kill.Host;

    [Theory]
    [InlineData("plans.draft_task")]
    [InlineData("plans.plan_row")]
    public async Task Worker_KilledWhileReading_ReadsAgainAndDoublesNothing(string heldAt)
    {
        var expected = await ReviewedPlan.CreateAsync(host);
        var ward = await TestWard.CreateAsync(host);
        await ReviewedPlan.AddUnitAsync(ward, "Phòng Văn hóa - Xã hội");
        using var secretary = await ward.SignInAsync(BuiltInRole.Secretariat);
        var content = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "data", "seeds", "000_5ff484b46b8ac1a0.txt"));
        var plan = (await secretary.UploadAsync(await secretary.GetAsync("/ke-hoach/tai-len"), "000.txt", content)).Location!;
        await using (var held = await HeldTable.HoldAsync(host, heldAt))
        {
            using var worker = await host.RunAsync("worker");
            await Wait.UntilAsync(held.IsAwaitedAsync);
            worker.Kill();
        }

        Assert.Equal(PlanState.Reading, await ward.ReadAsync(database => database.Set<PlanDocument>().Select(row => row.State).SingleAsync()));
        Assert.Empty(await ward.ReadAsync(database => database.Set<PlanRow>().ToListAsync()));
        await KillTests.MakeDueAsync(ward);
        using var again = await host.RunAsync("worker");
        await Wait.UntilAsync(() => ward.ReadAsync(database => database.Set<JobRow>()
            .AnyAsync(job => job.WardId == ward.Id && job.Kind == "plans.read_plan" && job.State == JobState.Done)));

        Assert.Equal(await CountAsync(expected.Ward), await CountAsync(ward));
        Assert.Equal(1, (await ward.EventsAsync()).Count(row => row.Kind == "PlanRead"));
        Assert.Contains("Rà soát", (await secretary.GetAsync(plan)).Words, StringComparison.Ordinal);
        await KillTests.AssertChainAsync(ward);
    }

    [Fact]
    public async Task Web_KilledWhilePublishing_PublishesNothingThenAllOnce()
    {
        var plan = await ReviewedPlan.CreateAsync(host);
        await plan.AcceptAllAsync();
        Page form;
        using (var web = await host.RunAsync("web"))
        {
            using var leader = await KillTests.SignInAsync(web, plan.Ward, BuiltInRole.Leader);
            form = await leader.GetAsync($"{plan.Path}/cong-bo");
            await using var held = await HeldTable.HoldAsync(host, "work.work_task");
            var publishing = leader.SubmitAsync(form, new Dictionary<string, string>());
            await Wait.UntilAsync(held.IsAwaitedAsync);
            web.Kill();
            await Assert.ThrowsAsync<HttpRequestException>(() => publishing);
        }

        // Whoever got no answer opens the page again and presses the same button, twice.
        using var again = await host.RunAsync("web");
        using var later = await KillTests.SignInAsync(again, plan.Ward, BuiltInRole.Leader);
        Assert.Equal(PlanState.Read, await plan.Ward.ReadAsync(database => database.Set<PlanDocument>().Select(row => row.State).SingleAsync()));
        Assert.Equal((0, 0, 0, 0), await LifeAsync(plan));
        var same = new Dictionary<string, string> { ["PublicationId"] = form.Document.QuerySelector("[name=PublicationId]")!.GetAttribute("value")! };
        var page = await later.GetAsync($"{plan.Path}/cong-bo");
        Assert.Equal(HttpStatusCode.Redirect, (await later.SubmitAsync(page, same)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await later.SubmitAsync(page, same)).Status);

        var accepted = (await plan.RowsAsync()).Concat(await plan.RowsAsync(RowKind.Target)).Where(row => row.State == RowState.Accepted).ToList();
        Assert.Equal((accepted.Count(row => row.Kind == RowKind.Task), accepted.Count(row => row.Kind == RowKind.Target), 1, 1), await LifeAsync(plan));
        await KillTests.AssertChainAsync(plan.Ward);
    }

    private static Task<(int, int, int, int)> CountAsync(TestWard ward) => ward.ReadAsync(async database => (
        await database.Set<PlanText>().CountAsync(), await database.Set<DraftTask>().CountAsync(),
        await database.Set<DraftFinding>().CountAsync(), await database.Set<PlanRow>().CountAsync()));

    /// <summary>What came to life: tasks, targets, publications, their events.</summary>
    private static async Task<(int, int, int, int)> LifeAsync(ReviewedPlan plan)
    {
        var events = (await plan.Ward.EventsAsync()).Count(row => row.Kind == "PlanPublished");
        return await plan.Ward.ReadAsync(async database => (await database.Set<TaskRow>().CountAsync(),
            await database.Set<TargetRow>().CountAsync(), await database.Set<PlanPublication>().CountAsync(), events));
    }

    /// <summary>A table that nobody can write until it is let go.</summary>
    private sealed class HeldTable(NpgsqlDataSource source, NpgsqlConnection connection, NpgsqlTransaction transaction, string table)
        : IAsyncDisposable
    {
        public static async Task<HeldTable> HoldAsync(TestHost host, string table)
        {
            var source = NpgsqlDataSource.Create(host.Cluster.Connection("postgres"));
            var connection = await source.OpenConnectionAsync();
            var transaction = await connection.BeginTransactionAsync();
            await using var command = new NpgsqlCommand($"lock table {table} in share mode", connection, transaction);
            await command.ExecuteNonQueryAsync();
            return new HeldTable(source, connection, transaction, table);
        }

        /// <summary>Whether somebody waits to write it.</summary>
        public async Task<bool> IsAwaitedAsync()
        {
            await using var command = source.CreateCommand("select exists (select from pg_locks where relation = $1::regclass and not granted)");
            command.Parameters.Add(new NpgsqlParameter { Value = table });
            return (bool)(await command.ExecuteScalarAsync())!;
        }

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
            await source.DisposeAsync();
        }
    }
}
