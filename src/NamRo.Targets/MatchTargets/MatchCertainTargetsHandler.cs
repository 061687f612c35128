using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <summary>Confirms at once what leaves no doubt: one indicator fits by its phrases, no other comes near.</summary>
internal sealed class MatchCertainTargetsHandler(AppDb database, MatchTargetHandler handler) : ITargetMatching
{
    private const int MostTargets = 1000;

    public async Task<int> MatchCertainAsync(CancellationToken cancel)
    {
        var count = 0;
        foreach (var (target, proposals) in await ProposeAsync(cancel))
        {
            if (IndicatorMatcher.CertainOf(proposals) is { } indicator
                && await handler.HandleAsync(new MatchTarget(target.Id, indicator.Id), cancel) is Outcome.Done)
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Targets that nobody has matched, those of the newest plan first, each with what it may be.</summary>
    public async Task<IReadOnlyList<(TargetRow Target, IReadOnlyList<IndicatorProposal> Proposals)>> ProposeAsync(
        CancellationToken cancel)
    {
        var catalogue = await database.Set<Indicator>().AsNoTracking().OrderBy(row => row.Id).Take(ListIndicatorsPage.Most)
            .ToListAsync(cancel);
        var matcher = new IndicatorMatcher(catalogue);
        var targets = await database.Set<TargetRow>().AsNoTracking().Where(row => !row.IsMatched && row.EndedOn == null)
            .OrderByDescending(row => row.PlanId).ThenBy(row => row.Ordinal).Take(MostTargets).ToListAsync(cancel);
        return [.. targets.Select(target => (target, matcher.Propose(target.Text, target.Kind, target.MeasureUnit)))];
    }
}
