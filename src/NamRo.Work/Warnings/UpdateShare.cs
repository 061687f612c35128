using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Schedule;
using NamRo.Work.Domain;

namespace NamRo.Work.Warnings;

/// <summary>How many of the progress updates due in a month came.</summary>
internal sealed record UpdateShare(int Updated, int Owed)
{
    /// <summary>What the plans ask for: at least 90 % of tasks updated every month (Nam Đồng, 1.2.2(4)).</summary>
    public const int GoalPercent = 90;

    /// <summary>Null: nothing was owed.</summary>
    public decimal? Percent => Owed == 0 ? null : Math.Round(100m * Updated / Owed, 1);

    public bool IsReached => Percent is not { } percent || percent >= GoalPercent;

    /// <summary>Of the updates due from the first of the day's month up to the day.</summary>
    public static async Task<UpdateShare> ReadAsync(AppDb database, DateOnly day, CancellationToken cancel)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        var owed = database.Set<Obligation>()
            .Where(row => row.Kind == ObligationKind.MonthlyUpdate && row.DueOn >= first && row.DueOn <= day);
        return new UpdateShare(await owed.CountAsync(row => row.FulfilledBy != null, cancel), await owed.CountAsync(cancel));
    }
}
