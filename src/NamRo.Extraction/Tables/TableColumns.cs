using System.Text.RegularExpressions;
using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>What each column of a table holds, read from its header rows (or from the table it continues).</summary>
/// <param name="Roles">One role a column.</param>
/// <param name="Headers">The header text of each column, header rows joined from top to bottom.</param>
/// <param name="HeaderRowCount">How many rows at the top are headers.</param>
public sealed partial record TableColumns(IReadOnlyList<FieldRole> Roles, IReadOnlyList<string> Headers, int HeaderRowCount)
{
    private const int SearchedRows = 6;
    private static readonly string BareUnit = VietnameseText.Fold("đơn vị");

    /// <summary>Index of the topmost header row; what stands above it is no part of the columns.</summary>
    public int FirstHeaderRow { get; init; }

    /// <summary>A table of indicators: a name and a measured value, without the product or time that a task would have.</summary>
    public bool HoldsTargets =>
        (Has(FieldRole.Indicator) || Has(FieldRole.Work))
        && (Has(FieldRole.MeasureUnit)
            || (Has(FieldRole.TargetValue) && !(Has(FieldRole.Work) && HasUnit && (Has(FieldRole.Deadline) || Has(FieldRole.Output)))));

    /// <summary>A table of tasks: work, and a unit, a person or a time for it.</summary>
    public bool HoldsTasks => !HoldsTargets && Has(FieldRole.Work) && (HasUnit || Has(FieldRole.Leader) || Has(FieldRole.Deadline));

    /// <summary>Whether a column names who does the work.</summary>
    public bool HasUnit => Has(FieldRole.LeadUnit) || Has(FieldRole.CoUnit) || Has(FieldRole.LeadAndCoUnit);

    public bool Has(FieldRole role) => Roles.Contains(role);

    /// <summary>The quarter or month at the end of a column's title ("Quý II", "Tiến độ Tháng 3"); null for other columns.</summary>
    public string? PeriodOf(int column) => Period().Match(Headers[column]) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"\b(quý|tháng) (\d{1,2}|[IV]{1,3})( ?/ ?\d{4}| năm \d{4})?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Period();

    /// <summary>The columns of a role, from left to right.</summary>
    public IEnumerable<int> Of(FieldRole role) => Roles.Select((r, i) => (r, i)).Where(x => x.r == role).Select(x => x.i);

    /// <summary>Reads the header; null when no row near the top looks like one.</summary>
    public static TableColumns? Read(Table table, ExtractionHints hints)
    {
        var best = -1;
        var bestScore = 1;
        for (var r = 0; r < Math.Min(SearchedRows, table.Rows.Count); r++)
        {
            var score = Score(table.Rows[r], hints);
            if (score > bestScore)
            {
                best = r;
                bestScore = score;
            }
        }

        if (best < 0)
        {
            return null;
        }

        var first = best;
        while (first > 0 && Score(table.Rows[first - 1], hints) > 0 && table.Rows[first - 1].Cells.Count > 1)
        {
            first--;
        }

        var last = best;
        while (last + 1 < table.Rows.Count && ContinuesHeader(table.Rows[last], table.Rows[last + 1], hints))
        {
            last++;
        }

        var headers = JoinHeaders(table, first, last, hints);
        var roles = Settle([.. headers.Select((_, i) => hints.Classify(OwnWords(headers, i, hints)))], headers, table.Rows.Skip(last + 1));
        return new TableColumns(roles, headers, last + 1) { FirstHeaderRow = first };
    }

    /// <summary>The text of the cell that covers a column; null when there is none.</summary>
    public static Cell? CellAt(TableRow row, int column)
    {
        foreach (var cell in row.Cells)
        {
            if (cell.Column <= column && column < cell.Column + cell.ColumnSpan)
            {
                return cell;
            }
        }

        return null;
    }

    /// <summary>A row of column numbers under the header: "1 2 3", "(1) (2) (3)", "A B 1 2".</summary>
    public static bool IsColumnNumbers(TableRow row)
    {
        var filled = row.Cells.Where(c => c.Text.Trim().Length > 0).Select(c => c.Text.Trim(' ', '(', ')', '[', ']')).ToList();
        return filled.Count >= 3 && filled.Count >= row.Cells.Count - 1
            && filled.TrueForAll(t => t.Length <= 2 && (t.All(char.IsDigit) || (t.Length == 1 && char.IsUpper(t[0]))));
    }

    private static int Score(TableRow row, ExtractionHints hints)
    {
        var roles = row.Cells.Where(c => c.Text.Length is > 0 and < 100).Select(c => hints.Classify(c.Text)).ToList();
        var longest = row.Cells.Count == 0 ? 0 : row.Cells.Max(c => c.Text.Length);
        return longest > 120 || row.Cells.Count < 2 ? 0 : roles.Where(r => r != FieldRole.Other).Distinct().Count();
    }

    /// <summary>The second row of a header in two storeys: merged from above, or naming roles itself, and not numbered.</summary>
    private static bool ContinuesHeader(TableRow header, TableRow next, ExtractionHints hints)
    {
        if (IsColumnNumbers(next))
        {
            return true;
        }

        var merged = next.Cells.Count(c => c.IsMergedFromAbove);
        var wide = header.Cells.Any(c => c.ColumnSpan > 1)
            || header.Cells.Where(c => c.Text.Length > 0).GroupBy(c => c.Text).Any(g => g.Count() > 1);
        var own = next.Cells.Where(c => !c.IsMergedFromAbove && c.Text.Trim().Length > 0).ToList();
        if (own.Count == 0 || own.Exists(c => c.Text.Length > 60)
            || ItemLabel.Read(own[0].Text + ".").Kind is LabelKind.Arabic or LabelKind.Roman)
        {
            return false;
        }

        // The storeys may be drawn as plain cells: the lower names fields where the upper is blank.
        var isLower = own.Count > 1 && own.Exists(c => CellAt(header, c.Column) is { } above && above.Text.Trim().Length == 0)
            && own.TrueForAll(c => hints.Classify(c.Text) is not (FieldRole.Other or FieldRole.Number));
        return (merged > 0 || wide || isLower)
            && own.TrueForAll(c => hints.Classify(c.Text) is not (FieldRole.Other or FieldRole.Number) || c.Text.Length <= 15);
    }

    private static List<string> JoinHeaders(Table table, int first, int last, ExtractionHints hints)
    {
        var count = Math.Max(table.ColumnCount, table.Rows.Max(r => r.Cells.Count == 0 ? 0 : r.Cells.Max(c => c.Column + c.ColumnSpan)));
        var headers = new List<string>(count);
        for (var column = 0; column < count; column++)
        {
            var parts = new List<string>();
            for (var r = first; r <= last; r++)
            {
                var text = IsColumnNumbers(table.Rows[r]) ? null : CellAt(table.Rows[r], column)?.Text.Replace('\n', ' ').Trim();
                if (!string.IsNullOrEmpty(text) && !parts.Contains(text))
                {
                    parts.Add(text);
                }
            }

            headers.Add(
                parts.Count > 1 && IsShared(table.Rows[first], parts[0]) && hints.Classify(parts[^1]) != FieldRole.Other
                    ? parts[^1] : string.Join(' ', parts));
        }

        return headers;
    }

    /// <summary>"Đơn vị thực hiện Chủ trì | Đơn vị thực hiện Phối hợp": what neighbours share tells nothing, the rest does.</summary>
    private static string OwnWords(List<string> headers, int column, ExtractionHints hints)
    {
        var words = headers[column].Split(' ');
        foreach (var neighbour in new[] { column - 1, column + 1 }.Where(i => i >= 0 && i < headers.Count))
        {
            var others = headers[neighbour].Split(' ');
            var shared = words.Zip(others).TakeWhile(p => p.First == p.Second).Count();
            var rest = string.Join(' ', words.Skip(shared));
            if (shared >= 2 && shared < others.Length && !rest.Any(char.IsDigit) && hints.Classify(rest) != FieldRole.Other)
            {
                return rest;
            }
        }

        return headers[column];
    }

    /// <summary>
    /// The upper storey of a header stands over several columns (or is repeated over each): the lower one tells them apart.
    /// </summary>
    private static bool IsShared(TableRow upper, string text) =>
        upper.Cells.Where(c => c.Text.Replace('\n', ' ').Trim() == text).Sum(c => c.ColumnSpan) > 1;

    /// <summary>
    /// Words that mean one thing beside a task and another beside an indicator ("Đơn vị", "Kết quả") are settled by their neighbours.
    /// </summary>
    private static FieldRole[] Settle(FieldRole[] roles, List<string> headers, IEnumerable<TableRow> rows)
    {
        if (roles.Length > 1 && roles[0] == FieldRole.Other && headers[0].Length <= 4 && roles[1] is FieldRole.Work or FieldRole.Indicator)
        {
            roles[0] = FieldRole.Number;
        }

        SettleTimes(roles, [.. rows]);
        var indicator = Array.IndexOf(roles, FieldRole.Indicator);
        if (indicator >= 0 && !roles.Contains(FieldRole.Work))
        {
            SettleIndicators(roles, headers, [.. rows]);
        }

        foreach (var extra in Enumerable.Range(0, roles.Length).Where(i => roles[i] == FieldRole.Work).Skip(1).ToList())
        {
            roles[extra] = FieldRole.Other;
        }

        return roles;
    }

    /// <summary>"Ghi chú", "Mốc": beside work without a time, a column of which most cells are times tells when.</summary>
    private static void SettleTimes(FieldRole[] roles, List<TableRow> rows)
    {
        if (!roles.Contains(FieldRole.Work) || roles.Contains(FieldRole.Deadline))
        {
            return;
        }

        for (var i = 0; i < roles.Length; i++)
        {
            if (roles[i] == FieldRole.Other && HoldsTimes([.. Cells(rows, i)]))
            {
                roles[i] = FieldRole.Deadline;
                return;
            }
        }
    }

    private static bool HoldsTimes(List<string> cells) =>
        cells.Count > 0 && 2 * cells.Count(text => Deadline.Parse(text).Kind is not (DeadlineKind.None or DeadlineKind.Year)) > cells.Count;

    private static void SettleIndicators(FieldRole[] roles, List<string> headers, List<TableRow> rows)
    {
        for (var i = 0; i < roles.Length; i++)
        {
            if (roles[i] == FieldRole.LeadUnit && VietnameseText.Fold(headers[i]) == BareUnit && !NamesOrgans([.. Cells(rows, i)]))
            {
                roles[i] = FieldRole.MeasureUnit;
            }
        }

        var first = Array.IndexOf(roles, FieldRole.Indicator);
        var measured = roles.Any(r => r is FieldRole.TargetValue or FieldRole.MeasureUnit or FieldRole.Baseline)
            || Enumerable.Range(0, roles.Length)
                .Any(i => i > first && roles[i] == FieldRole.Indicator && HoldsFigures([.. Cells(rows, i)]));
        for (var i = 0; i < roles.Length; i++)
        {
            var figures = Cells(rows, i).ToList();
            if (roles[i] == FieldRole.Output && !roles.Contains(FieldRole.TargetValue)
                && (measured || figures.Count(t => t.Any(char.IsDigit)) > figures.Count / 2))
            {
                roles[i] = FieldRole.TargetValue;
                measured = true;
            }
        }

        if (!measured)
        {
            roles[first] = FieldRole.Work;
        }

        // "Chỉ tiêu | ĐVT | Chỉ tiêu cụ thể": the first names, the others give values.
        for (var i = first + 1; i < roles.Length; i++)
        {
            if (roles[i] == FieldRole.Indicator)
            {
                roles[i] = measured && Cells(rows, i).Any(t => t.Length < 40 && t.Any(char.IsDigit)) ? FieldRole.TargetValue
                    : FieldRole.Other;
            }
        }
    }

    /// <summary>"Tiêu chí | Chỉ tiêu": the second of two names gives values when most of its cells are short and hold digits.</summary>
    private static bool HoldsFigures(List<string> cells) => 2 * cells.Count(t => t.Length < 40 && t.Any(char.IsDigit)) > cells.Count;

    /// <summary>
    /// "Doanh nghiệp" and "Tổ chức" are counted too: only when most cells name organs is the column one of units in charge.
    /// </summary>
    private static bool NamesOrgans(List<string> cells) => 2 * cells.Count(OrganNames.StartsWithOrgan) > cells.Count;

    private static IEnumerable<string> Cells(List<TableRow> rows, int column) =>
        rows.Select(r => CellAt(r, column)).Where(c => c is { ColumnSpan: 1 } && c.Text.Trim().Length > 0).Select(c => c!.Text.Trim());

    internal static bool SameHeader(TableRow row, IReadOnlyList<string> headers) =>
        row.Cells.Count > 1
        && row.Cells
            .All(c => c.Column < headers.Count
                && VietnameseText.Fold(headers[c.Column]).Contains(VietnameseText.Fold(c.Text), StringComparison.Ordinal))
        && row.Cells.Count(c => c.Text.Length > 0) >= 2;
}
