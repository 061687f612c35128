using System.Globalization;
using NamRo.Plans.Comparing;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;

namespace NamRo.Plans.Amending;

/// <summary>Rows of a plan as the comparison sees them: units by the ward's names where they are known.</summary>
internal static class PlanRows
{
    public static ComparedRow Compared(PlanRow row, WardDirectory directory) => Compared(row.Id, row.Content, directory);

    public static ComparedRow Compared(Guid id, RowContent content, WardDirectory directory) => content switch
    {
        TaskContent task => new ComparedRow(id.ToString(), RowKind.Task, task.Text)
        {
            Number = task.Section ?? task.Number,
            Group = task.GroupTitle,
            Leader = task.Leader,
            LeadUnits = directory.NameOf(task.LeadUnitId) is { } unit ? [unit] : task.LeadUnits,
            CoUnits = task.CoUnits,
            Output = task.Output,
            DeadlineText = task.DeadlineText,
            Deadline = task.Deadline,
        },
        TargetContent target => new ComparedRow(id.ToString(), RowKind.Target, target.Text)
        {
            Number = target.Section,
            LeadUnits = directory.NameOf(target.LeadUnitId) is { } unit ? [unit] : [],
            Comparator = target.Comparator,
            Value = target.Value,
            UpperValue = target.UpperValue,
            MeasureUnit = target.MeasureUnit,
            Baseline = target.BaselineText ?? target.Baseline?.ToString(CultureInfo.InvariantCulture),
            PeriodFrom = target.PeriodFrom,
            PeriodTo = target.PeriodTo,
        },
        _ => throw new InvalidOperationException("A row is a task or a target."),
    };

    public static Guid Id(this ComparedRow row) => Guid.Parse(row.Key);
}
