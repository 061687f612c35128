using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>The labelled lines that belong together, as they are collected.</summary>
internal sealed class FieldRun
{
    private static readonly FieldRole[] Duties =
        [FieldRole.Leader, FieldRole.LeadUnit, FieldRole.CoUnit, FieldRole.LeadAndCoUnit, FieldRole.Deadline];

    private readonly Dictionary<FieldRole, string> values = [];
    private FieldRole last = FieldRole.Other;

    public int From { get; private set; } = int.MaxValue;

    public int To { get; private set; }

    public Dictionary<string, Span> Cells { get; } = new(StringComparer.Ordinal);

    public bool HasDuties => values.Keys.Any(Duties.Contains);

    /// <summary>The last label had nothing behind it: its value stands in the items that follow.</summary>
    public bool IsWaitingForValue => last != FieldRole.Other && values[last].Length == 0;

    /// <summary>The items under "Nội dung:", where it lists several.</summary>
    public List<OutlineNode> ContentItems { get; } = [];

    /// <summary>"Nội dung: ..." of the item, when it is given as a labelled line.</summary>
    public string? Content => values.TryGetValue(FieldRole.Work, out var text) && text.Length > 0 ? text : null;

    public string? Value(FieldRole role) => values.TryGetValue(role, out var text) && text.Length > 0 ? text : null;

    /// <summary>A lead unit again after duties were given: another task begins.</summary>
    public bool Repeats(LabelledText labelled) =>
        labelled.Fields
            .Any(f => f.Role == FieldRole.Work || (f.Role is FieldRole.LeadUnit or FieldRole.Deadline && values.ContainsKey(f.Role)));

    public void Take(OutlineNode node, LabelledText labelled)
    {
        foreach (var field in labelled.Fields)
        {
            last = field.Role;
            From = Math.Min(From, node.Span.From);
            To = Math.Max(To, node.Span.To);
            if (!values.TryGetValue(field.Role, out var before) || before.Length == 0)
            {
                values[field.Role] = field.Value;
                Cells[Name(field.Role)] = field.Span;
            }
        }

        foreach (var child in node.Children.Where(c => c.Block is Paragraph))
        {
            if (IsWaitingForValue || values[last].Length > 0)
            {
                var inner = LabelledText.Split(child);
                if (inner.Fields.Count > 0 && inner.Lead.Length == 0)
                {
                    Take(child, inner);
                }
                else if (last is not FieldRole.Other)
                {
                    TakeValue(child);
                }
            }
        }
    }

    /// <summary>An item that lists one value of the last label.</summary>
    public void TakeValue(OutlineNode node)
    {
        if (last == FieldRole.Work)
        {
            ContentItems.Add(node);
        }

        var text = node.Text.Trim(' ', ';', '.');
        values[last] = values[last].Length == 0 ? text : values[last] + "\n" + text;
        To = Math.Max(To, node.Span.To);
        Cells[Name(last)] = Cells.TryGetValue(Name(last), out var span) && span.Length > 0 ? new Span(span.From, node.Span.To) : node.Span;
    }

    private static string Name(FieldRole role) => role switch
    {
        FieldRole.Leader => "leader",
        FieldRole.LeadUnit or FieldRole.LeadAndCoUnit => "lead_units",
        FieldRole.CoUnit => "co_units",
        FieldRole.Output => "output",
        FieldRole.Deadline => "deadline",
        FieldRole.Work => "text",
        _ => "other",
    };
}
