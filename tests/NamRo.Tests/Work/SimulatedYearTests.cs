using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Extraction;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Time;
using NamRo.Reading;
using NamRo.Schedule;
using NamRo.Tests.Fixtures;
using NamRo.Work.Contracts;
using NamRo.Work.Desk;
using NamRo.Work.Domain;
using NamRo.Work.FollowUnit;
using NamRo.Work.Nightly;
using NamRo.Work.Warnings;
using Npgsql;

namespace NamRo.Tests.Work;

/// <summary>The five real plans run through a year, night by night and day by day.</summary>
public sealed class SimulatedYearTests
{
    private static readonly DateOnly First = new(2026, 1, 5);
    private static readonly DateOnly Last = new(2026, 12, 31);
    private static readonly DateOnly Rearranged = new(2026, 7, 1);
    private static readonly WorkingCalendar Calendar = new(WorkingCalendar.Declared);

    [Fact]
    public async Task Year_OfTheFivePlans_AsksForEverythingOnceAndCanBeRebuiltFromItsLog()
    {
        var host = new TestHost(new TestCluster("-year"));
        host.Time.Forward(WardClock.StartOf(First).AddMinutes(10) - host.Time.GetUtcNow());
        await host.InitializeAsync();
        try
        {
            var year = await Year.BeginAsync(host);
            for (var day = First; day <= Last; day = day.AddDays(1))
            {
                await year.RunAsync(day);
            }

            await AssertObligationsAsync(year.Ward);
            await AssertWarningsAsync(year.Ward);
            await AssertRebuiltAsync(year.Ward);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task AssertObligationsAsync(TestWard ward)
    {
        var obligations = await ward.ReadAsync(database => database.Set<Obligation>().AsNoTracking().ToListAsync());
        Assert.True(obligations.Count > 1000, $"Only {obligations.Count} obligations in a year.");
        Assert.Equal(obligations.Count, obligations.DistinctBy(row => (row.TaskId, row.Kind, row.PeriodFrom)).Count());
        Assert.DoesNotContain(obligations, row => !Calendar.IsWorkingDay(row.DueOn));
        Assert.All(Enum.GetValues<ObligationKind>(), kind => Assert.Contains(obligations, row => row.Kind == kind));

        // Where nobody changed a deadline, what was asked for is what the plan alone says.
        var tasks = await ward.ReadAsync(database => database.Set<WorkTask>().AsNoTracking()
            .Where(task => !database.Set<TaskClosure>().Any(row => row.TaskId == task.Id) && task.Due == task.DueNow).ToListAsync());
        Assert.NotEmpty(tasks);
        foreach (var task in tasks)
        {
            var expected = ObligationPlanner.Expected(new TaskSchedule(task.Deadline, task.StartsOn), ScheduleRules.Default, Calendar, First, Last);
            Assert.Equal(expected.Select(item => (item.Kind, item.Period.From, item.DueOn)).Order(),
                obligations.Where(row => row.TaskId == task.Id).Select(row => (row.Kind, row.PeriodFrom, row.DueOn)).Order());
        }
    }

    private static async Task AssertWarningsAsync(TestWard ward)
    {
        var warnings = await ward.ReadAsync(database => database.Set<TaskWarning>().AsNoTracking().ToListAsync());
        var notices = await ward.ReadAsync(database => database.Set<NoticeRow>().AsNoTracking().ToListAsync());
        var notes = await ward.ReadAsync(database => database.Set<WeeklyNote>().AsNoTracking().ToListAsync());
        Assert.All(Enum.GetValues<WarningKind>(), kind => Assert.Contains(warnings, row => row.Kind == kind));
        Assert.All(Enum.GetValues<WarningLevel>(), level => Assert.Contains(warnings, row => row.Level == level));
        Assert.DoesNotContain(warnings, row => !Calendar.IsWorkingDay(row.WarnedOn));
        Assert.Equal(warnings.Count, warnings.DistinctBy(row => (row.TaskId, row.Occasion, row.PersonId)).Count());
        Assert.All(warnings.Where(row => row.Kind == WarningKind.Soon).GroupBy(row => (row.TaskId, row.Occasion)), group => Assert.Single(group));
        var told = notices.Where(row => row.Kind == WarningRound.KindCode).ToList();
        Assert.Equal(warnings.DistinctBy(row => (row.PersonId, row.WarnedOn)).Count(), told.Count);
        Assert.Equal(told.Count, told.DistinctBy(row => (row.PersonId, WardClock.DateOf(row.PostedAt))).Count());
        Assert.DoesNotContain(told, row => string.IsNullOrWhiteSpace(row.Body));
        Assert.Equal(notes.Count, notes.DistinctBy(row => row.WeekFrom).Count());
        Assert.InRange(notes.Count, 40, 53);
    }

    private static async Task AssertRebuiltAsync(TestWard ward)
    {
        var log = await ward.EventsAsync();
        var replay = new LedgerReplay(Calendar);
        replay.Run(log, First, Last);
        var obligations = await ward.ReadAsync(database => database.Set<Obligation>().AsNoTracking().ToListAsync());
        Assert.Equal(obligations.Select(row => (row.TaskId, row.Kind, row.PeriodFrom, row.PeriodTo, row.DueOn, !row.IsOpen)).Order(),
            replay.Obligations.Select(pair => (pair.Task, pair.Obligation.Kind, pair.Obligation.Period.From, pair.Obligation.Period.To,
                pair.Obligation.DueOn, pair.Obligation.IsFulfilled)).Order());
        var standings = await ward.ReadAsync(database => database.Set<TaskStanding>().AsNoTracking().ToListAsync());
        Assert.Equal(standings.Select(row => (row.TaskId, row.State, row.Reason, row.Since, row.NextDue)).Order(),
            replay.Tasks.Select(task => (task, Result: replay.StandingOf(task, Last)))
                .Select(pair => (pair.task, pair.Result.State.ToString(), pair.Result.Reason, pair.Result.Since, pair.Result.NextDue)).Order());
        Assert.True(standings.Select(row => row.State).Distinct().Count() >= 6, "The year is too quiet to prove anything.");
    }

    /// <summary>The ward, its people and its clock.</summary>
    private sealed class Year(TestHost host, WorkWard made, Guid successor)
    {
        public TestWard Ward => made.Ward;

        public static async Task<Year> BeginAsync(TestHost host)
        {
            var made = await WorkWard.CreateAsync(host);
            var (chair, successor) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            await made.Ward.InsideAsync(async (database, services) =>
            {
                database.Add(OrgUnit.Create(chair, "Lãnh đạo UBND phường", "Lãnh đạo", OrgUnitKind.Leadership, null, new DateOnly(2025, 7, 1)));
                database.Add(OrgUnit.Create(successor, "Phòng Văn hóa, Khoa học và Thông tin", "VH-KH-TT", OrgUnitKind.Division, null, First));
                services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("OrgUnit", chair, "units")));
                await database.SaveChangesAsync();
            });
            await made.AddPersonAsync("Đỗ Văn Chủ", NamRo.Kernel.Contributions.BuiltInRole.Leader, chair, "Chủ tịch UBND", isHead: true);
            var year = new Year(host, made, successor);
            await year.PublishAsync();
            return year;
        }

        public async Task RunAsync(DateOnly day)
        {
            SetClock(day, new TimeOnly(0, 30));
            await NightAsync();
            SetClock(day, new TimeOnly(9, 0));
            await made.Ward.InsideAsync(async (database, services) =>
            {
                if (day == Rearranged)
                {
                    await services.GetRequiredService<FollowSuccessor>().ReceiveAsync(new UnitSucceeded(
                        new EventSubject("OrgUnit", made.CultureUnit, "Phòng Văn hóa - Xã hội"), [successor], day), Guid.CreateVersion7(), default);
                }
                else if (Calendar.IsWorkingDay(day))
                {
                    var people = new SimulatedPeople(database, services.GetRequiredService<EventLog>(), services.GetRequiredService<WardClock>(),
                        made.PersonId(made.Officer), made.PersonId(made.Leader));
                    var touched = await people.ActAsync();
                    await services.GetRequiredService<StandingBook>().RefreshAsync(touched, default);
                }
            });
        }

        private Task NightAsync() => made.Ward.InsideAsync((_, services) => services.GetRequiredService<TaskNight>()
            .RunAsync(new RunTaskNight(made.Today), new JobRun(Guid.CreateVersion7(), 1, services.GetRequiredService<NpgsqlDataSource>()), default));

        private void SetClock(DateOnly day, TimeOnly time) =>
            host.Time.Forward(WardClock.StartOf(day) + time.ToTimeSpan() - host.Time.GetUtcNow());

        private async Task PublishAsync()
        {
            var seeds = Directory.GetFiles(Path.Combine(Fixtures.Repository.Root, "tests", "data", "seeds"), "*.txt").Order();
            Guid?[] units = [made.CultureUnit, made.EconomyUnit, made.OfficeUnit, made.CultureUnit, null];
            foreach (var (number, path) in seeds.Index())
            {
                var plan = PlanExtractor.Extract(DocumentReader.Read(path, ReadingOptions.Default), First);
                var tasks = plan.Tasks.Select((task, index) => new TaskCommitment(Key(number, index), Key(number, -1), index + 1, task.Text)
                {
                    PlanTitle = plan.Document.Subject ?? "Kế hoạch",
                    LeadUnitId = units[(index * 7 + number) % (index % 9 == 0 ? 5 : 4)],
                    LeaderPersonId = made.PersonId(made.Leader),
                    Output = task.Output,
                    DeadlineText = task.DeadlineText,
                    Deadline = task.Deadline,
                    StartsOn = plan.Document.IssuedOn is { } issued && issued > First ? issued : First,
                }).ToList();
                await made.Ward.InsideAsync((_, services) => services.GetRequiredService<ITaskRegister>().OpenAsync(tasks, default));
            }
        }

        private static Guid Key(int plan, int index) =>
            new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{plan}:{index}")).AsSpan(0, 16));
    }
}
