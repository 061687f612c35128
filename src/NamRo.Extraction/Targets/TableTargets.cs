using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>Targets from indicator tables: one for each promised value, several when the table promises several years.</summary>
internal sealed class TableTargets(DocumentReading reading)
{
    private const int LongestBracketedUnit = 20;
    private const double DoubtfulSign = 0.45;

    private readonly bool isScan = reading.Source == SourceKind.Scan;

    public IReadOnlyList<TargetDraft> Read(PlanTable plan, ObjectiveContext context)
    {
        var targets = new List<TargetDraft>();
        var groups = new GroupStack(plan.Node.Parent!);
        var period = context.IsInside ? context.Period : null;
        var values = ValueColumns(plan.Columns);
        if (values.Count == 0)
        {
            return targets;
        }

        foreach (var row in IndicatorRows.Read(plan.Table, plan.Columns))
        {
            if (row.IsGroup)
            {
                groups.Open(row.Number, Quotes.Fold(row.Text));
                period = PeriodReader.Read(row.Text, withStage: true) ?? period;
                continue;
            }

            var section = Section(plan.Node.Parent!, groups, row.Number.Length == 0 ? null : row.Number);
            targets.AddRange(Row(row, plan.Columns, values, period).Select(target => target with { Section = section }));
        }

        return targets;
    }

    /// <summary>"I.2.II.13": the section that holds the table, the group and the row's own number.</summary>
    private static string? Section(OutlineNode home, GroupStack groups, string? number)
    {
        var inner = groups.Path(number);
        var outer = !groups.IsOpen ? null : home.SectionPath();
        var isWhole = outer is null || inner is null || inner.StartsWith(outer + ".", StringComparison.Ordinal);
        return isWhole ? inner ?? outer : $"{outer}.{inner}";
    }

    private static List<int> ValueColumns(TableColumns columns) => [.. columns.Of(FieldRole.TargetValue)];

    private IEnumerable<TargetDraft> Row(IndicatorRow row, TableColumns columns, List<int> values, TargetPeriod? outer)
    {
        var text = Quotes.Fold(row.Text);
        if (text.Length == 0)
        {
            yield break;
        }

        var baselineText = columns.Of(FieldRole.Baseline).Select(row.Cell).LastOrDefault(cell => !IsBlank(cell));
        var draft = new TargetDraft(text, TargetOrigin.Table, Quotes.Of(reading, row.Span, row.Page))
        {
            Baseline = baselineText is null ? null : Quantities.FindInCell(baselineText) is [var was, ..] ? was.Value : null,
            BaselineText = Quotes.FoldOrNull(baselineText),
            Confidence = row.Confidence,
        };
        var unit = columns.Of(FieldRole.MeasureUnit).Select(row.Cell).FirstOrDefault(cell => cell.Length > 0);
        foreach (var column in values)
        {
            var cell = row.Cell(column);
            if (IsBlank(cell))
            {
                continue;
            }

            var period = PeriodReader.ReadCell(cell) ?? PeriodReader.ReadColumn(columns.Headers[column]) ?? outer;
            foreach (var target in Values(draft with { Period = period }, cell, unit, columns.Headers[column]))
            {
                yield return target;
            }
        }
    }

    /// <summary>"≤ 3 Đông Nam Á; ≤ 50 thế giới" promises two ranks; anything after the first value of a part only explains it.</summary>
    private IEnumerable<TargetDraft> Values(TargetDraft draft, string cell, string? unit, string header)
    {
        var found = false;
        foreach (var part in cell.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Quantities.FindInCell(part) is not [var quantity, ..])
            {
                continue;
            }

            found = true;
            // Recognition often loses the bar of "≥", and hardly any plan writes a bare ">": a person has to look.
            var isDoubtful = isScan && quantity.Comparator == Comparator.MoreThan && quantity.Range.Of(part).StartsWith('>');
            yield return draft with
            {
                Confidence = isDoubtful ? Math.Min(draft.Confidence, DoubtfulSign) : draft.Confidence,
                Comparator = quantity.Comparator,
                Value = quantity.Value,
                UpperValue = quantity.Upper,
                Unit = UnitOf(quantity, Quotes.FoldOrNull(unit), draft.Text, header),
                Baseline = quantity.Baseline ?? draft.Baseline,
            };
        }

        if (!found)
        {
            yield return draft;
        }
    }

    /// <summary>
    /// The unit column's words; a share written in the cell itself, or a unit in brackets after the name or the year, where there are
    /// none.
    /// </summary>
    private static string? UnitOf(Quantity quantity, string? column, string name, string header)
    {
        if (column is not null)
        {
            return quantity.IsShare && !column.Contains('%') ? quantity.Unit : column;
        }

        return quantity.Unit ?? Bracketed(name) ?? Bracketed(header);
    }

    /// <summary>"Tỷ lệ số hóa (%)", "Kinh phí (tỷ đồng)".</summary>
    private static string? Bracketed(string text)
    {
        var open = text.LastIndexOf('(');
        var close = text.IndexOf(')', Math.Max(open, 0));
        if (open < 0 || close < open || close - open > LongestBracketedUnit)
        {
            return null;
        }

        var words = text[(open + 1)..close].Trim();
        var asked = words.StartsWith("ĐVT:", StringComparison.OrdinalIgnoreCase) ? words[4..].Trim() : words;
        return Quantities.FindInCell($"1 {asked}") is [{ Unit: { } unit }] && unit.Length == asked.Length ? unit : null;
    }

    private static bool IsBlank(string cell) => cell.Length == 0 || cell.All(c => !char.IsLetterOrDigit(c));
}
