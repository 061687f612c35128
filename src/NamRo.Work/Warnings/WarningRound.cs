using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Notices;
using NamRo.Schedule;
using NamRo.Work.Domain;
using NamRo.Work.Settings;
using NamRo.Work.Standing;

namespace NamRo.Work.Warnings;

/// <summary>Tells each person, once a day and never of nothing, what has newly come to need them.</summary>
internal sealed class WarningRound(AppDb database, NoticeBoard notices)
{
    public const string KindCode = "work.warning";

    public const string Address = "/nhiem-vu/canh-bao";

    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        new(KindCode, "Nhiệm vụ sắp đến hạn, quá hạn, chưa đủ dữ liệu") { EnglishTitle = "Tasks due soon, late or unclear" },
        new(WeeklyNoteWriter.KindCode, "Phiếu tuần về nhiệm vụ", MailTiming.AtOnce) { EnglishTitle = "Weekly note on tasks" },
    ];

    /// <summary>Tasks named in one notice; the page behind it has them all.</summary>
    private const int MostNamed = 10;

    private static readonly string[] WarnedStates =
        [nameof(StandingState.AboutToBeLate), nameof(StandingState.Late), nameof(StandingState.InsufficientData)];

    /// <summary>Adds the warnings and notices; the caller saves.</summary>
    public async Task RunAsync(WorkRules rules, WorkingCalendar calendar, DateOnly today, CancellationToken cancel)
    {
        var tasks = await TasksAsync(today, cancel);
        var ids = tasks.ConvertAll(task => task.Id);
        var told = (await database.Set<TaskWarning>().AsNoTracking().Where(row => ids.Contains(row.TaskId))
            .Select(row => new { row.TaskId, row.Occasion, row.PersonId }).ToListAsync(cancel))
            .Select(row => (row.TaskId, row.Occasion, row.PersonId)).ToHashSet();
        var planned = tasks.SelectMany(task => WarningPlan.For(task, rules, calendar, today))
            .Where(warning => told.Add((warning.Task.Id, warning.Occasion, warning.PersonId))).ToList();
        database.AddRange(planned.Select(warning => new TaskWarning
        {
            TaskId = warning.Task.Id,
            Occasion = warning.Occasion,
            PersonId = warning.PersonId,
            Kind = warning.Kind,
            Level = warning.Level,
            Reason = warning.Task.Reason,
            WarnedOn = today,
        }));
        foreach (var ofPerson in planned.GroupBy(warning => warning.PersonId))
        {
            var urgentFirst = ofPerson.OrderBy(warning => warning.Kind == WarningKind.Late ? 0 : 1).ThenBy(warning => warning.Task.Since);
            Tell(ofPerson.Key, [.. urgentFirst], today);
        }
    }

    private void Tell(Guid person, List<PlannedWarning> warnings, DateOnly today)
    {
        string[] counts =
        [
            Count(warnings, WarningKind.Late, "quá hạn"), Count(warnings, WarningKind.Soon, "sắp đến hạn"),
            Count(warnings, WarningKind.Unclear, "chưa đủ dữ liệu"),
        ];
        var lines = warnings.Take(MostNamed).Select(warning => $"{warning.Task.Title}: {warning.Task.Reason}.");
        var more = warnings.Count > MostNamed ? [$"Và {warnings.Count - MostNamed} nhiệm vụ khác."] : Array.Empty<string>();
        notices.Post(new Notice(person, KindCode, "Nhiệm vụ cần xem: " + string.Join(", ", counts.Where(text => text.Length > 0)), Address,
            string.Join('\n', lines.Concat(more)), string.Create(CultureInfo.InvariantCulture, $"work.warning:{today:yyyy-MM-dd}")));
    }

    private static string Count(List<PlannedWarning> warnings, WarningKind kind, string words) =>
        warnings.Count(warning => warning.Kind == kind) is > 0 and var count ? $"{count} {words}" : "";

    /// <summary>While somebody is away, their deputy is told.</summary>
    private async Task<List<WarnedTask>> TasksAsync(DateOnly today, CancellationToken cancel)
    {
        var deputies = (await database.Set<Delegation>().AsNoTracking().Where(row => row.StartsOn <= today && row.EndsOn >= today)
            .ToListAsync(cancel)).GroupBy(row => row.PersonId).ToDictionary(group => group.Key, group => group.First().DeputyPersonId);
        var heads = await database.Set<UnitRow>().AsNoTracking().Where(unit => unit.HeadPersonId != null)
            .ToDictionaryAsync(unit => unit.Id, unit => unit.HeadPersonId!.Value, cancel);
        var rows = await (from standing in database.Set<TaskStanding>().AsNoTracking()
                          join task in database.Set<WorkTask>() on standing.TaskId equals task.Id
                          where WarnedStates.Contains(standing.State)
                          select new
                          {
                              task.Id,
                              task.Text,
                              standing.State,
                              standing.Reason,
                              standing.Since,
                              task.ResponsiblePersonId,
                              task.LeadUnitId,
                              task.LeaderPersonId,
                          }).ToListAsync(cancel);
        return rows.ConvertAll(row => new WarnedTask(row.Id, WorkTask.Shorten(row.Text), Enum.Parse<StandingState>(row.State), row.Reason,
            row.Since, Present(row.ResponsiblePersonId),
            Present(row.LeadUnitId is { } unit && heads.TryGetValue(unit, out var head) ? head : null), Present(row.LeaderPersonId)));

        Guid? Present(Guid? person) => person is { } one && deputies.TryGetValue(one, out var deputy) ? deputy : person;
    }
}
