using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Amending;

/// <summary>The rows by which a published plan holds today: its own as later plans adjusted them, and those carried over to it.</summary>
internal sealed class RowsInForce(AppDb database)
{
    /// <summary>A plan adjusts a plan that replaced a plan ...: longer chains than any ward has.</summary>
    private const int DeepestChain = 50;

    public async Task<IReadOnlyList<PlanRow>> OfAsync(Guid plan, CancellationToken cancel)
    {
        var ids = await IdsAsync(plan, 0, cancel);
        return await database.Set<PlanRow>().AsNoTracking().Where(row => ids.Contains(row.Id))
            .OrderBy(row => row.Kind).ThenBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancel);
    }

    private async Task<HashSet<Guid>> IdsAsync(Guid plan, int depth, CancellationToken cancel)
    {
        var ids = await database.Set<PlanRow>().Where(row => row.PlanId == plan && row.State == RowState.Accepted)
            .Select(row => row.Id).ToHashSetAsync(cancel);
        if (depth > DeepestChain)
        {
            return ids;
        }

        var amendments = await database.Set<Amendment>().AsNoTracking().Where(row => row.ApprovedAt != null
                && ((row.FormerPlanId == plan && row.Mode == AmendmentMode.Adjusts)
                    || (row.PlanId == plan && row.Mode == AmendmentMode.Replaces)))
            .OrderBy(row => row.ApprovedAt).ToListAsync(cancel);
        foreach (var amendment in amendments)
        {
            var choices = await database.Set<AmendmentChoice>().AsNoTracking().Where(row => row.AmendmentId == amendment.Id)
                .ToListAsync(cancel);
            if (amendment.Mode == AmendmentMode.Replaces)
            {
                ids.UnionWith(Formers(choices, ChoiceKind.CarriedOver));
                continue;
            }

            ids.ExceptWith(Formers(choices, ChoiceKind.Continues));
            ids.ExceptWith(Formers(choices, ChoiceKind.Ends));
            ids.UnionWith(await IdsAsync(amendment.PlanId, depth + 1, cancel));
        }

        return ids;
    }

    private static IEnumerable<Guid> Formers(IEnumerable<AmendmentChoice> choices, ChoiceKind kind) =>
        choices.Where(choice => choice.Kind == kind).Select(choice => choice.FormerRowId).OfType<Guid>();
}
