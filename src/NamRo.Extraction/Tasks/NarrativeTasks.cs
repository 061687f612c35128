using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>
/// Tasks assigned in running text: bullets under a heading that names a unit, and sentences such as
/// "Giao Phòng X chủ trì, phối hợp với Y ... hoàn thành trước ngày ...".
/// </summary>
internal sealed class NarrativeTasks(DocumentReading reading, DeadlineContext dates)
{
    private const int LongestUnitHeading = 260;
    private static readonly string[] Openers = ["giao ", "đề nghị ", "yêu cầu ", "trách nhiệm của ", "nhiệm vụ của ", "đối với ", "phân công "];
    private static readonly string[] Reporting = ["trên đây là", "nơi nhận", "căn cứ "];

    private readonly List<TaskDraft> tasks = [];

    /// <summary>Reads the items not already taken by tables or blocks.</summary>
    /// <param name="taken">Ranges of the tasks already found.</param>
    public IReadOnlyList<TaskDraft> Read(OutlineNode root, IReadOnlyList<Span> taken)
    {
        Visit(root, taken);
        return [.. tasks.OrderBy(t => t.Source.Span.From)];
    }

    private void Visit(OutlineNode node, IReadOnlyList<Span> taken)
    {
        foreach (var child in node.Children.Where(c => c.Block is Paragraph))
        {
            if (Overlaps(child.Span, taken))
            {
                continue;
            }

            if (UnitHeading(child) is { Count: > 0 } units)
            {
                AddDuties(child, units, taken);
            }
            else if (!Assigned(child, node))
            {
                Visit(child, taken);
            }
        }
    }

    /// <summary>Units named by a heading that is nothing but their names; null for any other text.</summary>
    private static IReadOnlyList<string>? UnitHeading(OutlineNode node)
    {
        var text = Strip(Quotes.Fold(node.Text)).TrimEnd(':', '.', ' ', '*');
        if (text.Length is 0 or > LongestUnitHeading || node.Children.All(c => c.Block is not Paragraph) || !OrganNames.StartsWithOrgan(text))
        {
            return null;
        }

        var units = OrganNames.Split(text);
        return units.All(OrganNames.StartsWithOrgan) && Phrases.HasNoVerb(text) ? units : null;
    }

    /// <summary>Each item under a unit's heading is a duty of that unit.</summary>
    private void AddDuties(OutlineNode heading, IReadOnlyList<string> units, IReadOnlyList<Span> taken)
    {
        foreach (var item in heading.Children.Where(c => c.Block is Paragraph && !Overlaps(c.Span, taken)))
        {
            if (UnitHeading(item) is { Count: > 0 } inner)
            {
                AddDuties(item, inner, taken);
                continue;
            }

            var leaves = item.Text.EndsWith(':') && item.Children.Any(c => c.Block is Paragraph) ? item.Children.Where(c => c.Block is Paragraph) : [item];
            foreach (var leaf in leaves)
            {
                tasks.Add(Build(leaf, Quotes.Fold(leaf.Text), units, Headings.Title(heading.Text), heading));
            }
        }
    }

    /// <summary>A sentence that names who leads, or until when, is a task; true when the node was taken.</summary>
    private bool Assigned(OutlineNode node, OutlineNode parent)
    {
        var text = Quotes.Fold(node.Text);
        if (text.Length < 30 || Array.Exists(Reporting, r => text.StartsWith(r, StringComparison.OrdinalIgnoreCase)) || Headers(node))
        {
            return false;
        }

        var assignment = Assignment.Read(text);
        var deadline = Deadlines.FindIn(text).Count > 0 && Phrases.SpeaksOfCompletion(text);
        if (assignment.Leads.Count == 0 && !deadline)
        {
            return false;
        }

        var children = node.Children.Where(c => c.Block is Paragraph).ToList();
        var heading = parent.SelfAndAncestors().FirstOrDefault(n => n.Label.Ordinal > 0);
        var group = heading is null ? null : Headings.Title(heading.Text);
        if (text.EndsWith(':') && children.Count > 0 && assignment.Leads.Count > 0)
        {
            foreach (var item in children)
            {
                tasks.Add(Build(item, Quotes.Fold(item.Text), assignment.Leads, group, node));
            }

            return true;
        }

        tasks.Add(Build(node, text, assignment.Leads, group, node));
        return children.Count == 0;
    }

    /// <summary>The head of the document (bases, subject) assigns nothing.</summary>
    private static bool Headers(OutlineNode node) => node.Parent is { IsRoot: true } && node.Label.Kind == LabelKind.None;

    private TaskDraft Build(OutlineNode node, string text, IReadOnlyList<string> units, string? group, OutlineNode source)
    {
        var own = Assignment.Read(text);
        var found = Deadlines.FindIn(text);
        var words = found.Count > 0 && Phrases.SpeaksOfCompletion(text) ? found[^1].Words : null;
        var span = source == node ? node.Span : new Span(Math.Min(source.Span.From, node.Span.From), node.Span.To);
        return new TaskDraft(text, TaskOrigin.Narrative, Quotes.Of(reading, span, node.Block?.Page ?? 1))
        {
            Number = node.Label.Ordinal > 0 ? node.Label.Text : null,
            Group = group,
            Section = node.SectionPath(),
            LeadUnits = own.Leads.Count > 0 && units.Count == 0 ? own.Leads : units,
            CoUnits = own.Cos,
            DeadlineText = words,
            Deadline = dates.Parse(words),
            Parts = TaskParts.Read(text),
            Confidence = 0.6,
        };
    }

    private static string Strip(string text)
    {
        foreach (var opener in Openers)
        {
            if (text.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
            {
                return text[opener.Length..];
            }
        }

        return text;
    }

    private static bool Overlaps(Span span, IReadOnlyList<Span> taken) => taken.Any(t => span.From < t.To && t.From < span.To);
}
