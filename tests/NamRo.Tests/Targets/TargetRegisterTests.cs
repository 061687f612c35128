using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Targets;

public sealed class TargetRegisterTests(TestHost host)
{
    [Fact]
    public async Task Open_Twice_OpensEachTargetOnceWithItsSourceAndStanding()
    {
        var ward = await TestWard.CreateAsync(host);
        var plan = Guid.CreateVersion7();
        TargetCommitment[] promises = [Promises.Online(plan), Promises.Initiatives(plan)];

        await OpenAsync(ward, promises);
        await OpenAsync(ward, promises);

        var rows = await ward.ReadAsync(database => database.Set<TargetRow>().OrderBy(row => row.Ordinal).ToListAsync());
        Assert.Equal(2, rows.Count);
        Assert.Equal((FigureKind.Share, "%", false), (rows[0].Kind, rows[0].MeasureUnit, rows[0].IsCumulative));
        Assert.Equal((FigureKind.Amount, "sáng kiến", true), (rows[1].Kind, rows[1].MeasureUnit, rows[1].IsCumulative));
        Assert.Equal(new DateOnly(2026, 12, 31), rows[0].DueOn);
        Assert.Equal((3, 10, 40), (rows[0].SourcePage, rows[0].SourceFrom, rows[0].SourceTo));
        Assert.All(rows, row => Assert.EndsWith(".", row.Reason, StringComparison.Ordinal));
        Assert.Single(await ward.EventsAsync(), row => row.Kind == nameof(TargetsOpened));
    }

    [Fact]
    public async Task Withdraw_NothingReported_RemovesTargetsAndTheirSeries()
    {
        var ward = await TestWard.CreateAsync(host);
        var plan = Guid.CreateVersion7();
        await OpenAsync(ward, [Promises.Online(plan)]);

        await InsideAsync(ward, register => register.WithdrawAsync(plan, "Công bố nhầm", CancellationToken.None));

        Assert.Equal(0, await ward.ReadAsync(database => database.Set<Target>().CountAsync()));
        Assert.Equal(0, await ward.ReadAsync(database => database.Set<Series>().CountAsync()));
        Assert.Single(await ward.EventsAsync(), row => row is { Kind: nameof(TargetsWithdrawn), Reason: "Công bố nhầm" });
    }

    [Fact]
    public async Task Amend_ChangedValue_KeepsTheFormerPromiseWithItsDecision()
    {
        var ward = await TestWard.CreateAsync(host);
        var (plan, amending) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (online, initiatives) = (Promises.Online(plan), Promises.Initiatives(plan));
        await OpenAsync(ward, [online, initiatives]);
        var added = Promises.Of(amending, 3, "Số hóa 95% hồ sơ", Language.Comparator.Equal, 95, "%");
        var amendment = new TargetAmendment(plan, amending, "Kế hoạch 45/KH-UBND", Replaces: true, [added],
            [online with { PlanId = amending, Value = 92, PlanTitle = "Kế hoạch 45/KH-UBND" }], [initiatives.Id], "Kế hoạch 45/KH-UBND");

        await InsideAsync(ward, register => register.AmendAsync(amendment, CancellationToken.None));
        await InsideAsync(ward, register => register.AmendAsync(amendment, CancellationToken.None));

        var revision = Assert.Single(await ward.ReadAsync(database => database.Set<TargetRevision>().ToListAsync()));
        Assert.Equal((online.Id, 90m, "Kế hoạch 45/KH-UBND"), (revision.TargetId, revision.Value, revision.Decision));
        var rows = await ward.ReadAsync(database => database.Set<TargetRow>().OrderBy(row => row.Ordinal).ToListAsync());
        Assert.Equal(92m, rows[0].Value);
        Assert.NotNull(rows[1].EndedOn);
        Assert.Equal(amending, rows[2].PlanId);
    }

    [Fact]
    public async Task Amend_ChangedBaselineOnly_IsTakenOnce()
    {
        var ward = await TestWard.CreateAsync(host);
        var plan = Guid.CreateVersion7();
        var online = Promises.Online(plan);
        await OpenAsync(ward, [online]);
        var amendment = new TargetAmendment(plan, plan, "Kế hoạch 45/KH-UBND", Replaces: false, [],
            [online with { Baseline = 61.5m, BaselineText = "61,5%" }], [], "Kế hoạch 45/KH-UBND");

        await InsideAsync(ward, register => register.AmendAsync(amendment, CancellationToken.None));
        await InsideAsync(ward, register => register.AmendAsync(amendment, CancellationToken.None));

        Assert.Single(await ward.ReadAsync(database => database.Set<TargetRevision>().ToListAsync()));
        var row = Assert.Single(await ward.ReadAsync(database => database.Set<TargetRow>().ToListAsync()));
        Assert.Equal(61.5m, row.Baseline);
    }

    [Fact]
    public async Task Amend_ChangedLeadUnitOnly_MovesTheFiguresAndKeepsWhoLedBefore()
    {
        var ward = await TestWard.CreateAsync(host);
        var (plan, before, after) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var online = Promises.Online(plan) with { LeadUnitId = before };
        await OpenAsync(ward, [online]);
        var amendment = new TargetAmendment(plan, plan, "Kế hoạch 45/KH-UBND", Replaces: false, [], [online with { LeadUnitId = after }], [],
            "Kế hoạch 45/KH-UBND");

        await InsideAsync(ward, register => register.AmendAsync(amendment, CancellationToken.None));
        await InsideAsync(ward, register => register.AmendAsync(amendment, CancellationToken.None));

        var revision = Assert.Single(await ward.ReadAsync(database => database.Set<TargetRevision>().ToListAsync()));
        Assert.Equal((before, "Kế hoạch 45/KH-UBND"), (revision.LeadUnitId!.Value, revision.Decision));
        Assert.Equal(after, (await ward.ReadAsync(database => database.Set<TargetRow>().SingleAsync())).LeadUnitId);
    }

    [Fact]
    public async Task Open_OtherWard_SeesNothing()
    {
        var ward = await TestWard.CreateAsync(host);
        await OpenAsync(ward, [Promises.Online(Guid.CreateVersion7())]);
        var other = await TestWard.CreateAsync(host);

        Assert.Equal(0, await other.ReadAsync(database => database.Set<TargetRow>().CountAsync()));
        Assert.Equal(0, await other.ReadAsync(database => database.Set<TargetRow>().IgnoreQueryFilters().CountAsync()));
    }

    private static Task OpenAsync(TestWard ward, IReadOnlyList<TargetCommitment> promises) =>
        InsideAsync(ward, register => register.OpenAsync(promises, CancellationToken.None));

    private static Task InsideAsync(TestWard ward, Func<ITargetRegister, Task> work) =>
        ward.InsideAsync((_, services) => work(services.GetRequiredService<ITargetRegister>()));
}
