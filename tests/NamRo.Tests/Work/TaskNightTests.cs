using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Notices;
using NamRo.Language;
using NamRo.Schedule;
using NamRo.Tests.Fixtures;
using NamRo.Work.Domain;
using NamRo.Work.Nightly;
using NamRo.Work.Settings;
using NamRo.Work.Standing;
using NamRo.Work.Warnings;
using Npgsql;

namespace NamRo.Tests.Work;

public sealed class TaskNightTests(TestHost host)
{
    [Fact]
    public async Task Night_KilledBeforeItsEnd_LeavesNothingAndTheNextDoesAllOnce()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync(adjust: says => says with { Deadline = new Deadline(DeadlineKind.Date, ward.Today.AddDays(-20)) });

        await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync(ward, diesAtTheEnd: true));
        Assert.Empty(await WarningsAsync(ward));
        await RunAsync(ward);
        var first = await WarningsAsync(ward);
        await RunAsync(ward);

        var calendar = new WorkingCalendar(WorkingCalendar.Declared);
        Assert.Equal(calendar.IsWorkingDay(ward.Today) ? [WarningLevel.Officer, WarningLevel.Leader] : [],
            first.Select(row => row.Level).Order());
        Assert.Equal(first.Count, (await WarningsAsync(ward)).Count);
        Assert.Equal(first.Count, (await ward.Ward.ReadAsync(database => database.Set<NoticeRow>()
            .Where(row => row.Kind == WarningRound.KindCode).ToListAsync())).Count);
        Assert.Single(await ward.Ward.ReadAsync(database => database.Set<StandingSnapshot>().Where(row => row.TaskId == task).ToListAsync()));
    }

    [Theory]
    [InlineData(8, null)]
    [InlineData(7, "soon-7")]
    [InlineData(4, "soon-7")]
    [InlineData(3, "soon-3")]
    [InlineData(1, "soon-1")]
    [InlineData(0, "soon-1")]
    public void Plan_DaysLeft_RemindsOnTheThreeOccasions(int left, string? occasion)
    {
        var calendar = new WorkingCalendar(WorkingCalendar.Declared);
        var due = new DateOnly(2026, 6, 30);
        var task = Warned(StandingState.AboutToBeLate, calendar.AddWorkingDays(due, -7));
        var planned = WarningPlan.For(task, Rules, calendar, calendar.AddWorkingDays(due, -left)).ToList();
        Assert.Equal(occasion is null ? [] : [$"{occasion}:2026-06-30"], planned.Select(warning => warning.Occasion));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(6, 3)]
    public void Plan_LaterAndLater_ClimbsTheOrganisation(int days, int people)
    {
        var calendar = new WorkingCalendar(WorkingCalendar.Declared);
        var since = new DateOnly(2026, 6, 1);
        Assert.Equal(people, WarningPlan.For(Warned(StandingState.Late, since), Rules, calendar, calendar.AddWorkingDays(since, days - 1)).Count());
    }

    private static WorkRules Rules => new(StandingRules.Default, 2, 5);

    private static WarnedTask Warned(StandingState state, DateOnly since) =>
        new(Guid.CreateVersion7(), "Việc", state, "Lý do", since, Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

    private static Task<List<TaskWarning>> WarningsAsync(WorkWard ward) =>
        ward.Ward.ReadAsync(database => database.Set<TaskWarning>().AsNoTracking().ToListAsync());

    private static Task RunAsync(WorkWard ward, bool diesAtTheEnd = false) => ward.Ward.InsideAsync(async (_, services) =>
    {
        await services.GetRequiredService<TaskNight>().RunAsync(new RunTaskNight(ward.Today),
            new JobRun(Guid.CreateVersion7(), 1, services.GetRequiredService<NpgsqlDataSource>()), CancellationToken.None);
        if (diesAtTheEnd)
        {
            throw new OperationCanceledException("The worker is killed.");
        }
    });
}
