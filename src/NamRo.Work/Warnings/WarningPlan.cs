using System.Globalization;
using NamRo.Schedule;
using NamRo.Work.Settings;
using NamRo.Work.Standing;

namespace NamRo.Work.Warnings;

/// <summary>A task whose standing somebody should know of.</summary>
internal sealed record WarnedTask(Guid Id, string Title, StandingState State, string Reason, DateOnly Since, Guid? OfficerId, Guid? HeadId,
    Guid? LeaderId);

/// <summary>Somebody to be told on an occasion.</summary>
internal sealed record PlannedWarning(WarnedTask Task, WarningKind Kind, WarningLevel Level, string Occasion, Guid PersonId);

/// <summary>Who must have been told of a task by now: the officer, then the head of the unit, then the responsible leader. Pure.</summary>
internal static class WarningPlan
{
    /// <summary>Working days before the due day on which people are reminded, once each.</summary>
    private static readonly int[] Reminders = [1, 3, 7];

    public static IEnumerable<PlannedWarning> For(WarnedTask task, WorkRules rules, WorkingCalendar calendar, DateOnly today) =>
        task.State switch
        {
            StandingState.AboutToBeLate => Soon(task, rules, calendar, today),
            StandingState.Late => Escalated(task, WarningKind.Late, rules, calendar, today),
            StandingState.InsufficientData => Escalated(task, WarningKind.Unclear, rules, calendar, today),
            _ => [],
        };

    private static IEnumerable<PlannedWarning> Soon(WarnedTask task, WorkRules rules, WorkingCalendar calendar, DateOnly today)
    {
        var due = calendar.AddWorkingDays(task.Since, rules.Standing.WarnWorkingDays);
        var left = calendar.WorkingDaysBetween(today, due);
        var reminder = Array.Find(Reminders, days => left <= days);
        var person = task.OfficerId ?? task.HeadId ?? task.LeaderId;
        if (reminder > 0 && person is { } one)
        {
            yield return new(task, WarningKind.Soon, WarningLevel.Officer, Occasion($"soon-{reminder}", due), one);
        }
    }

    private static IEnumerable<PlannedWarning> Escalated(WarnedTask task, WarningKind kind, WorkRules rules, WorkingCalendar calendar,
        DateOnly today)
    {
        var name = kind == WarningKind.Late ? "late" : "unclear";
        var days = calendar.WorkingDaysBetween(task.Since.AddDays(-1), today);
        (WarningLevel Level, Guid? Person, int After)[] chain =
        [
            (WarningLevel.Officer, task.OfficerId ?? task.HeadId ?? task.LeaderId, 0),
            (WarningLevel.UnitHead, task.HeadId, rules.ToHeadDays),
            (WarningLevel.Leader, task.LeaderId, rules.ToLeaderDays),
        ];
        var told = new HashSet<Guid>();
        foreach (var (level, person, after) in chain)
        {
            if (person is { } one && days > after && told.Add(one))
            {
                yield return new(task, kind, level, Occasion(name, task.Since), one);
            }
        }
    }

    private static string Occasion(string name, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{name}:{day:yyyy-MM-dd}");
}
