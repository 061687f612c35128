using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>Tasks from items with labelled lines: "Đơn vị chủ trì: ...", "Thời gian hoàn thành: ...", below or inside the item.</summary>
internal sealed class BlockTasks(DocumentReading reading, DeadlineContext dates)
{
    private static readonly FieldRole[] Duties =
        [FieldRole.Leader, FieldRole.LeadUnit, FieldRole.CoUnit, FieldRole.LeadAndCoUnit, FieldRole.Output, FieldRole.Deadline];

    private const int LongestTopicWords = 8;

    private readonly List<TaskDraft> tasks = [];

    public IReadOnlyList<TaskDraft> Read(OutlineNode root)
    {
        Visit(root);
        return [.. tasks.OrderBy(t => t.Source.Span.From)];
    }

    private void Visit(OutlineNode node)
    {
        var waiting = new List<OutlineNode>();
        var run = new FieldRun();
        foreach (var child in node.Children)
        {
            if (child.Block is not Paragraph)
            {
                continue;
            }

            var labelled = LabelledText.Split(child);
            if (run.HasDuties && (labelled.Fields.Count == 0 || labelled.Lead.Length > 0 || run.Repeats(labelled)))
            {
                Close(node, waiting, run);
                run = new FieldRun();
                waiting.Clear();
            }

            if (labelled.Fields.Any(f => Duties.Contains(f.Role)) && labelled.Lead.Length > 0)
            {
                AddInline(child, labelled);
            }
            else if (labelled.Fields.Count > 0 && labelled.Lead.Length == 0)
            {
                run.Take(child, labelled);
                continue;
            }
            else if (run.IsWaitingForValue && child.Label.Kind != LabelKind.None)
            {
                run.TakeValue(child);
                continue;
            }
            else
            {
                waiting.Add(child);
            }

            Visit(child);
        }

        if (run.HasDuties)
        {
            Close(node, waiting, run);
        }
    }

    /// <summary>"Rà soát hạ tầng (Đơn vị chủ trì: X; thời gian: Quý II)".</summary>
    private void AddInline(OutlineNode node, LabelledText labelled)
    {
        var run = new FieldRun();
        run.Take(node, labelled);
        tasks.Add(Build(node, labelled.Lead, node.Parent!, run));
    }

    private void Close(OutlineNode parent, List<OutlineNode> waiting, FieldRun run)
    {
        var owners = Owners(waiting);
        if (owners.Count == 0)
        {
            if (!parent.IsRoot)
            {
                AddItem(parent, run);
            }

            return;
        }

        foreach (var owner in owners)
        {
            tasks.Add(Build(owner, owner.Text, parent, run));
        }
    }

    /// <summary>
    /// The labelled lines speak of the item above them: its heading names the task, or, when that is only a topic, its content does.
    /// </summary>
    private void AddItem(OutlineNode item, FieldRun run)
    {
        if (run.ContentItems.Count > 1)
        {
            tasks.AddRange(run.ContentItems.Select(content => Build(content, content.Text, item, run)));
        }
        else if (run.Content is { } content && item.Text.Split(' ').Length <= LongestTopicWords)
        {
            tasks.Add(Build(item, content, item, run));
        }
        else
        {
            tasks.Add(Build(item, item.Text, item.Parent!, run));
        }
    }

    /// <summary>The items that the labelled lines speak of: the bullets just before them, or the one paragraph.</summary>
    private static List<OutlineNode> Owners(List<OutlineNode> waiting)
    {
        var owners = new List<OutlineNode>();
        for (var i = waiting.Count - 1; i >= 0; i--)
        {
            var node = waiting[i];
            if (node.Label.Kind == LabelKind.None)
            {
                if (owners.Count == 0)
                {
                    owners.Add(node);
                }

                break;
            }

            if (owners.Count > 0 && owners[0].Label.Kind != node.Label.Kind)
            {
                break;
            }

            owners.Add(node);
        }

        owners.Reverse();
        return owners;
    }

    /// <param name="section">The node whose heading (or the nearest one above) is the group.</param>
    private TaskDraft Build(OutlineNode owner, string text, OutlineNode section, FieldRun run)
    {
        var heading = section.SelfAndAncestors()
            .FirstOrDefault(n => n.Label.Kind is not (LabelKind.None or LabelKind.Dash or LabelKind.Plus or LabelKind.Bullet));
        var words = Quotes.Fold(text).TrimEnd(':', ' ');
        var (leads, cos) = UnitRoles.Of(run.Value);
        if (leads.Count == 0)
        {
            (leads, var helpers) = Assignment.Read(words);
            cos = cos.Count > 0 ? cos : helpers;
        }


        var deadline = run.Value(FieldRole.Deadline);
        var span = new Span(Math.Min(owner.Span.From, run.From), Math.Max(owner.Span.To, run.To));
        return new TaskDraft(words, TaskOrigin.Block, Quotes.Of(reading, span, owner.Block?.Page ?? 1, run.Cells))
        {
            Number = owner.Label.Ordinal > 0 ? owner.Label.Text : null,
            Group = heading is null ? null : Headings.Title(heading.Text),
            Section = owner.SectionPath(),
            Leader = Quotes.FoldOrNull(run.Value(FieldRole.Leader)),
            LeadUnits = leads,
            CoUnits = cos,
            Output = Quotes.FoldOrNull(run.Value(FieldRole.Output)),
            DeadlineText = Quotes.FoldOrNull(deadline),
            Deadline = dates.Parse(deadline),
            Parts = TaskParts.Read(words),
            Confidence = owner.Block?.Confidence ?? 1,
        };
    }
}
