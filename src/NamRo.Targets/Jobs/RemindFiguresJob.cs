using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Time;
using NamRo.Targets.Domain;
using NamRo.Targets.Standings;

namespace NamRo.Targets.Jobs;

/// <summary>Figures may have fallen due.</summary>
internal sealed record RemindFigures
{
    public const string Kind = "targets.remind_figures";
}

/// <summary>
/// Tells each unit twice at most what figures it owes of a month: when the counting has ended, and when the day for handing in is over.
/// The head is told; where none is appointed, everybody of the unit.
/// </summary>
internal sealed class RemindFiguresJob(AppDb database, FigureGrid grid, NoticeBoard notices, WardClock clock)
    : IJob<RemindFigures>
{
    /// <summary>Targets named in one notice; the grid behind it has them all.</summary>
    private const int MostNamed = 8;

    public static NoticeKind Due { get; } = new("targets.figures_due", "Số liệu chỉ tiêu đến kỳ nhập, quá hạn nhập")
    {
        EnglishTitle = "Figures of targets due or overdue",
    };

    public async Task RunAsync(RemindFigures payload, JobRun run, CancellationToken cancel)
    {
        var month = grid.CurrentMonth();
        var due = await grid.DueOnAsync(month, cancel);
        var units = await database.Set<Series>().Where(row => row.LeadUnitId != null && row.EndedOn == null && row.MeasureCode == null)
            .Select(row => row.LeadUnitId!.Value).Distinct().ToListAsync(cancel);
        foreach (var unit in await database.Set<UnitRow>().AsNoTracking().Where(row => units.Contains(row.Id)).ToListAsync(cancel))
        {
            var owed = (await grid.LinesAsync(unit.Id, month, cancel)).Where(line => line.IsOwed).ToList();
            if (owed.Count > 0)
            {
                await TellAsync(unit, month, due, owed, cancel);
            }
        }

        await database.SaveChangesAsync(cancel);
    }

    private async Task TellAsync(UnitRow unit, DateOnly month, DateOnly due, List<FigureGridLine> owed, CancellationToken cancel)
    {
        var isLate = clock.Today > due;
        var name = string.Create(CultureInfo.InvariantCulture, $"{month:yyyy-MM}");
        var title = isLate
            ? $"Quá hạn nhập {owed.Count} số liệu tháng {month.Month}/{month.Year} (hạn {FigureWords.Show(due)})"
            : $"Đến kỳ nhập {owed.Count} số liệu tháng {month.Month}/{month.Year}, hạn {FigureWords.Show(due)}";
        var lines = owed.Take(MostNamed).Select(line => line.Series.Name);
        var more = owed.Count > MostNamed ? [$"Và {owed.Count - MostNamed} chỉ tiêu khác."] : Array.Empty<string>();
        foreach (var person in await PeopleAsync(unit, cancel))
        {
            notices.Post(new Notice(person, Due.Code, title, $"/chi-tieu/nhap-so-lieu?don-vi={unit.Id}&ky={name}",
                string.Join('\n', lines.Concat(more)), $"{Due.Code}:{unit.Id:N}:{name}:{(isLate ? "late" : "due")}"));
        }
    }

    private async Task<List<Guid>> PeopleAsync(UnitRow unit, CancellationToken cancel) => unit.HeadPersonId is { } head
        ? [head]
        : await database.Set<PersonRow>().Where(row => row.UnitId == unit.Id && row.LeftOn == null).Select(row => row.Id)
            .ToListAsync(cancel);
}
