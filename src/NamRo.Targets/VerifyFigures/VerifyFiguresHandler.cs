using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <param name="Id">Made when the form is shown.</param>
/// <param name="Figures">With the version that was shown.</param>
internal sealed record VerifyFigures(Guid Id, IReadOnlyList<(int SeriesId, DateOnly Period, short Number)> Figures);

/// <summary>Confirms figures that somebody else entered.</summary>
internal sealed class VerifyFiguresHandler(AppDb database, EventLog events, CurrentUser user, WardClock clock, StandingBook standings)
{
    public async Task<Outcome> HandleAsync(VerifyFigures command, CancellationToken cancel)
    {
        if (await database.Set<Verification>().AnyAsync(row => row.Id == command.Id, cancel))
        {
            return Outcome.Success;
        }

        var keys = command.Figures.Select(figure => figure.SeriesId).Distinct().ToList();
        var periods = command.Figures.Select(figure => figure.Period).Distinct().ToList();
        var found = await database.Set<Measurement>().Where(row => keys.Contains(row.SeriesId) && periods.Contains(row.Period))
            .ToDictionaryAsync(row => (row.SeriesId, row.Period), cancel);
        var rows = new List<Measurement>();
        foreach (var (series, period, number) in command.Figures)
        {
            if (!found.TryGetValue((series, period), out var row))
            {
                return Outcome.Missing;
            }

            if (row.Number != number)
            {
                return TargetRefusals.ChangedMeanwhile;
            }

            if (row.VerificationId is null)
            {
                rows.Add(row);
            }
        }

        var entries = rows.Select(row => row.EntryId).Distinct().ToList();
        if (await database.Set<Entry>().AnyAsync(row => entries.Contains(row.Id) && row.MadeBy == user.Id, cancel))
        {
            return TargetRefusals.OwnFigure;
        }

        if (rows.Count == 0)
        {
            return Outcome.Success;
        }

        database.Add(new Verification { Id = command.Id, VerifiedBy = user.Id, VerifiedByName = user.DisplayName, VerifiedAt = clock.Now });
        rows.ForEach(row => row.Verify(command.Id));
        var subject = new EventSubject(nameof(Verification), command.Id, $"{rows.Count} số liệu");
        events.Record(new FiguresVerified(subject, rows.ConvertAll(row => new FigureKey(row.SeriesId, row.Period))));
        await database.SaveChangesAsync(cancel);
        await standings.DeriveAsync([.. rows.Select(row => row.SeriesId).Distinct()], cancel);
        return Outcome.Success;
    }
}
