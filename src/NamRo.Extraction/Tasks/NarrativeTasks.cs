using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>
/// Tasks assigned in running text: items under a heading that names a unit, and sentences such as
/// "Giao Phòng X chủ trì, phối hợp với Y ... hoàn thành trước ngày ...".
/// </summary>
internal sealed class NarrativeTasks(DocumentReading reading, DeadlineContext dates)
{
    private const int ShortestSentence = 30;
    private const double ProseConfidence = 0.6;

    private readonly List<TaskDraft> tasks = [];

    /// <summary>Reads the items not already taken by tables or blocks.</summary>
    /// <param name="taken">Ranges of the tasks already found.</param>
    public IReadOnlyList<TaskDraft> Read(OutlineNode root, IReadOnlyList<Span> taken)
    {
        var isAddressed = false;
        foreach (var part in root.Children.Where(c => c.Block is Paragraph))
        {
            // "Kính gửi: - Các sở ...": to whom a letter goes, not what they are to do.
            var isBullet = part.Label.Kind is LabelKind.Dash or LabelKind.Plus or LabelKind.Bullet;
            isAddressed = (isBullet && isAddressed) || part.Text.StartsWith("Kính gửi", StringComparison.OrdinalIgnoreCase);
            if (part.Label.Kind != LabelKind.None && !isAddressed)
            {
                Visit(part, taken);
            }
        }

        return [.. tasks.OrderBy(t => t.Source.Span.From)];
    }

    private void Visit(OutlineNode node, IReadOnlyList<Span> taken)
    {
        if (Overlaps(node.Span, taken) || Sections.StatesAims(node))
        {
            return;
        }

        if (Sections.UnitsOf(node) is { Count: > 0 } units)
        {
            AddDuties(node, units, taken);
            return;
        }

        if (node.Parent is { } parent && (!parent.IsRoot || node.Label.Kind == LabelKind.Arabic) && Assigned(node, parent))
        {
            return;
        }

        foreach (var child in node.Children.Where(c => c.Block is Paragraph))
        {
            Visit(child, taken);
        }
    }

    /// <summary>Each item under a unit's heading is a duty of that unit.</summary>
    private void AddDuties(OutlineNode heading, IReadOnlyList<string> units, IReadOnlyList<Span> taken)
    {
        foreach (var item in heading.Children.Where(c => c.Block is Paragraph && !Overlaps(c.Span, taken)))
        {
            if (Sections.UnitsOf(item) is { Count: > 0 } inner)
            {
                AddDuties(item, inner, taken);
                continue;
            }

            var listed = item.Children.Where(c => c.Block is Paragraph).ToList();
            foreach (var duty in item.Text.EndsWith(':') && listed.Count > 0 ? listed : [item])
            {
                tasks.Add(Build(duty, units, Headings.Title(heading.Text), heading));
            }
        }
    }

    /// <summary>A sentence that names who leads, or by when, is a task; true when the node was taken with all under it.</summary>
    private bool Assigned(OutlineNode node, OutlineNode parent)
    {
        var text = Quotes.Fold(node.Text);
        if (text.Length < ShortestSentence)
        {
            return false;
        }

        var leads = Assignment.Read(text).Leads;
        if (leads.Count == 0 && Assignment.Person(text) is null && !Deadlines.FindIn(text, dates.IssuedOn, dates.PlanYear).Any(IsTerm))
        {
            return false;
        }

        var group = parent.TitleAbove();
        var listed = node.Children.Where(c => c.Block is Paragraph).ToList();
        if (text.EndsWith(':') && listed.Count > 0)
        {
            tasks.AddRange(listed.Select(item => Build(item, leads, group, node)));
            return true;
        }

        tasks.Add(Build(node, [], group, node));
        return listed.Count == 0;
    }

    /// <summary>By when work is done, or how often: "Định kỳ hằng quý đối soát ...".</summary>
    private static bool IsTerm(DeadlinePhrase phrase) =>
        phrase.IsFirm || (phrase.Range.From == 0 && phrase.Deadline.Kind == DeadlineKind.Recurring);

    /// <param name="units">The units of the heading or of the sentence above; empty when the sentence itself names them.</param>
    private TaskDraft Build(OutlineNode node, IReadOnlyList<string> units, string? group, OutlineNode above)
    {
        var text = Quotes.Fold(node.Text).TrimEnd(';');
        var own = Assignment.Read(text);
        var (words, deadline) = ProseDeadline.Read(text, own, dates);
        var span = above == node ? node.Span : new Span(Math.Min(above.Span.From, node.Span.From), node.Span.To);
        return new TaskDraft(text, TaskOrigin.Narrative, Quotes.Of(reading, span, node.Block?.Page ?? 1))
        {
            Number = node.Label.Ordinal > 0 ? node.Label.Text : null,
            Group = group,
            Section = node.SectionPath(),
            Leader = Assignment.Person(text),
            LeadUnits = units.Count > 0 ? units : own.Leads,
            CoUnits = own.Cos,
            DeadlineText = words,
            Deadline = deadline,
            Parts = TaskParts.Read(text),
            Confidence = ProseConfidence,
        };
    }

    private static bool Overlaps(Span span, IReadOnlyList<Span> taken) => taken.Any(t => span.From < t.To && t.From < span.To);
}
