using System.Globalization;
using NamRo.Kernel.Outcomes;
using NamRo.Language;

namespace NamRo.Kernel.Sheets;

/// <summary>Finds the row of headings and which column stands where.</summary>
internal sealed class SheetHeadings
{
    private readonly IReadOnlyList<SheetColumn> columns;
    private readonly Dictionary<string, SheetColumn> byKey = new(StringComparer.Ordinal);

    public SheetHeadings(IReadOnlyList<SheetColumn> columns)
    {
        this.columns = columns;
        foreach (var column in columns)
        {
            byKey[Key(column.Title)] = column;
        }

        foreach (var (column, title) in columns.SelectMany(column => column.Synonyms.Select(title => (column, title))))
        {
            byKey.TryAdd(Key(title), column);
        }
    }

    /// <summary>The row with the most of our headings; of equals, the first.</summary>
    public Heading Find(IEnumerable<SheetReader.RawRow> rows)
    {
        var best = new Heading(0, new Dictionary<SheetColumn, int>(), [], null);
        foreach (var row in rows)
        {
            var found = Match(row);
            best = found.Places.Count > best.Places.Count ? found : best;
        }

        return best.Missing is null ? best with { Missing = Refuse(best) } : best;
    }

    private static string Key(string title) => VietnameseText.WithoutAccents(title).Trim();

    private Heading Match(SheetReader.RawRow row)
    {
        var places = new Dictionary<SheetColumn, int>();
        var ignored = new List<string>();
        Refusal? twice = null;
        for (var at = 0; at < row.Cells.Length; at++)
        {
            var title = VietnameseText.Normalize(Convert.ToString(row.Cells[at], CultureInfo.InvariantCulture) ?? "");
            if (title.Length == 0)
            {
                continue;
            }

            if (!byKey.TryGetValue(Key(title), out var column))
            {
                ignored.Add(title);
            }
            else if (!places.TryAdd(column, at))
            {
                twice = Refusal.With($"Có hai cột “{column.Title}”. Hãy bỏ bớt một cột.");
            }
        }

        return new Heading(row.Number, places, ignored, twice);
    }

    private Refusal? Refuse(Heading heading)
    {
        var missing = columns.Where(column => column.IsRequired && !heading.Places.ContainsKey(column));
        return heading.Places.Count == 0 || missing.Any()
            ? Refusal.With($"Không tìm thấy dòng tiêu đề có cột {Names(missing)}. Hãy dùng tệp mẫu.") : null;
    }

    /// <summary>"“Họ tên”, “Số điện thoại”"; where nothing is missed, the first column, by which a row of headings is known.</summary>
    private string Names(IEnumerable<SheetColumn> missing) =>
        string.Join(", ", missing.DefaultIfEmpty(columns[0]).Select(column => $"“{column.Title}”"));

    /// <summary>Where the headings stand, or why they cannot be used.</summary>
    internal sealed record Heading(int Row, IReadOnlyDictionary<SheetColumn, int> Places, IReadOnlyList<string> Ignored, Refusal? Missing)
    {
        public SheetContent Content(string name, IEnumerable<SheetReader.RawRow> rows) => new(name, Places.Keys.ToHashSet(), Ignored,
            [.. rows.Where(row => row.Number > Row).Select(RowOf).Where(row => row is not null).Cast<SheetRow>()]);

        /// <summary>Null: nothing stands under our headings.</summary>
        private SheetRow? RowOf(SheetReader.RawRow row)
        {
            var cells = Places.Where(place => place.Value < row.Cells.Length && row.Cells[place.Value] is not null)
                .ToDictionary(place => place.Key, place => row.Cells[place.Value]!);
            return cells.Count == 0 ? null : new SheetRow(row.Number, cells);
        }
    }
}
