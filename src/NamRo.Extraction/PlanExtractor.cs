using System.Globalization;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>Turns a reading into a plan draft. Pure: the same reading gives the same draft.</summary>
public static class PlanExtractor
{
    private const int FirstYear = 2015;
    private const int LastYear = 2045;

    /// <param name="reading">What was read from the file.</param>
    /// <param name="today">Used for findings about past deadlines; null leaves them out.</param>
    /// <param name="hints">What the ward has told about its words; null: the general rules alone.</param>
    public static PlanDraft Extract(DocumentReading reading, DateOnly? today = null, ExtractionHints? hints = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        hints ??= ExtractionHints.None;
        var (header, blanks) = HeaderReader.Read(reading);
        var dates = new DeadlineContext(header.IssuedOn, PlanYear(header, reading.Text), hints);
        var outline = OutlineBuilder.Build(reading);
        var tables = PlanTables.Find(outline, hints);
        var (tasks, targets, contradictions) =
            new TaskTargets(reading).Reconcile(Tasks(reading, dates, outline, tables), TargetExtractor.Extract(reading, outline, tables));
        List<Finding> findings =
        [
            .. reading.Notices
                .Select(n =>
                    new Finding(n.Rule, Severity.Warning, n.Message, n.Page > 0 ? new SourceQuote(n.Page, default, string.Empty) : null)),
            .. blanks,
            .. NumberingCheck.InSections(outline, reading),
            .. tables.Where(t => t.Columns.HoldsTasks)
                .SelectMany(t => NumberingCheck.InRows(new TaskRows(t.Table, t.Columns).Logical(), reading)),
            .. TaskCheck.Check([.. tasks.Where(t => t.Origin != TaskOrigin.Narrative)], header, today),
            .. tasks.SelectMany(t => CutOffCheck.Check(t, reading)),
            .. contradictions,
        ];
        if (tasks.Count == 0 && targets.Count == 0)
        {
            findings.Add(
                new Finding("plan.empty", Severity.Warning, "Không thấy nhiệm vụ hay chỉ tiêu nào; tệp có thể không phải là kế hoạch"));
        }

        return new PlanDraft(header, targets, tasks, findings);
    }

    private static List<TaskDraft> Tasks(
        DocumentReading reading, DeadlineContext dates, OutlineNode outline, IReadOnlyList<PlanTable> tables)
    {
        var tasks = new List<TaskDraft>();
        foreach (var table in tables.Where(t => t.Columns.HoldsTasks))
        {
            tasks.AddRange(new TableTasks(reading, dates).Read(table.Table, table.Columns, table.Node.Parent!));
        }

        tasks.AddRange(new BlockTasks(reading, dates).Read(outline));
        var taken = tasks.ConvertAll(t => t.Source.Span);
        tasks.AddRange(new NarrativeTasks(reading, dates).Read(outline, taken));
        return [.. tasks.OrderBy(t => t.Source.Span.From)];
    }

    /// <summary>The year that the subject names, else the year of issue, else the year most often named in the text.</summary>
    internal static int? PlanYear(DocumentHeader header, string text)
    {
        var subject = header.Subject is null ? [] : Years(header.Subject);
        if (subject.Count > 0)
        {
            return subject[^1];
        }

        return header.IssuedOn?.Year
            ?? Years(text).GroupBy(y => y).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).Select(g => (int?)g.Key)
                .FirstOrDefault();
    }

    /// <summary>Years in "năm 2026": other numbers of four digits may be anything.</summary>
    private static List<int> Years(string text)
    {
        const string word = "năm ";
        var years = new List<int>();
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at =
            text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var digits = text.AsSpan(at + word.Length, Math.Min(4, text.Length - at - word.Length));
            if (digits.Length == 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && year is >= FirstYear and <= LastYear)
            {
                years.Add(year);
            }
        }

        return years;
    }
}
