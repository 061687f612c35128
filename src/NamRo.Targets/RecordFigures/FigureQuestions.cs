using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <summary>Gathers what the checks need and asks them for every figure of one act.</summary>
internal sealed class FigureQuestions(AppDb database)
{
    public async Task<List<FigureQuestion>> AskAsync(IReadOnlyDictionary<int, Series> series, IReadOnlyList<FigureInput> figures,
        CancellationToken cancel)
    {
        if (figures.Count == 0)
        {
            return [];
        }

        var keys = figures.Select(figure => figure.SeriesId).Distinct().ToList();
        var last = figures.Max(figure => figure.Period);
        var past = (await database.Set<Measurement>().AsNoTracking()
            .Where(row => keys.Contains(row.SeriesId) && row.Period < last && row.Value != null).OrderBy(row => row.Period)
            .Select(row => new { row.SeriesId, row.Period, row.Value }).ToListAsync(cancel)).ToLookup(row => row.SeriesId);
        var asked = figures.SelectMany(input => FigureChecks.Ask(series[input.SeriesId].Kind, input.Figure,
            [.. past[input.SeriesId].Where(row => row.Period < input.Period).Select(row => row.Value!.Value)])
            .Select(message => new FigureQuestion(input.SeriesId, input.Period, message))).ToList();
        asked.AddRange(await AskSumsAsync(series, figures, cancel));
        return asked;
    }

    /// <summary>Compares wholes with their parts, in the periods that are being entered.</summary>
    private async Task<List<FigureQuestion>> AskSumsAsync(IReadOnlyDictionary<int, Series> series, IReadOnlyList<FigureInput> figures,
        CancellationToken cancel)
    {
        var wholes = figures.Select(figure => series[figure.SeriesId].WholeId ?? figure.SeriesId).Distinct().ToList();
        var parts = await database.Set<Series>().AsNoTracking().Where(row => row.WholeId != null && wholes.Contains(row.WholeId.Value))
            .Select(row => new { row.Id, Whole = row.WholeId!.Value, row.Kind }).ToListAsync(cancel);
        if (parts.Count == 0)
        {
            return [];
        }

        var keys = parts.Select(part => part.Id).Concat(wholes).Distinct().ToList();
        var periods = figures.Select(figure => figure.Period).Distinct().ToList();
        var known = (await database.Set<Measurement>().AsNoTracking()
            .Where(row => keys.Contains(row.SeriesId) && periods.Contains(row.Period)).ToListAsync(cancel))
            .ToDictionary(row => (row.SeriesId, row.Period), row => row.AsFigure());
        foreach (var input in figures)
        {
            known[(input.SeriesId, input.Period)] = input.Figure;
        }

        decimal? Amount(int id, FigureKind kind, DateOnly period) =>
            known.GetValueOrDefault((id, period)) is { } figure ? (kind == FigureKind.Share ? figure.Numerator : figure.Value) : null;
        return [.. from @group in parts.GroupBy(part => part.Whole)
            from period in periods
            let whole = Amount(@group.Key, @group.First().Kind, period)
            let message = whole is { } sum
                ? FigureChecks.AskSum(sum, @group.Sum(part => Amount(part.Id, part.Kind, period) ?? 0)) : null
            where message is not null
            select new FigureQuestion(@group.Key, period, message)];
    }
}
