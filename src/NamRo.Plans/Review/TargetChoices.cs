using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;

namespace NamRo.Plans.Review;

/// <summary>The targets to which a task may be linked, likely ones first.</summary>
internal sealed class TargetChoices(AppDb database)
{
    private const int MostOffered = 60;

    public async Task<IReadOnlyList<SelectListItem>> ForAsync(Guid plan, TaskContent? task, CancellationToken cancel)
    {
        var targets = await database.Set<PlanRow>().AsNoTracking().Where(row => row.PlanId == plan && row.Kind == RowKind.Target
            && (row.State == RowState.Pending || row.State == RowState.Accepted)).OrderBy(row => row.Position).ToListAsync(cancel);
        var likely = task is null ? [] : TargetProposals.For(task, targets).ToHashSet();
        var linked = task?.TargetIds ?? [];
        return [.. targets.OrderBy(row => !linked.Contains(row.Id)).ThenBy(row => !likely.Contains(row.Id)).Take(MostOffered)
            .Select(row => new SelectListItem((likely.Contains(row.Id) ? "★ " : "") + row.Content.Text, row.Id.ToString()))];
    }
}
