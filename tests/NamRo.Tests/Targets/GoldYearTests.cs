using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Contributions;
using NamRo.Language;
using NamRo.Targets;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Targets.Standings;
using NamRo.Tests.Fixtures;
using NamRo.Tests.Plans;
using NamRo.Work.Contracts;

namespace NamRo.Tests.Targets;

/// <summary>
/// The five real plans, published as people publish them, and a year of invented figures for each of their 56 labelled targets, judged at
/// each month's end.
/// </summary>
[Collection("jobs")]
public sealed class GoldYearTests(TestHost host)
{
    private const int MonthsBack = 12;

    /// <summary>The plan that says more of a baseline than its figure.</summary>
    private const int WithProse = 2;

    private const int LongestFigure = 20;

    [Theory]
    [InlineData(0, "samples/000_plan.docx", 22)]
    [InlineData(1, "samples/001_plan.pdf", 14)]
    [InlineData(2, "samples/002_plan.docx", 20)]
    [InlineData(3, "samples/003_plan.pdf", 0)]
    [InlineData(4, "samples/004_plan.docx", 0)]
    public async Task Publish_RealPlan_ItsTargetsLiveThroughAYear(int seed, string file, int count)
    {
        var (ward, browser) = await PublishAsync(file);
        using var secretary = browser;
        var labelled = GoldTargets.Read(seed);
        var rows = await ward.TargetsAsync();

        Assert.Equal((count, count), (labelled.Count, rows.Count));
        foreach (var (promise, row) in labelled.Zip(rows))
        {
            AssertAsLabelled(promise, row);
        }

        Assert.Equal(seed == WithProse, rows.Exists(row => row.BaselineText?.Length > LongestFigure));
        await AssertMayBeEnteredAsync(secretary, rows);
        await AssertTrackingAsync(ward, secretary, rows);
        await EnterYearAsync(ward, (await ward.TodayAsync()).Year);
        await AssertYearAsync(ward);
    }

    [Fact]
    public void Read_Labels_HoldTheCasesThatAreHardToJudge()
    {
        var all = Enumerable.Range(0, GoldTargets.PlanCount).SelectMany(seed => GoldTargets.Read(seed)).ToList();

        Assert.Equal(56, all.Count);
        Assert.Contains(all, promise => promise.Value < promise.Baseline);
        Assert.Contains(all, promise => promise.UpperValue is not null);
        Assert.Contains(all, promise => promise.PeriodFrom != promise.PeriodTo);
    }

    private static void AssertAsLabelled(TargetCommitment promise, TargetRow row)
    {
        var kind = promise.Comparator == Comparator.None ? FigureKind.YesNo : promise.MeasureUnit == "%" ? FigureKind.Share : FigureKind.Amount;
        Assert.Equal((kind, promise.MeasureUnit ?? ""), (row.Kind, row.MeasureUnit));
        Assert.True(SharedWords(promise.Text, row.Text) > 0.7, $"{promise.Text} is not {row.Text}");
        Assert.Equal((promise.Comparator, promise.Value, promise.UpperValue, promise.Baseline),
            (row.Comparator, row.Value, row.UpperValue, row.Baseline));
        Assert.Equal(new DateOnly(promise.PeriodTo is { } to ? int.Parse(to, null) : 2026, 12, 31), row.DueOn);
        Assert.Equal(new DateOnly(promise.PeriodFrom is { } from ? int.Parse(from, null) : 2026, 1, 1), row.SpanFrom);
    }

    /// <summary>Of the shorter text: labels leave out what stands around a target.</summary>
    private static double SharedWords(string one, string other)
    {
        var words = new[] { one, other }.Select(text => VietnameseText.WithoutAccents(text).Split(' ').ToHashSet(StringComparer.Ordinal))
            .OrderBy(set => set.Count).ToList();
        return (double)words[0].Count(words[1].Contains) / words[0].Count;
    }

    /// <summary>The grid of the month in which quarters end too has a place for every target, unit by unit.</summary>
    private static async Task AssertMayBeEnteredAsync(Browser browser, List<TargetRow> rows)
    {
        var offered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in rows.Select(row => row.LeadUnitId ?? Guid.Empty).Distinct())
        {
            var grid = await browser.GetAsync($"/chi-tieu/nhap-so-lieu?don-vi={unit}&ky=2026-03");
            offered.UnionWith(grid.Document.QuerySelectorAll("[name$='.SeriesId']").Select(input => input.GetAttribute("value")!));
        }

        Assert.All(rows, row => Assert.Contains(row.SeriesId.ToString(System.Globalization.CultureInfo.InvariantCulture), offered));
    }

    /// <summary>
    /// The two figures by which the plans follow themselves are shown for the ward; where its plan sets them as targets, a person confirms
    /// the proposal and the figures are computed.
    /// </summary>
    private static async Task AssertTrackingAsync(TestWard ward, Browser browser, List<TargetRow> rows)
    {
        foreach (var (code, goal) in new[] { (WorkFigure.MonthlyUpdate, 90m), (WorkFigure.Tracked, 100m) })
        {
            var page = await browser.GetAsync($"/cach-tinh/{code}");
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            Assert.Contains($"{goal:0}%", page.Document.QuerySelector("main .status")!.TextContent, StringComparison.Ordinal);
        }

        var indicators = await ward.ReadAsync(database => database.Set<Indicator>().Where(row => row.Code == "CQ-05" || row.Code == "CQ-06")
            .ToDictionaryAsync(row => row.Id, row => row.Code));
        var matcher = new IndicatorMatcher(await ward.ReadAsync(database => database.Set<Indicator>().ToListAsync()));
        foreach (var row in rows)
        {
            var best = matcher.Propose(row.Text, row.Kind, row.MeasureUnit) is [var first, ..] ? first.Indicator : null;
            if (best is null || !indicators.TryGetValue(best.Id, out var code))
            {
                continue;
            }

            await browser.SubmitAsync(await browser.GetAsync("/chi-tieu/doi-chieu"), new Dictionary<string, string>
            {
                ["TargetId"] = row.Id.ToString(),
                ["Choice"] = best.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            });
            var computed = (await ward.TargetsAsync()).Single(one => one.Id == row.Id);
            Assert.Equal(code == "CQ-06" ? WorkFigure.MonthlyUpdate : WorkFigure.Tracked, computed.MeasureCode);
            Assert.True(await ward.ReadAsync(database => database.Set<MeasurementRow>()
                .AnyAsync(one => one.SeriesId == computed.SeriesId && one.Source == FigureSource.Computed)));
        }
    }

    private static async Task AssertYearAsync(TestWard ward)
    {
        var today = await ward.TodayAsync();
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
                    AssertMonth(goal, figures, new DateOnly(today.Year, month, DateTime.DaysInMonth(today.Year, month)));
                }
            }
        });
        Assert.All(await ward.ReadAsync(database => database.Set<MeasurementRow>().ToListAsync()), row => Assert.True(row.IsSynthetic));
        Assert.All(await ward.TargetsAsync(), row => Assert.NotNull(row.CurrentValue));
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
        var known = await database.Set<Measurement>().ToDictionaryAsync(row => (row.SeriesId, row.Period), row => row.Number);
        var inputs = new List<FigureInput>();
        foreach (var row in await database.Set<TargetRow>().ToListAsync())
        {
            for (var period = FigurePeriod.Holding(row.Rhythm, new DateOnly(year, 1, 1)); period.Start <= today; period = period.Next)
            {
                inputs.Add(new(row.SeriesId, period.Start, FigureOf(row, period.Start.Month),
                    known.TryGetValue((row.SeriesId, period.Start), out var seen) ? seen : null));
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

    private async Task<(TestWard Ward, Browser Browser)> PublishAsync(string file)
    {
        var plan = await ReviewedPlan.CreateAsync(host, file);
        await plan.AcceptAllAsync();
        using var leader = await plan.Ward.SignInAsync(BuiltInRole.Leader);
        var answer = await leader.SubmitAsync(await leader.GetAsync($"{plan.Path}/cong-bo"), new Dictionary<string, string>());
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.Status);
        return (plan.Ward, plan.Browser);
    }
}
