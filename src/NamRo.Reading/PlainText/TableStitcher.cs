namespace NamRo.Reading.PlainText;

/// <summary>Makes whole tables of the pieces that page ends left: drops repeated headers and joins rows that were cut in two.</summary>
internal static class TableStitcher
{
    /// <summary>The tables that the pieces form, in order. Pieces follow each other with nothing but gaps between them.</summary>
    public static IEnumerable<Table> Stitch(IReadOnlyList<WrittenPiece> pieces, SourceKind source)
    {
        OpenTable? open = null;
        foreach (var piece in pieces.Where(piece => piece.Rows.Count > 0))
        {
            if (open is null || !open.IsContinuedBy(piece))
            {
                if (open is not null)
                {
                    yield return open.Close(source);
                }

                open = new OpenTable(piece);
            }
            else
            {
                open.Continue(piece);
            }
        }

        if (open is not null)
        {
            yield return open.Close(source);
        }
    }

    /// <summary>A table that further pieces may continue.</summary>
    private sealed class OpenTable
    {
        private const int LongestRow = 50_000;
        private readonly int columns;
        private readonly List<string> headerKeys;
        private readonly List<string[]> rows = [];
        private readonly HashSet<int> joined = [];
        private int headerRows;

        public OpenTable(WrittenPiece piece)
        {
            columns = piece.ColumnCount;
            headerRows = HeaderRowsOf(piece);
            headerKeys = [.. piece.Rows.Take(headerRows).Select(Key)];
            Append(piece.Rows, 0);
        }

        public bool IsContinuedBy(WrittenPiece piece) =>
            piece.ColumnCount == columns && (RepeatedRows(piece) > 0 || !LooksLikeHeader(piece.Rows[0]));

        public void Continue(WrittenPiece piece)
        {
            var repeated = RepeatedRows(piece);
            var rest = piece.Rows.Skip(repeated).Select((row, i) => i == 0 ? row with { OpensPiece = true } : row);
            Append([.. rest], repeated);
        }

        public Table Close(SourceKind source) => new([.. rows.Select((row, i) => Lay(row, i))])
        {
            ColumnCount = columns,
            HeaderRowCount = Math.Min(headerRows, rows.Count),
            Source = source,
        };

        private static int HeaderRowsOf(WrittenPiece piece)
        {
            var first = piece.Rows[0];
            if (LooksLikeHeader(first))
            {
                return Math.Max(1, piece.HeaderRows);
            }

            return LineSigns.IsRowNumber(first.Cells[0]) ? 0 : piece.HeaderRows;
        }

        private static bool LooksLikeHeader(WrittenRow row) => LineSigns.IsNumberHeading(row.Cells[0]);

        private static string Key(WrittenRow row) =>
            string.Join('|', row.Cells.Select(cell => string.Concat(cell.Where(char.IsLetterOrDigit)).ToUpperInvariant()));

        private int RepeatedRows(WrittenPiece piece)
        {
            var repeated = 0;
            while (repeated < headerKeys.Count && repeated < piece.Rows.Count && Key(piece.Rows[repeated]) == headerKeys[repeated])
            {
                repeated++;
            }

            return repeated;
        }

        private void Append(IReadOnlyList<WrittenRow> added, int repeated)
        {
            for (var i = 0; i < added.Count; i++)
            {
                var row = added[i];
                if (row.FilledCount == 0 || (i > 0 && rows.Count > headerRows && headerKeys.Contains(Key(row))))
                {
                    continue;
                }

                if (rows.Count > 0 && rows.Count <= headerRows && repeated == 0 && IsLowerHeader(row))
                {
                    Join(rows[^1], row);
                }
                else if (rows.Count > headerRows && Continues(rows[^1], row))
                {
                    Join(rows[^1], row);
                    joined.Add(rows.Count - 1);
                }
                else
                {
                    rows.Add(Pad(row.Cells));
                }
            }
        }

        /// <summary>The second line of a header whose first cells span both lines.</summary>
        private static bool IsLowerHeader(WrittenRow row) =>
            row.Cells.Count > 2 && row.Cells[0].Length == 0 && row.Cells[1].Length == 0 && row.Cells.All(cell => cell.Length < 80);

        private static bool Continues(string[] before, WrittenRow row)
        {
            if (row.Cells[0].Length > 0 || before.Sum(cell => cell.Length) > LongestRow)
            {
                return false;
            }

            var column = row.Cells.ToList().FindIndex(cell => cell.Length > 0);
            var text = row.Cells[column];
            if (LineSigns.StartsLower(text))
            {
                return true;
            }

            var isTitle = row.FilledCount == 1 && (row.IsBold || LineSigns.IsPeriod(text)
                || (LineSigns.IsCapitals(text) && !LineSigns.IsCapitals(before[column]) && !LineSigns.NeedsMore(before[column])));
            if (!LineSigns.IsRowNumber(before[0]) || LineSigns.StartsNumber(text) || isTitle)
            {
                return false;
            }

            if (row.FilledCount == 1 && column == 1 && !LineSigns.IsGroupNumber(before[0]))
            {
                return true;
            }

            var isOpen = before[column].Length > 0 && !LineSigns.EndsFinal(before[column]);
            return isOpen && (row.OpensPiece || row.FilledCount == 1);
        }

        private static void Join(string[] before, WrittenRow row)
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var isNewParagraph = row.Cells[i].Length > 0 && LineSigns.EndsFinal(before[i]) && !LineSigns.StartsLower(row.Cells[i]);
                before[i] = isNewParagraph ? before[i] + "\n" + row.Cells[i] : TextJoin.Join(before[i], row.Cells[i]);
            }
        }

        private string[] Pad(IReadOnlyList<string> cells) => [.. cells, .. Enumerable.Repeat(string.Empty, columns - cells.Count)];

        private TableRow Lay(string[] cells, int index)
        {
            var laid = cells.Select((text, column) => new Cell(text, column)).ToList();
            return new TableRow(index < headerRows ? laid : GroupRows.Shape(laid, columns)) { IsJoined = joined.Contains(index) };
        }
    }
}
