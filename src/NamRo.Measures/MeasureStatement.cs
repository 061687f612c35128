using System.Globalization;

namespace NamRo.Measures;

/// <summary>For which days a measure is taken.</summary>
public sealed record MeasurePeriod(DateOnly From, DateOnly To)
{
    /// <summary>A calendar month.</summary>
    public static MeasurePeriod Month(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>The calendar month that holds the day.</summary>
    public static MeasurePeriod MonthOf(DateOnly day) => Month(day.Year, day.Month);

    public static MeasurePeriod Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
}

/// <summary>What the statement needs besides the expression.</summary>
/// <param name="WardIds">The wards whose rows count: one, or those of a city.</param>
public sealed record MeasureScope(IReadOnlyList<Guid> WardIds, MeasurePeriod Period, DateOnly Today);

/// <summary>A statement whose every value is a parameter, <c>$1</c> first. Names in it come from the sources alone.</summary>
/// <param name="Parameters">Guid, Guid[], DateOnly, decimal, string or int.</param>
public sealed record MeasureStatement(string Sql, IReadOnlyList<object> Parameters);

/// <summary>A measure's value. Null: no data, which is not zero.</summary>
/// <param name="Numerator">Of a share.</param>
/// <param name="Denominator">Of a share.</param>
public sealed record MeasureValue(decimal? Value, decimal? Numerator, decimal? Denominator)
{
    public static MeasureValue None { get; } = new(null, null, null);
}

/// <summary>Turns checked measures into statements and their cells into values.</summary>
public static class MeasureCompiler
{
    /// <summary>The rows considered: a share's denominator.</summary>
    private const string Whole = "count(*)::numeric";

    /// <summary>One row with two cells for each aggregate: see <see cref="Evaluate"/>.</summary>
    public static MeasureStatement Compile(Measure measure, MeasureScope scope)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Compile([measure], scope);
    }

    /// <summary>Several measures in one statement, their cells one behind the other.</summary>
    public static MeasureStatement Compile(IReadOnlyList<Measure> measures, MeasureScope scope)
    {
        ArgumentNullException.ThrowIfNull(measures);
        var writer = new StatementWriter(scope);
        var tables = measures.SelectMany(measure => measure.Aggregates)
            .Select((one, index) => $"(select {Value(writer, one)} as v, {Whole} as w{From(writer, one)}) t{index}").ToList();
        var cells = tables.Select((_, index) => $"t{index}.v, t{index}.w");
        return new MeasureStatement($"select {string.Join(", ", cells)} from {string.Join(" cross join ", tables)}", writer.Parameters);
    }

    /// <summary>
    /// For each aggregate one statement: rows (group, value, whole). <paramref name="field"/> names the group in every source of the
    /// measure: a field, or null for the ward itself.
    /// </summary>
    /// <returns>Null when a source has no such field.</returns>
    public static IReadOnlyList<MeasureStatement>? CompileBy(Measure measure, string? field, MeasureScope scope)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var statements = new List<MeasureStatement>();
        foreach (var one in measure.Aggregates)
        {
            var column = field is null
                ? "ward_id"
                : one.Source.Fields.FirstOrDefault(known => Tokens.KeyOf(known.Name) == Tokens.KeyOf(field))?.Column;
            if (column is null)
            {
                return null;
            }

            var writer = new StatementWriter(scope);
            statements.Add(new MeasureStatement(
                $"select r.{column}, {Value(writer, one)}, {Whole}{From(writer, one)} group by r.{column}", writer.Parameters));
        }

        return statements;
    }

    /// <summary>The rows behind an aggregate, by title and key, at most <paramref name="limit"/> after the given ones.</summary>
    /// <param name="isPart">For a share: only the rows that meet the condition, or only those that do not; null: all considered.</param>
    /// <param name="after">Title and key of the last row seen.</param>
    public static MeasureStatement CompileRows(Aggregate aggregate, bool? isPart, MeasureScope scope, (string Title, Guid Key)? after,
        int limit)
    {
        ArgumentNullException.ThrowIfNull(aggregate);
        var writer = new StatementWriter(scope);
        var source = aggregate.Source;
        var where = From(writer, aggregate);
        if (isPart is { } wanted && aggregate.Part is { } part)
        {
            where += wanted ? $" and {writer.Write(part)}" : $" and not coalesce({writer.Write(part)}, false)";
        }

        if (after is { } last)
        {
            where += $" and (r.{source.TitleColumn}, r.{source.KeyColumn}) > ({writer.Add(last.Title)}, {writer.Add(last.Key)})";
        }

        return new MeasureStatement($"select r.{source.KeyColumn}, r.{source.TitleColumn}, r.{source.LinkColumn}{where} "
            + $"order by r.{source.TitleColumn}, r.{source.KeyColumn} limit {writer.Add(limit)}", writer.Parameters);
    }

    /// <summary>The value from the cells: two for each aggregate (its value or a share's numerator, and the rows considered).</summary>
    public static MeasureValue Evaluate(Measure measure, IReadOnlyList<decimal?> cells)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(cells);
        try
        {
            return measure.Root is Aggregate { Kind: AggregateKind.Share } share
                ? new MeasureValue(ValueOf(share, cells), cells[2 * share.Index], cells[(2 * share.Index) + 1])
                : new MeasureValue(ValueOf(measure.Root, cells), null, null);
        }
        catch (OverflowException)
        {
            // A product of large constants that no ward means: no value rather than a wrong one.
            return MeasureValue.None;
        }
    }

    private static decimal? ValueOf(Formula formula, IReadOnlyList<decimal?> cells) => formula switch
    {
        Constant constant => constant.Value,
        Aggregate { Kind: AggregateKind.Share } share => Divide(100 * cells[2 * share.Index], cells[(2 * share.Index) + 1]),
        Aggregate one => cells[2 * one.Index],
        Arithmetic { Sign: '+' } sum => ValueOf(sum.Left, cells) + ValueOf(sum.Right, cells),
        Arithmetic { Sign: '-' } difference => ValueOf(difference.Left, cells) - ValueOf(difference.Right, cells),
        Arithmetic { Sign: '*' } product => ValueOf(product.Left, cells) * ValueOf(product.Right, cells),
        Arithmetic quotient => Divide(ValueOf(quotient.Left, cells), ValueOf(quotient.Right, cells)),
        _ => throw new ArgumentException("Unknown formula.", nameof(formula)),
    };

    private static decimal? Divide(decimal? numerator, decimal? denominator) => denominator is null or 0 ? null : numerator / denominator;

    private static string Value(StatementWriter writer, Aggregate one) => one.Kind switch
    {
        AggregateKind.Count => "count(*)::numeric",
        AggregateKind.Distinct => $"count(distinct r.{one.Field!.Column})::numeric",
        AggregateKind.Share => $"count(*) filter (where {writer.Write(one.Part!)})::numeric",
        AggregateKind.Sum => $"sum(r.{one.Field!.Column})::numeric",
        AggregateKind.Average => $"avg(r.{one.Field!.Column})::numeric",
        AggregateKind.Largest => $"max(r.{one.Field!.Column})::numeric",
        _ => $"min(r.{one.Field!.Column})::numeric",
    };

    private static string From(StatementWriter writer, Aggregate one)
    {
        var ward = writer.WardIds is [var only] ? $"= {writer.Add(only)}" : $"= any({writer.Add(writer.WardIds.ToArray())})";
        return string.Create(CultureInfo.InvariantCulture,
            $" from {one.Source.View} r where r.ward_id {ward}{(one.Filter is { } filter ? " and " + writer.Write(filter) : "")}");
    }
}
