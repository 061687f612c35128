using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Schedule;
using NamRo.Work.Domain;
using NamRo.Work.Lists;
using NamRo.Work.Standing;

namespace NamRo.Work;

/// <summary>A month of what is due, by day.</summary>
[RequirePermission(WorkPermission.Read)]
internal sealed class ShowCalendarPage(ListContext context, CalendarStore calendars) : TaskListPage(context)
{
    public const int MostInCell = 3;

    private const int MostItems = 1500;
    private const int DaysOfWeek = 7;

    private ILookup<DateOnly, DueItem> items = Array.Empty<DueItem>().ToLookup(item => item.Day);
    private WorkingCalendar calendar = new([]);

    public static IReadOnlyList<string> Weekdays { get; } = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"];

    public override TaskScope Scope => TaskScope.All;

    public DateOnly First { get; private set; }

    public bool IsCut { get; private set; }

    public string PreviousMonth => First.AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public string NextMonth => First.AddMonths(1).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public IEnumerable<DateOnly[]> Weeks
    {
        get
        {
            var monday = First.AddDays(-(((int)First.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek));
            for (var day = monday; day < First.AddMonths(1); day = day.AddDays(DaysOfWeek))
            {
                yield return [.. Enumerable.Range(0, DaysOfWeek).Select(day.AddDays)];
            }
        }
    }

    public IReadOnlyList<DueItem> ItemsOn(DateOnly day) => [.. items[day]];

    public string? NoteOf(DateOnly day) => calendar.NoteOf(day);

    public string ClassOf(DateOnly day) => string.Join(' ', new[]
    {
        day.Month == First.Month ? "" : "is-other-month", calendar.IsWorkingDay(day) ? "" : "is-day-off", day == Today ? "is-today" : "",
        items[day].Any() ? "" : "is-empty",
    }.Where(name => name.Length > 0));

    protected override async Task FindAsync(IQueryable<WorkTask> tasks, CancellationToken cancel)
    {
        First = DateOnly.TryParseExact(Query[TaskQuery.Period] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var asked)
            ? asked
            : new DateOnly(Today.Year, Today.Month, 1);
        var (start, end) = (First.AddDays(-DaysOfWeek), First.AddMonths(1).AddDays(DaysOfWeek));
        var found = TaskQuery.Filter(tasks.AsNoTracking(), Query);
        if (StandingWords.Parse(Query[TaskQuery.State]) is { } state)
        {
            var name = state.ToString();
            found = found.Where(task => Lists.Database.Set<TaskStanding>().Any(row => row.TaskId == task.Id && row.State == name));
        }

        var rows = await (from item in Lists.Database.Set<Obligation>().AsNoTracking()
                          join task in found on item.TaskId equals task.Id
                          where item.DueOn >= start && item.DueOn < end
                          orderby item.DueOn, item.Id
                          select new { item.DueOn, item.Kind, item.Title, item.FulfilledBy, task.Id, task.Text }).Take(MostItems)
            .ToListAsync(cancel);
        IsCut = rows.Count == MostItems;
        items = rows.Select(row => new DueItem(row.DueOn, row.Id, row.Kind, row.Text, row.FulfilledBy is not null, row.DueOn < Today))
            .ToLookup(item => item.Day);
        calendar = await calendars.LoadAsync(cancel);
    }
}

/// <summary>Something due on a day.</summary>
internal sealed record DueItem(DateOnly Day, Guid TaskId, ObligationKind Kind, string Text, bool IsDone, bool IsPast)
{
    private const int LongestTitle = 60;

    public string Title => Text.Length <= LongestTitle ? Text : Text[..(LongestTitle - 1)].TrimEnd() + "…";

    public string Word => (IsDone, IsPast, Kind) switch
    {
        (true, _, _) => "✓ Xong",
        (_, true, _) => "Quá hạn",
        (_, _, ObligationKind.MonthlyUpdate) => "Cập nhật",
        (_, _, ObligationKind.Recurring) => "Báo cáo",
        (_, _, ObligationKind.ConditionFollowUp) => "Hỏi điều kiện",
        _ => "Hạn",
    };

    public string ToneClass => (IsDone, IsPast) switch
    {
        (true, _) => "tone-done",
        (_, true) => "tone-late",
        _ => "tone-in-progress",
    };
}
