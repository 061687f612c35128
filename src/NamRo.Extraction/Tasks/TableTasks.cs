using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>Tasks from tables: one a row, with group rows, merged cells and rows cut in two.</summary>
internal sealed class TableTasks(DocumentReading reading, DeadlineContext dates)
{
    private const int LongestTime = 4;
    private static readonly string[] Dittos = ["nt", "-nt-", "\"", "''", "như trên", "-//-", "//", "“"];

    /// <summary>Reads one table of tasks.</summary>
    /// <param name="columns">What its columns hold.</param>
    /// <param name="home">The node that holds the table: its titles are the outer groups.</param>
    public IReadOnlyList<TaskDraft> Read(Table table, TableColumns columns, OutlineNode home)
    {
        var rows = new TaskRows(table, columns);
        var tasks = new List<TaskDraft>();
        var groups = new GroupStack(home);
        TaskDraft? above = null;
        foreach (var row in rows.Logical())
        {
            if (row.IsGroup)
            {
                groups.Open(row.Number, row.Text);
                continue;
            }

            var task = Build(row, columns, groups, above);
            if (task is not null)
            {
                tasks.Add(task);
                above = task;
            }
        }

        return tasks;
    }

    private TaskDraft? Build(LogicalRow row, TableColumns columns, GroupStack groups, TaskDraft? above)
    {
        var text = Quotes.Fold(row.Text);
        if (text.Length == 0)
        {
            return null;
        }

        var unit = row.Field(FieldRole.LeadUnit);
        var co = row.Field(FieldRole.CoUnit);
        var (leads, cos) = UnitRoles.Of(row.Field);
        leads = IsDitto(unit) && above is not null ? above.LeadUnits : leads;
        cos = IsDitto(co) && above is not null ? above.CoUnits : cos;

        var words = row.Field(FieldRole.Deadline) ?? ProseDeadline.Alone(text, dates);
        var source = Quotes.Of(reading, row.Span, row.Page, row.Cells);
        if (leads.Count == 0 && !columns.HasUnit && groups.Units is { Count: > 0 } units)
        {
            leads = units;
            source = source with { Quote = $"{groups.Title} … {source.Quote}" };
        }

        if (words is null && (row.Ticked.Count > 0 ? string.Join(' ', row.Ticked) : TimeOf(groups)) is { } time)
        {
            words = time;
            source = source with { Quote = $"{words} … {source.Quote}" };
        }

        var number = row.Number.Length == 0 ? null : row.Number;
        return new TaskDraft(text, TaskOrigin.Table, source)
        {
            Number = number,
            Group = groups.Title,
            Section = groups.Path(number),
            Leader = Quotes.FoldOrNull(row.Field(FieldRole.Leader)),
            LeadUnits = leads,
            CoUnits = cos,
            Output = Quotes.FoldOrNull(row.Field(FieldRole.Output)),
            DeadlineText = Quotes.FoldOrNull(words),
            Deadline = dates.Parse(words),
            Parts = TaskParts.Read(text),
            Confidence = row.Confidence,
        };
    }

    /// <summary>"Quý II" over the rows of a work programme.</summary>
    private string? TimeOf(GroupStack groups) =>
        groups.IsOpen && groups.Title is { } title && title.Split(' ').Length <= LongestTime
            && dates.Parse(title).Kind is DeadlineKind.Quarter or DeadlineKind.Month ? title : null;

    private static bool IsDitto(string? text) => text is not null && Dittos.Contains(text.Trim().ToLowerInvariant());
}
