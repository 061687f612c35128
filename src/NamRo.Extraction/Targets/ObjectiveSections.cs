using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>What holds at a place of the outline.</summary>
/// <param name="Kind">What the nearest telling title above says.</param>
/// <param name="Period">The period stated by an objective title above.</param>
internal readonly record struct ObjectiveContext(HeadingKind Kind, TargetPeriod? Period)
{
    public bool IsInside => Kind is HeadingKind.Objectives or HeadingKind.GeneralObjectives;
}

/// <summary>One item of an objective section.</summary>
internal readonly record struct ObjectiveItem(OutlineNode Node, ObjectiveContext Context);

/// <summary>Walks the outline and collects the items that stand under objective titles, and what holds at each table.</summary>
internal sealed class ObjectiveSections
{
    private static readonly string Strive = VietnameseText.Fold("phấn đấu");

    private static readonly string[] Duties = Array.ConvertAll(["nhiệm vụ", "giải pháp", "tổ chức thực hiện", "kết quả", "yêu cầu"],
        VietnameseText.Fold);

    private readonly List<ObjectiveItem> items = [];
    private readonly Dictionary<OutlineNode, ObjectiveContext> tables = [];

    /// <param name="root">The outline.</param>
    /// <param name="hasTables">Whether the plan has indicator tables: then it needs no stand-in for an objective section.</param>
    public ObjectiveSections(OutlineNode root, bool hasTables)
    {
        Walk(root, new ObjectiveContext(HeadingKind.Neutral, null));
        if (items.Count == 0 && !hasTables)
        {
            CollectStrivings(root);
        }
    }

    /// <summary>In reading order.</summary>
    public IReadOnlyList<ObjectiveItem> Items => items;

    /// <summary>What holds where a table stands.</summary>
    public ObjectiveContext At(OutlineNode table) => tables.GetValueOrDefault(table);

    /// <summary>Walks the items below a node.</summary>
    /// <returns>What holds after the last of them: an unnumbered title speaks for all that follows.</returns>
    private ObjectiveContext Walk(OutlineNode node, ObjectiveContext context)
    {
        foreach (var child in node.Children)
        {
            if (child.Table is not null)
            {
                tables[child] = context;
                continue;
            }

            var own = Enter(child, context);
            if (child.Label.Kind == LabelKind.None && OpensSiblings(child, own, context))
            {
                context = own;
                continue;
            }

            if (own.IsInside && !ObjectiveHeadings.IsBareTitle(child))
            {
                items.Add(new ObjectiveItem(child, own));
            }

            var after = Walk(child, own);
            if (child.Label.Kind is LabelKind.Dash or LabelKind.Plus or LabelKind.Bullet && after != own)
            {
                // The outline hangs an unnumbered title below the bullet before it; it stands for the bullets that follow.
                context = after;
            }
        }

        return context;
    }

    private static bool OpensSiblings(OutlineNode child, ObjectiveContext own, ObjectiveContext before) =>
        own != before && ObjectiveHeadings.TitleOf(child) is { } title && title.Length >= child.Text.Trim().Length - 1;

    private static ObjectiveContext Enter(OutlineNode node, ObjectiveContext outer)
    {
        if (ObjectiveHeadings.TitleOf(node) is not { } title)
        {
            return outer;
        }

        var kind = ObjectiveHeadings.Classify(title);
        // Inside tasks and measures a bullet about indicators is a task; only a section title opens objectives again.
        if (kind == HeadingKind.Neutral || (outer.Kind == HeadingKind.Other && !IsSectionTitle(node)))
        {
            kind = outer.Kind;
        }

        if (outer.Kind == HeadingKind.GeneralObjectives && kind == HeadingKind.Objectives
            && !Headings.Key(title).Contains("tiêu", StringComparison.Ordinal))
        {
            kind = HeadingKind.GeneralObjectives;
        }

        var inside = kind is HeadingKind.Objectives or HeadingKind.GeneralObjectives;
        return new ObjectiveContext(kind, inside ? PeriodReader.ReadTitle(title) ?? outer.Period : null);
    }

    private static bool IsSectionTitle(OutlineNode node) =>
        node.Label.Kind is LabelKind.Named or LabelKind.UpperLetter or LabelKind.Roman or LabelKind.Arabic or LabelKind.None;

    /// <summary>A plan without an objective section: its "Phấn đấu ..." items stand for one.</summary>
    private void CollectStrivings(OutlineNode root)
    {
        var found = root.SelfAndDescendants().Where(n => n.Table is null
            && VietnameseText.Fold(n.Text).StartsWith(Strive, StringComparison.Ordinal)).ToList();
        var free = found.FindAll(n => !n.SelfAndAncestors().Skip(1).Any(IsDuty));
        foreach (var node in free.Count > 0 ? free : found)
        {
            if (!node.Text.TrimEnd().EndsWith(':'))
            {
                items.Add(new ObjectiveItem(node, new ObjectiveContext(HeadingKind.Objectives, null)));
                continue;
            }

            var inner = new ObjectiveContext(HeadingKind.Objectives, PeriodReader.Read(node.Text, withStage: true));
            items.AddRange(node.Children.Where(c => c.Table is null && c.Children.Count == 0).Select(c => new ObjectiveItem(c, inner)));
        }
    }

    private static bool IsDuty(OutlineNode node) =>
        Array.Exists(Duties, word => VietnameseText.Fold(node.Text).StartsWith(word, StringComparison.Ordinal));
}
