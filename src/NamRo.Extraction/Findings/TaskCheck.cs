using System.Globalization;
using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>What single tasks lack of the five clears, and what in them cannot be right.</summary>
internal static class TaskCheck
{
    private const double Unsure = 0.5;

    public static IEnumerable<Finding> Check(IReadOnlyList<TaskDraft> tasks, DocumentHeader header, DateOnly? today)
    {
        var statesOutputs = tasks.Any(t => t.Output is not null);
        foreach (var task in tasks)
        {
            foreach (var (rule, severity, message) in Faults(task, header, today, statesOutputs))
            {
                yield return new Finding(rule, severity, $"{Name(task)}: {message}", task.Source);
            }
        }
    }

    private static IEnumerable<(string Rule, Severity Severity, string Message)> Faults(
        TaskDraft task, DocumentHeader header, DateOnly? today, bool statesOutputs)
    {
        if (task.LeadUnits.Count == 0)
        {
            yield return ("task.unit-missing", Severity.Warning, "chưa có đơn vị chủ trì");
        }

        if (statesOutputs && task.Output is null)
        {
            yield return ("task.output-missing", Severity.Warning, "chưa có sản phẩm đầu ra");
        }

        if (task.DeadlineText is null)
        {
            yield return ("task.deadline-missing", Severity.Warning, "chưa có thời gian hoàn thành");
        }
        else if (task.Deadline.Kind == DeadlineKind.None)
        {
            yield return ("task.deadline-unclear", Severity.Warning, $"chưa hiểu thời gian \"{task.DeadlineText}\"");
        }

        if (task.Deadline.Due is { } due)
        {
            if (header.IssuedOn is { } issued && due < issued)
            {
                yield return ("task.deadline-before-issue", Severity.Error, $"hạn {Day(due)} trước ngày ban hành {Day(issued)}");
            }
            else if (today is { } now && due < now)
            {
                yield return ("task.deadline-past", Severity.Information, $"hạn {Day(due)} đã qua");
            }
        }

        foreach (var unit in task.LeadUnits.Concat(task.CoUnits).Where(u => !OrganNames.StartsWithOrgan(u)))
        {
            yield return ("unit.unrecognised", Severity.Warning, $"\"{unit}\" không giống tên một cơ quan, đơn vị");
        }

        if (task.Confidence < Unsure)
        {
            yield return ("reading.doubt", Severity.Warning, "chữ đọc chưa chắc, cần đối chiếu với bản gốc");
        }
    }

    private static string Name(TaskDraft task) => task.Section is { } section ? $"Nhiệm vụ {section}"
        : $"Nhiệm vụ \"{(task.Text.Length > 50 ? task.Text[..50] + "…" : task.Text)}\"";

    private static string Day(DateOnly day) => day.ToString("d/M/yyyy", CultureInfo.InvariantCulture);
}
