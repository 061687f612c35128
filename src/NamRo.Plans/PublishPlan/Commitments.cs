using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;
using NamRo.Targets.Contracts;
using NamRo.Work.Contracts;

namespace NamRo.Plans;

/// <summary>What the accepted rows of a plan commit the ward to. A row's key is the key of its commitment.</summary>
internal sealed class Commitments(AppDb database, WardClock clock)
{
    public async Task<(IReadOnlyList<TargetCommitment> Targets, IReadOnlyList<TaskCommitment> Tasks)> OfAsync(PlanDocument plan,
        CancellationToken cancel)
    {
        var directory = await WardDirectory.LoadAsync(database, clock, cancel);
        var rows = await database.Set<PlanRow>().AsNoTracking().Where(row => row.PlanId == plan.Id && row.State == RowState.Accepted)
            .OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancel);
        var startsOn = plan.IssuedOn ?? clock.Today;
        var targets = rows.Where(row => row.Kind == RowKind.Target).ToList();
        var known = targets.ToDictionary(row => row.Id, row => row.CommitmentKey);
        var tasks = rows.Where(row => row.Kind == RowKind.Task)
            .Select((row, index) => Task(plan, row, index + 1, startsOn, known, directory));
        return ([.. targets.Select((row, index) => Target(plan, row, index + 1, startsOn))], [.. tasks]);
    }

    private static TargetCommitment Target(PlanDocument plan, PlanRow row, int ordinal, DateOnly startsOn)
    {
        var target = row.Target;
        return new TargetCommitment(row.CommitmentKey, plan.Id, ordinal, target.Text)
        {
            PlanTitle = plan.Title,
            Section = target.Section,
            Comparator = target.Comparator,
            Value = target.Value,
            UpperValue = target.UpperValue,
            MeasureUnit = target.MeasureUnit,
            Baseline = target.Baseline,
            BaselineText = target.BaselineText,
            PeriodFrom = target.PeriodFrom,
            PeriodTo = target.PeriodTo,
            LeadUnitId = target.LeadUnitId,
            StartsOn = startsOn,
            Source = row.Source,
        };
    }

    private static TaskCommitment Task(PlanDocument plan, PlanRow row, int ordinal, DateOnly startsOn, Dictionary<Guid, Guid> targets,
        WardDirectory directory)
    {
        var task = row.Task;
        return new TaskCommitment(row.CommitmentKey, plan.Id, ordinal, task.Text)
        {
            PlanTitle = plan.Title,
            Number = task.Section ?? task.Number,
            Group = task.GroupTitle,
            LeadUnitId = task.LeadUnitId,
            CoUnitIds = task.CoUnitIds,
            CoUnitText = RowMatcher.UnmatchedCoUnits(task, directory),
            LeaderPersonId = task.LeaderPersonId,
            LeaderText = task.Leader,
            Output = task.Output,
            DeadlineText = task.DeadlineText,
            Deadline = task.Deadline,
            StartsOn = startsOn,
            Parts = [.. task.Parts.Select(part => new TaskCommitmentPart(part.Number, part.Text))],
            TargetIds = [.. task.TargetIds.Where(targets.ContainsKey).Select(id => targets[id])],
            Source = row.Source,
        };
    }
}
