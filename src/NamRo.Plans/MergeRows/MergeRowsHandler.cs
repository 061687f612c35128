using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;
using NamRo.Plans.Review;

namespace NamRo.Plans;

/// <summary>Joins a row to the one above it in the document.</summary>
internal sealed record MergeRows(RowAct Act);

internal sealed class MergeRowsHandler(AppDb database, ReviewJournal journal, WardClock clock)
{
    public Task<Outcome> HandleAsync(MergeRows command, CancellationToken cancel) =>
        journal.StepAsync(command.Act, StepKind.Merge, row => MergeAsync(row, cancel), cancel);

    private async Task<Refusal?> MergeAsync(PlanRow row, CancellationToken cancel)
    {
        var above = await database.Set<PlanRow>().Where(each => each.PlanId == row.PlanId && each.Kind == row.Kind
            && each.IsNarrative == row.IsNarrative && each.State != RowState.Replaced && each.Position < row.Position)
            .OrderByDescending(each => each.Position).FirstOrDefaultAsync(cancel);
        if (above is null)
        {
            return PlanRefusals.NothingAbove;
        }

        foreach (var each in new[] { above, row })
        {
            journal.Touch(each, changesContent: false);
            each.Replace();
        }

        var joined = Join(above.Content, row.Content);
        journal.Add(PlanRow.Make(Guid.CreateVersion7(clock.Now), row.PlanId, joined, above.Position, [above, row]));
        return null;
    }

    /// <summary>The upper row says who and when; what it leaves out the lower one fills in.</summary>
    private static RowContent Join(RowContent upper, RowContent lower)
    {
        var text = $"{upper.Text} {lower.Text}";
        if (upper is not TaskContent one || lower is not TaskContent other)
        {
            return upper with { Text = text };
        }

        return one with
        {
            Text = text,
            Leader = one.Leader ?? other.Leader,
            LeaderPersonId = one.LeaderPersonId ?? other.LeaderPersonId,
            LeadUnits = one.LeadUnits.Count > 0 ? one.LeadUnits : other.LeadUnits,
            LeadUnitId = one.LeadUnitId ?? other.LeadUnitId,
            CoUnits = [.. one.CoUnits.Union(other.CoUnits, StringComparer.Ordinal)],
            CoUnitIds = [.. one.CoUnitIds.Union(other.CoUnitIds)],
            Output = one.Output ?? other.Output,
            DeadlineText = one.DeadlineText ?? other.DeadlineText,
            Deadline = one.DeadlineText is null ? other.Deadline : one.Deadline,
            Parts = [.. one.Parts, .. other.Parts],
            TargetIds = [.. one.TargetIds.Union(other.TargetIds)],
        };
    }
}
