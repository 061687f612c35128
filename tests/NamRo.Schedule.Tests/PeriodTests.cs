using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace NamRo.Schedule.Tests;

public sealed class PeriodTests
{
    private static readonly Gen<(PeriodRules Rules, PeriodKind Kind, DateOnly Date)> Cases =
        from rules in Gen.Elements(PeriodRules.Calendar, PeriodRules.Decree09)
        from kind in Gen.Elements(Enum.GetValues<PeriodKind>())
        from day in Gen.Choose(0, 9000)
        select (rules, kind, new DateOnly(2010, 1, 1).AddDays(day));

    // Nghị định 09/2019/NĐ-CP, Điều 12, khoản 1-4; nine months as the wards' circulars restate it.
    [Theory]
    [InlineData("2026-M1", "2025-12-15", "2026-01-14")]
    [InlineData("2026-M3", "2026-02-15", "2026-03-14")]
    [InlineData("2026-Q1", "2025-12-15", "2026-03-14")]
    [InlineData("2026-Q2", "2026-03-15", "2026-06-14")]
    [InlineData("2026-H1", "2025-12-15", "2026-06-14")]
    [InlineData("2026-H2", "2026-06-15", "2026-12-14")]
    [InlineData("2026-N1", "2025-12-15", "2026-09-14")]
    [InlineData("2026-Y1", "2025-12-15", "2026-12-14")]
    public void SpanOf_Decree09_CutsOffOnDay14(string code, string from, string to) =>
        Assert.Equal(new DateSpan(Day(from), Day(to)), PeriodRules.Decree09.SpanOf(ReportingPeriod.FromCode(code)!.Value));

    [Theory]
    [InlineData("2026-Q2", "2026-04-01", "2026-06-30", "Quý II/2026")]
    [InlineData("2028-M2", "2028-02-01", "2028-02-29", "Tháng 2/2028")]
    [InlineData("2026-H2", "2026-07-01", "2026-12-31", "6 tháng cuối năm 2026")]
    [InlineData("2026-W1", "2025-12-29", "2026-01-04", "Tuần 1/2026")]
    public void SpanOf_Calendar_IsWholeMonths(string code, string from, string to, string title)
    {
        var period = ReportingPeriod.FromCode(code)!.Value;
        Assert.Equal(new DateSpan(Day(from), Day(to)), PeriodRules.Calendar.SpanOf(period));
        Assert.Equal(title, period.Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-Q5")]
    [InlineData("2026-M0")]
    [InlineData("2026-M03")]
    [InlineData("2025-W53")]
    [InlineData("26-Q1")]
    public void FromCode_NoPeriod_IsNull(string code) => Assert.Null(ReportingPeriod.FromCode(code));

    [Fact]
    public void On_AnyDay_LiesInItsPeriod() => Prop.ForAll(Cases.ToArbitrary(), c =>
    {
        var span = c.Rules.SpanOf(c.Rules.On(c.Kind, c.Date));
        return c.Kind == PeriodKind.NineMonths ? span.To >= c.Date && span.To < c.Date.AddYears(1) : span.Contains(c.Date);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Next_FollowsWithoutGap_AndPreviousUndoesIt() => Prop.ForAll(Cases.ToArbitrary(), c =>
    {
        var period = c.Rules.On(c.Kind, c.Date);
        var gapless = c.Rules.SpanOf(period.Next).From == c.Rules.SpanOf(period).To.AddDays(1);
        return (gapless || c.Kind == PeriodKind.NineMonths) && period.Next.Previous == period && period < period.Next
            && ReportingPeriod.FromCode(period.Code) == period;
    }).QuickCheckThrowOnFailure();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
