using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Review;

/// <summary>Room between rows for those that come in later.</summary>
internal static class RowPlaces
{
    /// <summary>The distance at which new rows may stand from one another behind a row without passing the next one.</summary>
    public static async Task<int> RoomAfterAsync(AppDb database, PlanRow row, int count, CancellationToken cancel)
    {
        var next = await database.Set<PlanRow>().Where(each => each.PlanId == row.PlanId && each.Kind == row.Kind
            && each.Position > row.Position).OrderBy(each => each.Position).Select(each => (int?)each.Position).FirstOrDefaultAsync(cancel);
        return Math.Max(1, ((next ?? row.Position + PlanRow.Gap) - row.Position) / count);
    }

    /// <summary>The place behind the last row of a kind.</summary>
    public static async Task<int> LastAsync(AppDb database, Guid plan, RowKind kind, CancellationToken cancel) =>
        PlanRow.Gap + (await database.Set<PlanRow>().Where(row => row.PlanId == plan && row.Kind == kind)
            .MaxAsync(row => (int?)row.Position, cancel) ?? 0);
}
