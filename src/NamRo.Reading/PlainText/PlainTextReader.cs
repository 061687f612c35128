using NamRo.Reading.PlainText.Columns;
using NamRo.Reading.PlainText.Flattened;

namespace NamRo.Reading.PlainText;

/// <summary>Reads plain text and Markdown: paragraphs, and tables written with pipes or tabs.</summary>
internal static class PlainTextReader
{
    /// <summary>Reads decoded text (see <see cref="TextDecoder"/>).</summary>
    public static DocumentReading Read(string text, CancellationToken cancel)
    {
        var rawLines = text.Split('\n');
        var lines = Trim(rawLines);
        var builder = new ReadingBuilder();
        var flattened = FindRebuilt(rawLines, lines, cancel);
        var composer = new ParagraphComposer(LineProfile.Of(Outside(lines, flattened)));
        var next = 0;
        for (var i = 0; i < lines.Count;)
        {
            cancel.ThrowIfCancellationRequested();
            if (next < flattened.Count && i == flattened[next].Start)
            {
                AddAll(builder, composer.Take());
                AddRebuilt(builder, flattened[next].Table);
                i = flattened[next++].End;
                continue;
            }

            var tables = ReadTables(lines, ref i);
            if (tables.Count > 0)
            {
                AddAll(builder, composer.Take());
                AddAll(builder, tables);
                continue;
            }

            if (CellRun.Read(lines, i) is { } run)
            {
                AddAll(builder, composer.Take());
                AddAll(builder, run.Before.Select(cell => new Paragraph(cell) { Lines = [cell] }));
                AddAll(builder, run.Table is null ? [] : TableStitcher.Stitch([run.Table], SourceKind.PlainText));
                i = run.Next;
                continue;
            }

            if (!IsNoise(lines, i))
            {
                composer.Add(lines[i].Replace('\t', ' '));
            }

            i++;
        }

        AddAll(builder, composer.Take());
        return builder.Build(flattened.Count > 0 ? SourceKind.FlattenedText : SourceKind.PlainText);
    }

    /// <summary>Tables laid out with blanks, and tables that lost even those.</summary>
    private static List<FlattenedTable> FindRebuilt(string[] rawLines, List<string> lines, CancellationToken cancel)
    {
        var laidOut = BlankTables.Find(rawLines).Select(found => new FlattenedTable(found.Start, found.End, found.Table));
        var flattened = FlattenedTables.Find(rawLines, LineProfile.Of(lines).IsDoubleSpaced, cancel);
        return [.. laidOut.Concat(flattened).OrderBy(table => table.Start)];
    }

    private static void AddRebuilt(ReadingBuilder builder, Table table)
    {
        builder.Add(table);
        builder.Add(new ReadingNotice(
            "text.flattened-table",
            $"Bảng {table.Rows.Count - table.HeaderRowCount} dòng được dựng lại từ văn bản đã mất đường kẻ; cần người đối chiếu từng ô."));
    }

    private static List<string> Outside(List<string> lines, IReadOnlyList<FlattenedTable> tables) =>
        [.. lines.Where((_, i) => !tables.Any(table => i >= table.Start && i < table.End))];

    private static void AddAll(ReadingBuilder builder, IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            builder.Add(block);
        }
    }

    /// <summary>Lines without the blanks round them; a page's number at its head is no line.</summary>
    private static List<string> Trim(string[] rawLines) => [.. rawLines.Select(raw =>
    {
        var line = raw.Replace("\f", string.Empty, StringComparison.Ordinal).Trim(' ');
        var opensPage = line.Length < raw.Length && raw.Contains('\f', StringComparison.Ordinal);
        return string.IsNullOrWhiteSpace(line) || (opensPage && LineSigns.IsPageNumber(line)) ? string.Empty : line;
    })];

    private static IReadOnlyList<Block> ReadTables(List<string> lines, ref int i)
    {
        var pieces = new List<WrittenPiece>();
        var next = i;
        while (next < lines.Count && ReadPiece(lines, ref next) is { } piece)
        {
            pieces.Add(piece);
            i = next;
            next = SkipGap(lines, next);
        }

        return pieces.Count == 0 ? [] : [.. TableStitcher.Stitch(pieces, SourceKind.PlainText).SelectMany(Arrangement.Unfold)];
    }

    private static WrittenPiece? ReadPiece(List<string> lines, ref int i)
    {
        if (PipeTable.IsRow(lines[i]))
        {
            var start = i;
            while (i < lines.Count && lines[i].Length > 0 && (PipeTable.IsRow(lines[i]) || !lines[i - 1].EndsWith('|')))
            {
                i++;
            }

            return PipeTable.Read(lines[start..i]);
        }

        var count = TabTable.Measure(lines, i);
        if (count == 0)
        {
            return null;
        }

        i += count;
        return TabTable.Read(lines[(i - count)..i]);
    }

    /// <summary>The next line that is neither blank nor a page's number.</summary>
    private static int SkipGap(List<string> lines, int i)
    {
        while (i < lines.Count && (lines[i].Length == 0 || IsNoise(lines, i)))
        {
            i++;
        }

        return i;
    }

    /// <summary>Page numbers, Markdown rules and pictures say nothing about the plan.</summary>
    private static bool IsNoise(List<string> lines, int i)
    {
        var line = lines[i];
        if (line.Length == 0)
        {
            return false;
        }

        var isAlone = (i == 0 || lines[i - 1].Length == 0) && (i + 1 == lines.Count || lines[i + 1].Length == 0);
        return (isAlone && LineSigns.IsPageNumber(line))
            || LineSigns.IsRuling(line)
            || (line.StartsWith("![", StringComparison.Ordinal) && line.EndsWith(')'))
            || line.StartsWith("```", StringComparison.Ordinal);
    }
}
