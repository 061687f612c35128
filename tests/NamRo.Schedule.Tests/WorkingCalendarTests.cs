using FsCheck;
using FsCheck.Fluent;

namespace NamRo.Schedule.Tests;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = new(WorkingCalendar.Declared);

    [Theory]
    [InlineData("2026-02-17", false)]
    [InlineData("2026-08-22", true)]
    [InlineData("2026-08-31", false)]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-23", true)]
    [InlineData("2027-02-08", false)]
    [InlineData("2027-02-11", true)]
    [InlineData("2027-05-03", false)]
    public void IsWorkingDay_HolidaysAndSwappedDays_FollowTheDeclarations(string date, bool isWorking) =>
        Assert.Equal(isWorking, Calendar.IsWorkingDay(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void AddWorkingDays_OverTet_SkipsTheWholeWeek() =>
        Assert.Equal(new DateOnly(2026, 2, 23), Calendar.AddWorkingDays(new DateOnly(2026, 2, 13), 1));

    [Fact]
    public void WorkingDaysBetween_UndoesAddWorkingDays() => Prop.ForAll<int, int>((start, days) =>
    {
        var from = new DateOnly(2026, 1, 1).AddDays(Math.Abs(start % 1000));
        var count = Math.Abs(days % 300);
        return Calendar.WorkingDaysBetween(from, Calendar.AddWorkingDays(from, count)) == count;
    }).QuickCheckThrowOnFailure();
}
