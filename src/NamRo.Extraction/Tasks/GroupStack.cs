using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>The group titles open above a row of a table, outermost first.</summary>
internal sealed class GroupStack(OutlineNode home)
{
    private readonly List<(ItemLabel Label, string Title)> open = [];

    /// <summary>The nearest title: of a group, else of a numbered section around the table; null without either.</summary>
    public string? Title => open.Count > 0 ? open[^1].Title : home.TitleAbove();

    /// <summary>The units that the open group is named by; empty when it is named otherwise.</summary>
    public IReadOnlyList<string> Units => IsOpen && OrganNames.Split(open[^1].Title) is var units && units.All(OrganNames.StartsWithOrgan)
        ? units : [];

    public bool IsOpen => open.Count > 0;

    public void Open(string number, string title)
    {
        var label = number.Length == 0 ? ItemLabel.None : ItemLabel.Read(number + ".");
        if (label.Kind == LabelKind.None)
        {
            open.Clear();
        }
        else
        {
            var same = open.FindIndex(g => g.Label.Kind == label.Kind && g.Label.Depth == label.Depth);
            if (same >= 0)
            {
                open.RemoveRange(same, open.Count - same);
            }
        }

        open.Add((label, title));
    }

    /// <summary>The section path of a row: the numbers of the groups (or, without groups, of the sections) above, and its own.</summary>
    public string? Path(string? number)
    {
        var parts = open.Where(g => g.Label.Text.Length > 0).Select(g => g.Label.Text).ToList();
        if (parts.Count == 0 && home.SectionPath() is { } outer)
        {
            parts.Add(outer);
        }

        if (number is not null)
        {
            parts.Add(number);
        }

        return parts.Count == 0 ? null : string.Join('.', parts);
    }
}
