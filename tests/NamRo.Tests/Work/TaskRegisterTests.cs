using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Language;
using NamRo.Tests.Fixtures;
using NamRo.Work.Contracts;
using NamRo.Work.Domain;

namespace NamRo.Tests.Work;

public sealed class TaskRegisterTests(TestHost host)
{
    private readonly Guid plan = Guid.CreateVersion7();

    [Fact]
    public async Task Open_Twice_OpensOnce()
    {
        var ward = await TestWard.CreateAsync(host);
        var commitment = Commitment();

        await RegisterAsync(ward, register => register.OpenAsync([commitment], CancellationToken.None));
        await RegisterAsync(ward, register => register.OpenAsync([commitment], CancellationToken.None));

        var row = Assert.Single(await ward.ReadAsync(database => database.Set<TaskRow>().ToListAsync()));
        Assert.Equal(commitment.Text, row.Text);
        Assert.Equal(new DateOnly(2026, 6, 30), row.Due);
        Assert.Single(await ward.EventsAsync(), happened => happened.Kind == nameof(TaskOpened));
    }

    [Fact]
    public async Task Withdraw_NothingReported_TakesTheTasksBack()
    {
        var ward = await TestWard.CreateAsync(host);
        await RegisterAsync(ward, register => register.OpenAsync([Commitment()], CancellationToken.None));

        await RegisterAsync(ward, async register =>
        {
            Assert.False(await register.IsReportedOnAsync(plan, CancellationToken.None));
            await register.WithdrawAsync(plan, "Công bố nhầm", CancellationToken.None);
        });

        Assert.Empty(await ward.ReadAsync(database => database.Set<TaskRow>().ToListAsync()));
        Assert.Contains(await ward.EventsAsync(), happened => happened is { Kind: nameof(TaskWithdrawn), Reason: "Công bố nhầm" });
    }

    [Fact]
    public async Task Amend_Twice_OpensChangesDropsAndMovesOnce()
    {
        var ward = await TestWard.CreateAsync(host);
        var (changed, dropped, kept) = (Commitment(1), Commitment(2), Commitment(3));
        await RegisterAsync(ward, register => register.OpenAsync([changed, dropped, kept], CancellationToken.None));
        var next = Guid.CreateVersion7();
        var added = Commitment(4) with { PlanId = next };
        var amendment = new TaskAmendment(plan, next, "Kế hoạch thay thế", Replaces: true, [added],
            [changed with { PlanId = next, Text = "Việc đã sửa lời" }], [dropped.Id], "Kế hoạch số 99");

        await RegisterAsync(ward, register => register.AmendAsync(amendment, CancellationToken.None));
        await RegisterAsync(ward, register => register.AmendAsync(amendment, CancellationToken.None));

        var rows = await ward.ReadAsync(database => database.Set<TaskRow>().OrderBy(row => row.Ordinal).ToListAsync());
        Assert.Equal(["Việc đã sửa lời", dropped.Text, kept.Text, added.Text], rows.Select(row => row.Text));
        Assert.Equal([next, plan, next, next], rows.Select(row => row.PlanId));
        Assert.Single(await ward.ReadAsync(database => database.Set<TaskClosure>().ToListAsync()), row => row.TaskId == dropped.Id);
    }

    private TaskCommitment Commitment(int ordinal = 1) => new(Guid.CreateVersion7(), plan, ordinal, $"Xây dựng kế hoạch số {ordinal}")
    {
        PlanTitle = "Kế hoạch thử",
        Output = "Kế hoạch",
        StartsOn = new DateOnly(2026, 1, 5),
        Deadline = new Deadline(DeadlineKind.Quarter, new DateOnly(2026, 6, 30)),
        Parts = [new("(1)", "Dự thảo"), new("(2)", "Ban hành")],
    };

    private static Task RegisterAsync(TestWard ward, Func<ITaskRegister, Task> act) =>
        ward.InsideAsync((_, services) => act(services.GetRequiredService<ITaskRegister>()));
}
