using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>
/// Tasks whose row is also an indicator ("Tỷ lệ số hóa hồ sơ đạt 95%"): marked, and matched with the targets stated elsewhere.
/// </summary>
internal sealed class TaskTargets(DocumentReading reading)
{
    private const int LatestStart = 25;
    private const int ShortestAlike = 30;
    private static readonly string[] Measures = [
        .. new[] { "tỷ lệ", "số lượng", "mức độ", "chỉ số", "tỷ trọng", "phấn đấu", "bảo đảm", "đảm bảo", "tối thiểu", "ít nhất" }
            .Select(VietnameseText.Fold)];

    /// <summary>The tasks with their mark, the targets with those found in tasks alone, and what does not agree.</summary>
    public (List<TaskDraft> Tasks, List<TargetDraft> Targets, List<Finding> Findings) Reconcile(
        IReadOnlyList<TaskDraft> tasks, IReadOnlyList<TargetDraft> targets)
    {
        var marked = new List<TaskDraft>(tasks.Count);
        var all = targets.ToList();
        var findings = new List<Finding>();
        var met = new HashSet<TargetDraft>();
        var keys = targets.Select(t => Key(t.Text)).ToList();
        foreach (var task in tasks)
        {
            var clauses = task.Origin == TaskOrigin.Narrative ? [] : ClauseReader.Read(task.Text);
            var opens = clauses.Count > 0 && OpensAsMeasure(task.Text, clauses[0].Quantity);
            var isTarget = opens;
            foreach (var clause in clauses)
            {
                var target = Target(task, clause);
                var key = Key(target.Text);
                var at = keys.FindIndex(k => SayTheSame(k, key));
                if (at < 0)
                {
                    all.AddRange(opens ? [target] : []);
                    continue;
                }

                var same = targets[at];
                isTarget = true;
                met.Add(same);
                if (same.Value != target.Value)
                {
                    findings.Add(Differs(same, target));
                }
            }

            marked.Add(isTarget ? task with { IsTarget = true } : task);
        }

        AddSinglePlaces(targets, all, met, findings);
        return (marked, [.. all.OrderBy(t => t.Source.Span.From)], findings);
    }

    private static Finding Differs(TargetDraft stated, TargetDraft assigned) => new(
        "target.differs",
        Severity.Error,
        $"Chỉ tiêu \"{Short(stated.Text)}\": mục tiêu ghi {stated.Value} {stated.Unit}, nhiệm vụ ghi {assigned.Value} {assigned.Unit}",
        assigned.Source);

    /// <summary>Where the annex repeats targets, one that stands in one of the two places alone is worth a look.</summary>
    private static void AddSinglePlaces(
        IReadOnlyList<TargetDraft> stated, List<TargetDraft> all, HashSet<TargetDraft> met, List<Finding> findings)
    {
        if (met.Count == 0)
        {
            return;
        }

        foreach (var target in stated.Where(t => t.Comparator != Comparator.None && !met.Contains(t)))
        {
            findings.Add(
                new Finding(
                    "target.single-place", Severity.Information,
                        $"Chỉ tiêu \"{Short(target.Text)}\" có ở mục tiêu nhưng không có trong bảng nhiệm vụ", target.Source));
        }

        foreach (var target in all.Where(t => t.Origin == TargetOrigin.Task))
        {
            findings.Add(
                new Finding(
                    "target.single-place", Severity.Information, $"Chỉ tiêu \"{Short(target.Text)}\" chỉ có trong bảng nhiệm vụ",
                        target.Source));
        }
    }

    private TargetDraft Target(TaskDraft task, MeasuredClause clause) =>
        new(clause.Range.Of(task.Text), TargetOrigin.Task, Quotes.Of(reading, task.Source.Span, task.Source.Page))
        {
            Section = task.Section,
            Comparator = clause.Quantity.Comparator,
            Value = clause.Quantity.Value,
            UpperValue = clause.Quantity.Upper,
            Unit = clause.Quantity.Unit,
            Baseline = clause.Quantity.Baseline,
            BaselineText = clause.Quantity.BaselineRange?.Of(task.Text),
            Confidence = task.Confidence,
        };

    private static bool OpensAsMeasure(string text, Quantity first)
    {
        var key = VietnameseText.Fold(text);
        return first.NumberRange.From < LatestStart || Array.Exists(Measures, m => key.StartsWith(m, StringComparison.Ordinal));
    }

    /// <summary>A text as it is compared, and the same without its figures.</summary>
    private static (string Whole, string Words) Key(string text)
    {
        var whole = VietnameseText.FoldLoose(text).TrimEnd('.', ' ');
        return (whole, string.Concat(whole.Where(c => !char.IsDigit(c) && c is not (',' or '%'))));
    }

    /// <summary>The same words; or the same but for the figures: the case in which the two places contradict each other.</summary>
    private static bool SayTheSame((string Whole, string Words) one, (string Whole, string Words) other)
    {
        var (a, b) = (one.Whole, other.Whole);
        return a == b || (a.Length > ShortestAlike && b.Length > ShortestAlike
            && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal) || one.Words == other.Words));
    }

    private static string Short(string text) => text.Length > 80 ? text[..80] + "…" : text;
}
