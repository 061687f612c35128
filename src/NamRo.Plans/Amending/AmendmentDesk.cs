using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;
using NamRo.Plans.Comparing;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;

namespace NamRo.Plans.Amending;

/// <summary>Lays an amending plan beside the plan it amends, by what people have decided and by the comparison for the rest.</summary>
internal sealed class AmendmentDesk(AppDb database, RowsInForce inForce, WardClock clock)
{
    public Task<Amendment?> FindAsync(Guid plan, CancellationToken cancel) =>
        database.Set<Amendment>().AsNoTracking().SingleOrDefaultAsync(row => row.PlanId == plan, cancel);

    public async Task<AmendmentDiff> CompareAsync(Amendment amendment, CancellationToken cancel)
    {
        var plans = await database.Set<PlanDocument>().AsNoTracking()
            .Where(row => row.Id == amendment.PlanId || row.Id == amendment.FormerPlanId).ToDictionaryAsync(row => row.Id, cancel);
        var directory = await WardDirectory.LoadAsync(database, clock, cancel);
        var former = await FormerAsync(amendment, cancel);
        var present = await PresentAsync(amendment.PlanId, cancel);
        var choices = await database.Set<AmendmentChoice>().AsNoTracking().Where(row => row.AmendmentId == amendment.Id)
            .OrderBy(row => row.DecidedAt).ToListAsync(cancel);
        var changes = PlanComparison.Compare([.. former.Select(row => PlanRows.Compared(row, directory))],
            [.. present.Select(row => PlanRows.Compared(row, directory))],
            [.. choices.Select(choice => new RowPin(choice.FormerRowId?.ToString(), choice.PresentRowId?.ToString()))]);
        var lines = changes.Select((change, index) => Line(change, index + 1, amendment.Mode, choices)).ToList();
        return new AmendmentDiff(amendment, plans[amendment.PlanId], plans[amendment.FormerPlanId], lines);
    }

    /// <summary>An approved amendment is history: the former plan as it stood then, before what came later.</summary>
    private async Task<IReadOnlyList<PlanRow>> FormerAsync(Amendment amendment, CancellationToken cancel)
    {
        if (!amendment.IsApproved)
        {
            return await inForce.OfAsync(amendment.FormerPlanId, cancel);
        }

        return await database.Set<PlanRow>().AsNoTracking().Where(row => database.Set<AmendmentChoice>()
            .Any(choice => choice.AmendmentId == amendment.Id && choice.FormerRowId == row.Id))
            .OrderBy(row => row.Kind).ThenBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancel);
    }

    /// <summary>Rows that stand in the plan or may still: running text counts only once a person has accepted it.</summary>
    private Task<List<PlanRow>> PresentAsync(Guid plan, CancellationToken cancel) => database.Set<PlanRow>().AsNoTracking()
        .Where(row => row.PlanId == plan
            && (row.State == RowState.Accepted || (row.State == RowState.Pending && !row.IsNarrative)))
        .OrderBy(row => row.Kind).ThenBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancel);

    private static DiffLine Line(RowChange change, int ordinal, AmendmentMode mode, List<AmendmentChoice> choices)
    {
        var former = change.Former.Select(row => (Guid?)row.Id()).ToHashSet();
        var present = change.Present.Select(row => (Guid?)row.Id()).ToHashSet();
        var choice = choices.FindLast(choice => (choice.PresentRowId is not null && present.Contains(choice.PresentRowId))
            || (choice.FormerRowId is not null && former.Contains(choice.FormerRowId)));
        var fate = change.Kind != ChangeKind.Dropped ? Fate.Repeated : choice?.Kind switch
        {
            ChoiceKind.CarriedOver => mode == AmendmentMode.Adjusts ? Fate.Stays : Fate.CarriedOver,
            ChoiceKind.Ends => Fate.Ends,
            _ => mode == AmendmentMode.Adjusts ? Fate.Stays : Fate.Ends,
        };
        return new DiffLine(ordinal, change, fate, choice?.DecidedByName);
    }
}
