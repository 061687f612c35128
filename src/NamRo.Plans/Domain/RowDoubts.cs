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

    private const int LeastLetters = 3;
    private const int LongestOutput = 400;

    /// <summary>Nothing ends with these: the rest stands in another cell or on another page.</summary>
    private static readonly string[] OpenEnds = [" và", " của", " các", " theo", " về", " cho", " với", " tại", " trong", " do", ",", ":"];

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

        if (task.Output is null || IsDoubtfulOutput(task.Output, task))
        {
            doubts.Add(new RowDoubt(ClearKind.Result, task.Output is null ? "chưa nêu" : "nghi đọc chưa đúng"));
        }

        return doubts;
    }

    /// <summary>
    /// A product that names nothing, is cut off in the middle, runs on like a paragraph, or repeats another column: its cell was misread.
    /// </summary>
    private static bool IsDoubtfulOutput(string output, TaskContent task)
    {
        var folded = VietnameseText.Fold(output).TrimEnd();
        return folded.Count(char.IsLetter) < LeastLetters || output.Length > LongestOutput
            || Array.Exists(OpenEnds, end => folded.EndsWith(end, StringComparison.Ordinal))
            || new[] { task.Text, task.DeadlineText }.Concat(task.LeadUnits).Concat(task.CoUnits)
                .Any(other => other is not null && VietnameseText.AreSame(other, output));
    }

    private static List<RowDoubt> OfTarget(TargetContent target) =>
        target.Value is null ? [new RowDoubt(ClearKind.Result, "không có số")] : [];
}
