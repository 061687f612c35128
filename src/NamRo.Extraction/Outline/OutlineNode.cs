using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>One item of the document: a heading, a numbered item, a bullet or an unnumbered paragraph, with what stands under it.</summary>
public sealed class OutlineNode
{
    private readonly List<OutlineNode> children = [];

    internal OutlineNode(ItemLabel label, Block? block, string text, Span span, OutlineNode? parent)
    {
        Label = label;
        Block = block;
        Text = text;
        Span = span;
        Parent = parent;
        parent?.children.Add(this);
    }

    public ItemLabel Label { get; }

    /// <summary>The paragraph or table; null for the root.</summary>
    public Block? Block { get; }

    public Table? Table => Block as Table;

    /// <summary>The words without the label.</summary>
    public string Text { get; }

    /// <summary>Range of <see cref="Text"/> (label not included) in the reading's text.</summary>
    public Span Span { get; }

    public OutlineNode? Parent { get; }

    public IReadOnlyList<OutlineNode> Children => children;

    public bool IsRoot => Parent is null;

    /// <summary>From the item itself up to, but without, the root.</summary>
    public IEnumerable<OutlineNode> SelfAndAncestors()
    {
        for (var node = this; node is { IsRoot: false }; node = node.Parent)
        {
            yield return node;
        }
    }

    /// <summary>This node and everything under it, in reading order.</summary>
    public IEnumerable<OutlineNode> SelfAndDescendants()
    {
        yield return this;
        foreach (var child in children)
        {
            foreach (var node in child.SelfAndDescendants())
            {
                yield return node;
            }
        }
    }

    /// <summary>
    /// Numbers of the numbered sections above and of the item itself, e.g. "I.2.1.a"; null when there are none. A decimal number already
    /// holds the numbers above it.
    /// </summary>
    public string? SectionPath()
    {
        var parts = new List<string>();
        foreach (
            var node in SelfAndAncestors()
                .Where(n => n.Label.Kind is not (LabelKind.None or LabelKind.Dash or LabelKind.Plus or LabelKind.Bullet)))
        {
            var below = parts.Count > 0 ? parts[^1] : null;
            if (below is null || !below.StartsWith(node.Label.Text + ".", StringComparison.Ordinal))
            {
                parts.Add(node.Label.Text);
            }
        }

        parts.Reverse();
        return parts.Count == 0 ? null : string.Join('.', parts);
    }

    public override string ToString() => $"{Label.Text} {(Text.Length > 60 ? Text[..60] : Text)}";
}
