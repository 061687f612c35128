using NamRo.Language;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Matching;

/// <summary>Finds the ward's units and people behind the names in a row. What a person has chosen stays.</summary>
internal static class RowMatcher
{
    public static RowContent Match(RowContent content, WardDirectory directory) =>
        content is TaskContent task ? Match(task, directory) : content;

    private static TaskContent Match(TaskContent task, WardDirectory directory)
    {
        var lead = task.LeadUnitId ?? (task.LeadUnits.Count == 0 ? null : directory.FindUnit(task.LeadUnits[0]));
        var others = task.LeadUnits.Skip(1).Concat(task.CoUnits).Select(directory.FindUnit).OfType<Guid>()
            .Concat(task.CoUnitIds).Distinct().Where(unit => unit != lead).ToList();
        return task with
        {
            LeadUnitId = lead,
            CoUnitIds = others,
            LeaderPersonId = task.LeaderPersonId ?? (task.Leader is null ? null : directory.FindLeader(task.Leader)),
        };
    }

    /// <summary>Co-units as written that are none of the ward's units ("các phòng, ban"); null when there are none.</summary>
    public static string? UnmatchedCoUnits(TaskContent task, WardDirectory directory)
    {
        var rest = task.LeadUnits.Skip(1).Concat(task.CoUnits).Where(name => directory.FindUnit(name) is null)
            .Select(VietnameseText.Normalize).Distinct(StringComparer.Ordinal).ToList();
        return rest.Count == 0 ? null : string.Join("; ", rest);
    }
}
