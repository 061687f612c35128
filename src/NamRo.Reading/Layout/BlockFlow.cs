namespace NamRo.Reading.Layout;

/// <summary>Blocks in reading order over all pages. What a page end cut in two is joined.</summary>
internal sealed class BlockFlow
{
    private readonly List<object> entries = [];

    public void Add(TableFragment fragment)
    {
        if (entries.LastOrDefault() is OpenTable open && open.IsContinuedBy(fragment))
        {
            open.Continue(fragment);
        }
        else if (fragment.Rows.Count > 0)
        {
            entries.Add(new OpenTable(fragment));
        }
    }

    public void Add(IReadOnlyList<ParagraphDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            if (entries.LastOrDefault() is ParagraphDraft before
                && before.LastPage < draft.LastPage
                && ParagraphBuilder.GoesOn(before, draft))
            {
                before.GoOn(draft);
            }
            else
            {
                entries.Add(draft);
            }
        }
    }

    public IEnumerable<Block> Close() =>
        entries.Select(entry => entry is OpenTable table ? (Block)table.Close() : ((ParagraphDraft)entry).ToParagraph());
}
