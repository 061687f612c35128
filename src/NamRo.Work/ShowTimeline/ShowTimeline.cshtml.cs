using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Pages;
using NamRo.Ui.Status;
using NamRo.Work.Domain;
using NamRo.Work.Lists;
using NamRo.Work.Standing;

namespace NamRo.Work;

/// <summary>The year of each task as a bar, from its first day to its last (Gantt).</summary>
[RequirePermission(WorkPermission.Read)]
internal sealed class ShowTimelinePage(ListContext context) : TaskListPage(context)
{
    public const string YearName = "nam";

    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    private Dictionary<Guid, DateOnly> starts = [];

    public override TaskScope Scope => TaskScope.All;

    public int Year { get; private set; }

    /// <summary>Where the bar of a line lies in the year, in days.</summary>
    public TimelineBar BarOf(TaskLine line)
    {
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        var start = starts.GetValueOrDefault(line.Id, first);
        var (from, to) = (start < first ? first : start, line.DueNow is { } due && due < last ? due : last);
        var length = Math.Max(0, to.DayNumber - from.DayNumber + 1);
        var today = Today.Year == Year ? Today.DayNumber - first.DayNumber : (int?)null;
        var words = line.DueNow is { } end
            ? $"{StandingText.Day(start)} – {StandingText.Day(end)}"
            : $"từ {StandingText.Day(start)}, thường xuyên";
        return new TimelineBar(last.DayNumber - first.DayNumber + 1, from.DayNumber - first.DayNumber, length, today,
            line.Standing?.Tone() ?? StatusTone.Neutral, words);
    }

    protected override async Task FindAsync(IQueryable<WorkTask> tasks, CancellationToken cancel)
    {
        await base.FindAsync(tasks, cancel);
        Year = int.TryParse(Query[YearName], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= FirstYear and <= LastYear
            ? year
            : Today.Year;
        var ids = Rows.Rows.Select(row => row.Id).ToList();
        starts = await Lists.Database.Set<WorkTask>().Where(task => ids.Contains(task.Id))
            .ToDictionaryAsync(task => task.Id, task => task.StartsOn, cancel);
    }
}

/// <param name="Today">Null: not in this year.</param>
/// <param name="Words">The same for people who do not see the bar.</param>
internal sealed record TimelineBar(int Days, int From, int Length, int? Today, StatusTone Tone, string Words)
{
    public string ToneClass => Tone switch
    {
        StatusTone.Done => "tone-done",
        StatusTone.InProgress => "tone-in-progress",
        StatusTone.Late => "tone-late",
        StatusTone.AtRisk => "tone-at-risk",
        StatusTone.Waiting => "tone-waiting",
        _ => "tone-neutral",
    };
}
