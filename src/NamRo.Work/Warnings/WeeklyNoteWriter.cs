using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Time;
using NamRo.Schedule;
using NamRo.Work.Domain;
using NamRo.Work.Standing;

namespace NamRo.Work.Warnings;

/// <summary>The first working day of a week: what is stuck, for those who chair the ward. None is written of nothing.</summary>
internal sealed class WeeklyNoteWriter(AppDb database, NoticeBoard notices, EventLog events, WardClock clock)
{
    public const string KindCode = "work.weekly_note";

    public const string Address = "/nhiem-vu/phieu-tuan/";

    private const string LeadershipKind = "Leadership";

    private const int MostLines = 15;

    /// <summary>Adds the week's notes and notices; the caller saves.</summary>
    public async Task WriteAsync(WorkingCalendar calendar, DateOnly today, CancellationToken cancel)
    {
        var week = PeriodRules.Calendar.SpanOf(PeriodRules.Calendar.On(PeriodKind.Week, today));
        if (calendar.OnOrAfter(week.From) != today || await database.Set<WeeklyNote>().AnyAsync(note => note.WeekFrom == week.From, cancel))
        {
            return;
        }

        var counts = await database.Set<TaskStanding>().GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        int Of(StandingState state) => counts.GetValueOrDefault(state.ToString());
        // On the first days of a month little is due yet: the month that ended yesterday is told of.
        var share = await UpdateShare.ReadAsync(database, today.AddDays(-1), cancel);
        if (Of(StandingState.Late) + Of(StandingState.AboutToBeLate) + Of(StandingState.InsufficientData) == 0 && share.IsReached)
        {
            return;
        }

        var chairs = await database.Set<UnitRow>().AsNoTracking()
            .Where(unit => unit.Kind == LeadershipKind && unit.ValidTo == null && unit.HeadPersonId != null)
            .Select(unit => unit.HeadPersonId!.Value).Distinct().ToListAsync(cancel);
        var lines = await LinesAsync(cancel);
        foreach (var chair in chairs)
        {
            var note = new WeeklyNote
            {
                Id = Guid.CreateVersion7(clock.Now),
                WeekFrom = week.From,
                PersonId = chair,
                LateCount = Of(StandingState.Late),
                SoonCount = Of(StandingState.AboutToBeLate),
                UnclearCount = Of(StandingState.InsufficientData),
                OwedCount = share.Owed,
                UpdatedCount = share.Updated,
                Lines = string.Join('\n', lines),
                WrittenAt = clock.Now,
            };
            database.Add(note);
            events.Record(new WeeklyNoteWritten(SubjectOf(note)));
            Tell(note);
        }
    }

    internal static EventSubject SubjectOf(WeeklyNote note) =>
        new(nameof(WeeklyNote), note.Id, $"Phiếu tuần từ {StandingText.Day(note.WeekFrom)}");

    private void Tell(WeeklyNote note) => notices.Post(new Notice(note.PersonId, KindCode,
        $"Phiếu tuần từ {StandingText.Day(note.WeekFrom)}: {note.LateCount} quá hạn, {note.SoonCount} sắp đến hạn, "
        + $"{note.UnclearCount} chưa đủ dữ liệu", Address + note.Id, note.Lines,
        string.Create(CultureInfo.InvariantCulture, $"work.weekly:{note.WeekFrom:yyyy-MM-dd}")));

    private async Task<List<string>> LinesAsync(CancellationToken cancel)
    {
        var late = StandingState.Late.ToString();
        var rows = await (from standing in database.Set<TaskStanding>().AsNoTracking()
                          join task in database.Set<WorkTask>() on standing.TaskId equals task.Id
                          join unit in database.Set<UnitRow>() on task.LeadUnitId equals unit.Id into units
                          from unit in units.DefaultIfEmpty()
                          where standing.State == late
                          orderby standing.Since
                          select new { task.Text, standing.Reason, Unit = unit.ShortName }).Take(MostLines).ToListAsync(cancel);
        return rows.ConvertAll(row => $"{WorkTask.Shorten(row.Text)} ({row.Unit ?? "chưa rõ đơn vị"}): {row.Reason}.");
    }
}

[EventTitle("Lập phiếu tuần trình lãnh đạo")]
internal sealed record WeeklyNoteWritten(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Lãnh đạo đã xem phiếu tuần")]
internal sealed record WeeklyNoteAcknowledged(EventSubject Subject) : WardEvent(Subject);
