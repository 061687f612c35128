using NamRo.Language;
using NamRo.Ui.Parts;

namespace NamRo.Plans.Domain;

/// <summary>Something in a row of which a person should make sure; the words are Vietnamese.</summary>
internal sealed record RowDoubt(ClearKind Clear, string Words);

/// <summary>What is unsure in a row. A row without doubts may be accepted with all other certain ones in one stroke.</summary>
internal static class RowDoubts
{
    /// <summary>Below it the extractor calls itself unsure.</summary>
    private const double Unsure = 0.5;

    public static IReadOnlyList<RowDoubt> Of(RowContent content, double confidence)
    {
        var doubts = content is TaskContent task ? OfTask(task) : OfTarget((TargetContent)content);
        return confidence < Unsure ? [new RowDoubt(ClearKind.Work, "độ tin cậy thấp"), .. doubts] : doubts;
    }

    private static List<RowDoubt> OfTask(TaskContent task)
    {
        var doubts = new List<RowDoubt>();
        if (task.LeadUnitId is null)
        {
            doubts.Add(new RowDoubt(ClearKind.Responsibility, task.LeadUnits.Count == 0 ? "chưa nêu" : "chưa khớp đơn vị"));
        }

        if (task.Deadline.Kind == DeadlineKind.None)
        {
            doubts.Add(new RowDoubt(ClearKind.Time, task.DeadlineText is null ? "chưa nêu" : "chưa hiểu"));
        }

        if (task.Output is null)
        {
            doubts.Add(new RowDoubt(ClearKind.Result, "chưa nêu"));
        }

        return doubts;
    }

    private static List<RowDoubt> OfTarget(TargetContent target) =>
        target.Value is null ? [new RowDoubt(ClearKind.Result, "không có số")] : [];
}
