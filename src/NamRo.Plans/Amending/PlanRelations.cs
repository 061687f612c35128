using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Amending;

/// <summary>A plan and the plan that amends it, as one of their pages links to the other.</summary>
/// <param name="OtherId">The other plan.</param>
internal sealed record PlanRelation(Guid OtherId, string OtherTitle, AmendmentMode Mode, bool IsApproved);

/// <summary>The versions around a plan: what it amends, and what amends it.</summary>
internal sealed record PlanRelations(PlanRelation? Former, IReadOnlyList<PlanRelation> Later)
{
    private const int MostShown = 20;

    public static PlanRelations None { get; } = new(null, []);

    public static async Task<PlanRelations> LoadAsync(AppDb database, Guid plan, CancellationToken cancel)
    {
        var rows = await database.Set<Amendment>().AsNoTracking().Where(row => row.PlanId == plan || row.FormerPlanId == plan)
            .OrderBy(row => row.ProposedAt).Take(MostShown)
            .Join(database.Set<PlanDocument>(), row => row.PlanId == plan ? row.FormerPlanId : row.PlanId, document => document.Id,
                (row, document) => new { row, document }).ToListAsync(cancel);
        var relations = rows.ConvertAll(pair => (IsFormer: pair.row.PlanId == plan,
            Relation: new PlanRelation(pair.document.Id, pair.document.Title, pair.row.Mode, pair.row.IsApproved)));
        return new PlanRelations(relations.Find(pair => pair.IsFormer).Relation,
            [.. relations.Where(pair => !pair.IsFormer && pair.Relation.IsApproved).Select(pair => pair.Relation)]);
    }
}
