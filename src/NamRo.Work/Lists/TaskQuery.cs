using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Language;
using NamRo.Ui.Lists;
using NamRo.Work.Domain;
using NamRo.Work.Standing;

namespace NamRo.Work.Lists;

/// <summary>One line of a list of tasks, with the names that it shows.</summary>
internal sealed record TaskLine(Guid Id, string PlanTitle, string? Number, string? GroupTitle, string Text, string? Output,
    Guid? LeadUnitId, string? LeadUnit, Guid? ResponsiblePersonId, string? ResponsiblePerson, Guid? LeaderPersonId, string? Leader,
    string? DeadlineText, DateOnly? DueNow, string State, string Reason, DateOnly? NextDue)
{
    /// <summary>Where it stands in the list; what is not due stands last.</summary>
    public DateOnly SortDay => NextDue ?? DateOnly.MaxValue;

    public StandingState? Standing => StandingWords.Parse(State);
}

/// <summary>Finds tasks by the conditions that an address names; lists and exports share it.</summary>
internal sealed class TaskQuery(AppDb database)
{
    public const string Unit = "don-vi";
    public const string Leader = "lanh-dao";
    public const string Group = "nhom";
    public const string State = "tinh-trang";
    public const string Period = "thang";
    public const string Words = "tu-khoa";

    /// <summary>Key of a target that the tasks serve.</summary>
    public const string Target = "chi-tieu";

    /// <summary>In the order of the list, without its place.</summary>
    public IQueryable<TaskLine> Find(IQueryable<WorkTask> tasks, ListQuery query, StandingState? only = null)
    {
        tasks = Filter(tasks, query);
        // Every task has a standing; the list is read in the order of an index over these.
        var lines = from standing in database.Set<TaskStanding>()
                    join task in tasks on standing.TaskId equals task.Id
                    select new { task, standing, day = standing.NextDue ?? DateOnly.MaxValue };
        if ((only ?? StandingWords.Parse(query[State])) is { } state)
        {
            var name = state.ToString();
            lines = lines.Where(line => line.standing.State == name);
        }

        if (DateOnly.TryParseExact(query[Period] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            var next = first.AddMonths(1);
            lines = lines.Where(line => line.standing.NextDue >= first && line.standing.NextDue < next);
        }

        if (Cursor.TryDecode(query.After ?? query.Before, out var cursor)
            && DateOnly.TryParseExact(cursor.Value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var id = cursor.Id;
            lines = query.IsBackward != query.IsDescending
                ? lines.Where(line => line.day < day || (line.day == day && line.standing.TaskId < id))
                : lines.Where(line => line.day > day || (line.day == day && line.standing.TaskId > id));
        }

        lines = query.IsBackward != query.IsDescending
            ? lines.OrderByDescending(line => line.day).ThenByDescending(line => line.standing.TaskId)
            : lines.OrderBy(line => line.day).ThenBy(line => line.standing.TaskId);
        return from line in lines
               from unit in database.Set<UnitRow>().Where(unit => unit.Id == line.task.LeadUnitId).DefaultIfEmpty()
               from person in database.Set<PersonRow>().Where(person => person.Id == line.task.ResponsiblePersonId).DefaultIfEmpty()
               from leader in database.Set<PersonRow>().Where(person => person.Id == line.task.LeaderPersonId).DefaultIfEmpty()
               select new TaskLine(line.task.Id, line.task.PlanTitle, line.task.Number, line.task.GroupTitle, line.task.Text,
                   line.task.Output, line.task.LeadUnitId, unit.ShortName, line.task.ResponsiblePersonId, person.FullName,
                   line.task.LeaderPersonId, leader.FullName, line.task.DeadlineText, line.task.DueNow, line.standing.State,
                   line.standing.Reason, line.standing.NextDue);
    }

    /// <summary>One page of them.</summary>
    public async Task<KeysetPage<TaskLine>> PageAsync(IQueryable<WorkTask> tasks, ListQuery query, CancellationToken cancel,
        int size = KeysetPage.DefaultSize)
    {
        var fetched = await Find(tasks.AsNoTracking(), query).Take(size + 1).ToListAsync(cancel);
        return KeysetPage.Cut(fetched, query, size,
            line => new Cursor(line.SortDay.ToString("O", CultureInfo.InvariantCulture), line.Id).Encode());
    }

    /// <summary>The ward's units, which are few.</summary>
    public Task<List<UnitName>> UnitsAsync(CancellationToken cancel) => database.Set<UnitRow>()
        .Select(unit => new UnitName(unit.Id, unit.Name, unit.ShortName, unit.ValidTo)).ToListAsync(cancel);

    /// <summary>The names of the ward's units, and of the people who are named on a page.</summary>
    public async Task<TaskNames> NamesAsync(IEnumerable<Guid?> people, CancellationToken cancel)
    {
        var named = people.OfType<Guid>().Distinct().ToList();
        var units = await UnitsAsync(cancel);
        var found = named.Count == 0 ? [] : await database.Set<PersonRow>().Where(person => named.Contains(person.Id))
            .Select(person => new { person.Id, person.FullName }).ToListAsync(cancel);
        return new(units.ToDictionary(unit => unit.Id), found.ToDictionary(person => person.Id, person => person.FullName));
    }

    /// <summary>By what the plan says of them; the standing and the due month are the caller's.</summary>
    internal static IQueryable<WorkTask> Filter(IQueryable<WorkTask> tasks, ListQuery query)
    {
        if (Guid.TryParse(query[Unit], out var unit))
        {
            tasks = tasks.Where(task => task.LeadUnitId == unit || task.CoUnits.Any(other => other.UnitId == unit));
        }

        if (Guid.TryParse(query[Leader], out var leader))
        {
            tasks = tasks.Where(task => task.LeaderPersonId == leader);
        }

        if (Guid.TryParse(query[Target], out var target))
        {
            tasks = tasks.Where(task => task.TargetIds.Contains(target));
        }

        if (query[Group] is { } group)
        {
            tasks = tasks.Where(task => task.GroupTitle == group);
        }

        foreach (var word in VietnameseText.WithoutAccents(query[Words] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            tasks = tasks.Where(task => task.TextKey.Contains(word));
        }

        return tasks;
    }
}

/// <summary>A unit as pages name it.</summary>
internal sealed record UnitName(Guid Id, string Name, string ShortName, DateOnly? ValidTo);

/// <summary>Names by key.</summary>
internal sealed record TaskNames(IReadOnlyDictionary<Guid, UnitName> Units, IReadOnlyDictionary<Guid, string> People)
{
    public string? Unit(Guid? id) => id is { } key ? Units.GetValueOrDefault(key)?.ShortName : null;

    public string? Person(Guid? id) => id is { } key ? People.GetValueOrDefault(key) : null;
}
