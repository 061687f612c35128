using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Language;
using NamRo.Targets;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Targets.Standings;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Targets;

/// <summary>A year of invented figures for each of the labelled targets, judged at each month's end.</summary>
public sealed class GoldYearTests(TestHost host)
{
    private const int MonthsBack = 12;

    [Fact]
    public async Task Open_LabelledTargets_HaveTheRightKindUnitPeriodAndAPlaceToEnter()
    {
        var (ward, promises) = await OpenAsync();

        var rows = await ward.ReadAsync(database => database.Set<TargetRow>().ToDictionaryAsync(row => row.Id));
        Assert.Equal(56, rows.Count);
        foreach (var promise in promises)
        {
            var row = rows[promise.Id];
            var kind = promise.Comparator == Comparator.None ? FigureKind.YesNo : promise.MeasureUnit == "%" ? FigureKind.Share : FigureKind.Amount;
            Assert.Equal((kind, promise.MeasureUnit ?? ""), (row.Kind, row.MeasureUnit));
            Assert.Equal(new DateOnly(promise.PeriodTo is { } to ? int.Parse(to, null) : 2026, 12, 31), row.DueOn);
            Assert.Equal(new DateOnly(promise.PeriodFrom is { } from ? int.Parse(from, null) : 2026, 1, 1), row.SpanFrom);
        }

        await ward.InsideAsync(async (_, services) =>
        {
            var grid = services.GetRequiredService<FigureGrid>();
            var offered = (await grid.LinesAsync(null, new(2026, 3, 1), CancellationToken.None)).Select(line => line.Series.Id).ToHashSet();
            Assert.All(rows.Values, row => Assert.Contains(row.SeriesId, offered));
        });
    }

    [Fact]
    public async Task Judge_AYearOfInventedFigures_GivesValueStandingAndReasonAtEachMonthsEnd()
    {
        var (ward, promises) = await OpenAsync();
        var today = await ward.TodayAsync();
        var year = today.Year;
        await EnterYearAsync(ward, year);

        await ward.InsideAsync(async (database, services) =>
        {
            var standings = services.GetRequiredService<StandingBook>();
            var series = await database.Set<Series>().ToDictionaryAsync(row => row.Id);
            foreach (var target in await database.Set<Target>().Include(row => row.Milestones).ToListAsync())
            {
                var goal = StandingBook.GoalOf(target, series[target.SeriesId]);
                var figures = (await standings.FiguresAsync([target.SeriesId], CancellationToken.None))[target.SeriesId].ToList();
                for (var month = 1; month <= today.Month - 1; month++)
                {
                    AssertMonth(goal, figures, new DateOnly(year, month, DateTime.DaysInMonth(year, month)));
                }
            }
        });
        Assert.All(await ward.ReadAsync(database => database.Set<MeasurementRow>().ToListAsync()), row => Assert.True(row.IsSynthetic));
        Assert.Equal(promises.Count, await ward.ReadAsync(database => database.Set<TargetRow>().CountAsync(row => row.CurrentValue != null)));
    }

    /// <summary>What the figures mean, worked out a second time and more plainly than the rule does.</summary>
    private static void AssertMonth(Goal goal, List<Point> figures, DateOnly end)
    {
        var verdict = StandingRule.Judge(goal, figures, end);
        var known = figures.Where(point => point.Period <= end && point.Period >= goal.SpanFrom).ToList();
        if (known.Count == 0)
        {
            Assert.True(verdict.Standing is TargetStanding.NotDue or TargetStanding.NoData, verdict.Reason);
            return;
        }

        var value = goal.IsCumulative ? known.Sum(point => point.Value!.Value) : known[^1].Value!.Value;
        Assert.Equal(value, verdict.Value);
        var isReached = goal.Kind == FigureKind.YesNo ? value == 1 : goal.Comparator switch
        {
            Comparator.MoreThan => value > goal.Value,
            _ => value >= goal.Value,
        };
        Assert.True(isReached == (verdict.Standing == TargetStanding.Met), $"{goal.Promise} {value}: {verdict.Standing} {verdict.Reason}");
        if (!isReached)
        {
            Assert.True(verdict.Standing is TargetStanding.OnTrack or TargetStanding.AtRisk or TargetStanding.NoData, verdict.Reason);
        }

        Assert.Contains(goal.Kind == FigureKind.YesNo ? (value == 1 ? "đã xong" : "xong") : FigureWords.Show(value), verdict.Reason,
            StringComparison.Ordinal);
    }

    /// <summary>Shares climb from below the promise to just above it, things are counted one by one, words become done at the end.</summary>
    private static async Task EnterYearAsync(TestWard ward, int year) => await ward.InsideAsync(async (database, services) =>
    {
        var today = await ward.TodayAsync();
        var handler = services.GetRequiredService<RecordFiguresHandler>();
        var inputs = new List<FigureInput>();
        foreach (var row in await database.Set<TargetRow>().ToListAsync())
        {
            for (var period = FigurePeriod.Holding(row.Rhythm, new DateOnly(year, 1, 1)); period.Start <= today; period = period.Next)
            {
                inputs.Add(new(row.SeriesId, period.Start, FigureOf(row, period.Start.Month), null));
            }
        }

        var command = new RecordFigures(Guid.CreateVersion7(), FigureSource.Imported, inputs) { IsSynthetic = true, HasChecked = true };
        await handler.HandleAsync(command, CancellationToken.None);
    });

    private static Figure FigureOf(TargetRow row, int month) => row.Kind switch
    {
        FigureKind.Share => Figure.ShareOf(Math.Min(1000, Math.Round((10 * row.Value!.Value) - (5 * (MonthsBack - month)) + 20)), 1000),
        FigureKind.Amount => Figure.Of(month % 3 == 0 ? 1 : 0),
        _ => Figure.Of(month >= 7 ? 1 : 0),
    };

    private async Task<(TestWard Ward, IReadOnlyList<TargetCommitment> Promises)> OpenAsync()
    {
        var ward = await TestWard.CreateAsync(host);
        var promises = GoldTargets.Read();
        await ward.InsideAsync(async (_, services) =>
        {
            var register = services.GetRequiredService<ITargetRegister>();
            foreach (var plan in promises.GroupBy(promise => promise.PlanId))
            {
                await register.OpenAsync([.. plan], CancellationToken.None);
            }
        });
        return (ward, promises);
    }
}
