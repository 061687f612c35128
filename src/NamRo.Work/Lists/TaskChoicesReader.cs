using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;
using NamRo.Work.Domain;

namespace NamRo.Work.Lists;

/// <summary>What the filters of a list of tasks offer, by name.</summary>
internal sealed record TaskChoices(IReadOnlyList<SelectListItem> Units, IReadOnlyList<SelectListItem> Leaders,
    IReadOnlyList<SelectListItem> Groups)
{
    public static TaskChoices None { get; } = new([], [], []);
}

/// <summary>Finds the leaders and groups that tasks name, and the units at work today.</summary>
internal sealed class TaskChoicesReader(AppDb database, TaskQuery tasks, WardClock clock, SharedReading<Guid, TaskChoices> shared)
{
    /// <param name="listed">The tasks of the list.</param>
    /// <param name="isOfWholeWard">Those of the whole ward: the same for all who see all of it, and read once for them.</param>
    /// <param name="cancel">Ends the read.</param>
    public Task<TaskChoices> ReadAsync(IQueryable<WorkTask> listed, bool isOfWholeWard, CancellationToken cancel) => isOfWholeWard
        ? shared.GetAsync(database.WardId, () => ReadAsync(listed, cancel), cancel) : ReadAsync(listed, cancel);

    private async Task<TaskChoices> ReadAsync(IQueryable<WorkTask> listed, CancellationToken cancel)
    {
        var today = clock.Today;
        var named = await (from pair in listed.Select(task => new { task.LeaderPersonId, task.GroupTitle }).Distinct()
                           from leader in database.Set<PersonRow>().Where(person => person.Id == pair.LeaderPersonId).DefaultIfEmpty()
                           select new { pair.LeaderPersonId, leader.FullName, pair.GroupTitle }).ToListAsync(cancel);
        var leaders = named.Where(row => row.LeaderPersonId is not null && row.FullName is not null).DistinctBy(row => row.LeaderPersonId);
        return new(
            [.. (await tasks.UnitsAsync(cancel)).Where(unit => unit.ValidTo is null || unit.ValidTo >= today)
                .OrderBy(unit => unit.Name, StringComparer.CurrentCulture).Select(unit => Choice(unit.Name, unit.Id))],
            [.. leaders.OrderBy(row => row.FullName, StringComparer.CurrentCulture)
                .Select(row => Choice(row.FullName, row.LeaderPersonId!.Value))],
            [.. named.Select(row => row.GroupTitle).OfType<string>().Distinct().Order(StringComparer.CurrentCulture)
                .Select(title => new SelectListItem(title, title))]);
    }

    private static SelectListItem Choice(string name, Guid id) => new(name, id.ToString());
}
