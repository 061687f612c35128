namespace NamRo.Reading.Layout;

/// <summary>Turns the words and ruling lines of pages, wherever they come from, into paragraphs and tables in reading order.</summary>
internal static class DocumentLayout
{
    private const int FewestRuleSigns = 3;

    public static DocumentReading Build(
        IReadOnlyList<PageContent> pages, SourceKind source, IEnumerable<ReadingNotice> notices, CancellationToken cancel)
    {
        var builder = new ReadingBuilder();
        var tables = pages.Select(RuledTables.Read).ToList();
        var written = RunningHeads.Drop(pages, [.. tables.Select(read => LineBuilder.Build(read.Others.Where(word => !IsRule(word))))]);
        var withoutNotes = pages.Select((page, i) => Footnotes.Without(page, written[i], tables[i].Fragments)).ToList();
        var lines = written.Zip(withoutNotes).Select(pair => pair.Second ?? pair.First).ToList();
        var unruled = UnruledTables.Take(pages, lines);
        var fragments = tables.Zip(unruled, (ruled, open) => (IReadOnlyList<TableFragment>)[.. ruled.Fragments, .. open]).ToList();
        var bounds = PageBounds.Find(pages, lines, fragments);
        var flow = new BlockFlow();
        for (var i = 0; i < pages.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            builder.Add(ToPage(pages[i]));
            PageFlow.Add(flow, pages[i].Number, lines[i], fragments[i], bounds[i]);
        }

        var turned = pages.Where(page => page.QuarterTurns != 0).ToDictionary(page => page.Number);
        foreach (var block in flow.Close())
        {
            builder.Add(turned.Count == 0 ? block : PageTurn.ToDisplayed(turned, block));
            AddNotices(builder, block);
        }

        if (withoutNotes.FindIndex(body => body is not null) is var first and >= 0)
        {
            builder.Add(new ReadingNotice(
                "layout.footnotes", "Chú thích cuối trang được để ngoài nội dung; xem trên trang gốc.", pages[first].Number));
        }

        foreach (var notice in notices.Concat(pages.SelectMany(page => page.Notices)))
        {
            builder.Add(notice);
        }

        return builder.Build(source);
    }

    private static Page ToPage(PageContent page)
    {
        var (width, height) = PageTurn.DisplayedSize(page);
        var words = page.Asides.Count == 0 ? page.Words : [.. page.Words, .. page.Asides];
        words = page.QuarterTurns == 0 ? words : [.. words.Select(word => word with { Box = PageTurn.ToDisplayed(page, word.Box) })];
        return new Page(page.Number, width, height, page.Source, page.Confidence, words);
    }

    /// <summary>A row of underscores or dashes is drawn, not written.</summary>
    private static bool IsRule(Word word) =>
        word.Text.All(sign => sign == '_')
        || (word.Text.Length >= FewestRuleSigns && word.Text.All(sign => sign is '_' or '-' or '–' or '—' or '=' or '*'));

    private static void AddNotices(ReadingBuilder builder, Block block)
    {
        if (block is Table { WordsInNoCell: > 0 } table)
        {
            builder.Add(new ReadingNotice(
                "table.words-in-no-cell",
                $"Bảng ở trang {table.Page} có {table.WordsInNoCell} từ không nằm trong ô nào; cần đối chiếu với bản gốc.",
                table.Page));
        }
    }
}
