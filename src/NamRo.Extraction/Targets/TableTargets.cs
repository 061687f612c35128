using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>Targets from indicator tables: one for each promised value, several when the table promises several years.</summary>
internal sealed class TableTargets(DocumentReading reading)
{
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

            var section = groups.Path(row.Number.Length == 0 ? null : row.Number);
            targets.AddRange(Row(row, plan.Columns, values, period).Select(target => target with { Section = section }));
        }

        return targets;
    }

    private static List<int> ValueColumns(TableColumns columns) => [.. columns.Of(FieldRole.TargetValue)];

    private IEnumerable<TargetDraft> Row(IndicatorRow row, TableColumns columns, List<int> values, TargetPeriod? outer)
    {
        var text = Quotes.Fold(row.Text);
        if (text.Length == 0)
        {
            yield break;
        }

        var baselineText = columns.Of(FieldRole.Baseline).Select(row.Cell).LastOrDefault(cell => cell.Length > 0);
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
    private static IEnumerable<TargetDraft> Values(TargetDraft draft, string cell, string? unit, string header)
    {
        var found = false;
        foreach (var part in cell.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Quantities.FindInCell(part) is not [var quantity, ..])
            {
                continue;
            }

            found = true;
            yield return draft with
            {
                Comparator = quantity.Comparator,
                Value = quantity.Value,
                UpperValue = quantity.Upper,
                Unit = Quotes.FoldOrNull(unit) ?? UnitOf(quantity, draft.Text, header),
                Baseline = quantity.Baseline ?? draft.Baseline,
            };
        }

        if (!found)
        {
            yield return draft;
        }
    }

    private static string? UnitOf(Quantity quantity, string name, string header)
    {
        var isShare = quantity.Unit is null && (name.TrimEnd(' ', ')').EndsWith('%') || header.Contains('%'));
        return isShare ? "%" : quantity.Unit;
    }

    private static bool IsBlank(string cell) => cell.Length == 0 || cell.All(c => !char.IsLetterOrDigit(c));
}
