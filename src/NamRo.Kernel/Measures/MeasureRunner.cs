using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Measures;

namespace NamRo.Kernel.Measures;

/// <summary>A row that a figure counted.</summary>
public sealed record CountedRow(Guid Key, string Title, string Href);

/// <summary>
/// Takes figures from the rows. Every call runs in the running transaction, whose ward the database checks once more.
/// </summary>
public sealed class MeasureRunner(AppDb database, CurrentUser user, WardClock clock)
{
    /// <summary>Whether the user may see what the measure is made of.</summary>
    public bool MayRead(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.Sources.All(source => user.May(source.Permission));
    }

    /// <summary>The figure of the current ward.</summary>
    public async Task<MeasureValue> TakeAsync(Measure measure, MeasurePeriod period, CancellationToken cancel) =>
        (await TakeAsync([measure], period, cancel))[0];

    /// <summary>Several figures of the current ward with one statement.</summary>
    public async Task<IReadOnlyList<MeasureValue>> TakeAsync(IReadOnlyList<Measure> measures, MeasurePeriod period,
        CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(measures);
        if (measures.Count == 0)
        {
            return [];
        }

        var cells = (await ReadAsync(MeasureCompiler.Compile(measures, Scope(period)), Cells, cancel)).Single();
        var values = new List<MeasureValue>();
        var at = 0;
        foreach (var measure in measures)
        {
            values.Add(MeasureCompiler.Evaluate(measure, cells[at..(at += 2 * measure.Aggregates.Count)]));
        }

        return values;
    }

    /// <summary>The figure for each value of a key field of its sources, such as đơn_vị. Null: a source has no such field.</summary>
    public Task<IReadOnlyDictionary<Guid, MeasureValue>?> TakeByAsync(Measure measure, string field, MeasurePeriod period,
        CancellationToken cancel) =>
        TakeGroupsAsync(measure, field, Scope(period), cancel);

    /// <summary>
    /// The figure for each of the wards; the transaction must be allowed to look at them (<see cref="AppDb.LookAcrossWardsAsync"/>).
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, MeasureValue>> TakeByWardAsync(Measure measure, IReadOnlyList<Guid> wards,
        MeasurePeriod period, CancellationToken cancel) =>
        (await TakeGroupsAsync(measure, null, new(wards, period, clock.Today), cancel))!;

    /// <summary>The rows behind one leaf of the figure, by title, at most <paramref name="limit"/> after the given one.</summary>
    public Task<List<CountedRow>> ListAsync(Aggregate aggregate, bool? isPart, MeasurePeriod period, (string Title, Guid Key)? after,
        int limit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(aggregate);
        var statement = MeasureCompiler.CompileRows(aggregate, isPart, Scope(period), after, limit);
        return ReadAsync(statement, row => new CountedRow(row.GetGuid(0), row.GetString(1),
            string.Format(CultureInfo.InvariantCulture, aggregate.Source.LinkFormat, row.GetValue(2))), cancel);
    }

    private async Task<IReadOnlyDictionary<Guid, MeasureValue>?> TakeGroupsAsync(Measure measure, string? field, MeasureScope scope,
        CancellationToken cancel)
    {
        if (MeasureCompiler.CompileBy(measure, field, scope) is not { } statements)
        {
            return null;
        }

        var cells = new Dictionary<Guid, decimal?[]>();
        for (var index = 0; index < statements.Count; index++)
        {
            var rows = await ReadAsync(statements[index], static row =>
                (Key: row.IsDBNull(0) ? Guid.Empty : row.GetGuid(0), Value: Cell(row, 1), Whole: Cell(row, 2)), cancel);
            foreach (var row in rows)
            {
                if (!cells.TryGetValue(row.Key, out var group))
                {
                    cells[row.Key] = group = Empty(measure);
                }

                (group[2 * index], group[(2 * index) + 1]) = (row.Value, row.Whole);
            }
        }

        return cells.ToDictionary(group => group.Key, group => MeasureCompiler.Evaluate(measure, group.Value));
    }

    /// <summary>A group of which one source has no row: its counts are zero, its other figures unknown.</summary>
    private static decimal?[] Empty(Measure measure) => [.. measure.Aggregates.SelectMany(one => new decimal?[]
    {
        one.Kind is AggregateKind.Count or AggregateKind.Distinct or AggregateKind.Share ? 0 : null, 0,
    })];

    private MeasureScope Scope(MeasurePeriod period) => new([database.WardId], period, clock.Today);

    private async Task<List<T>> ReadAsync<T>(MeasureStatement statement, Func<DbDataReader, T> read, CancellationToken cancel)
    {
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = statement.Sql;
        command.Transaction = database.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("A figure is taken in a transaction.");
        foreach (var value in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static decimal?[] Cells(DbDataReader row) => [.. Enumerable.Range(0, row.FieldCount).Select(column => Cell(row, column))];

    private static decimal? Cell(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDecimal(column);
}
