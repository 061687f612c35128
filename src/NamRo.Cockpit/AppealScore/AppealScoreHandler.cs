using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Cockpit.Contracts;
using NamRo.Cockpit.Scores;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Cockpit;

internal sealed record AppealScore(Guid Id, Guid UnitId, string Text);

/// <summary>Keeps what a unit says about its own score. The same command twice keeps it once.</summary>
internal sealed class AppealScoreHandler(AppDb database, EventLog events, CurrentUser user, WardClock clock)
{
    public async Task<Outcome> HandleAsync(AppealScore command, CancellationToken cancel)
    {
        var unit = await database.Set<UnitRow>().SingleOrDefaultAsync(row => row.Id == command.UnitId, cancel);
        if (unit is null || !user.UnitIds.Contains(command.UnitId))
        {
            return Outcome.Missing;
        }

        if (await database.Set<Appeal>().AnyAsync(row => row.Id == command.Id, cancel))
        {
            return Outcome.Success;
        }

        database.Add(new Appeal
        {
            Id = command.Id,
            UnitId = command.UnitId,
            Month = new DateOnly(clock.Today.Year, clock.Today.Month, 1),
            Text = command.Text.Trim(),
            MadeByName = user.DisplayName,
            MadeAt = clock.Now,
        });
        events.Record(new ScoreAppealed(new EventSubject(nameof(Appeal), command.Id, unit.Name)));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
