using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <summary>One figure to be taken.</summary>
/// <param name="Seen">Version of the figure that the form showed; null: it showed none.</param>
internal sealed record FigureInput(int SeriesId, DateOnly Period, Figure Figure, short? Seen);

/// <summary>Figures from one act: a grid, a file, a program, a computation.</summary>
/// <param name="EntryId">Made when the form is shown: the same act twice is done once.</param>
/// <param name="Origin">Name of the file or computation.</param>
/// <param name="Reason">Needed when a verified figure changes.</param>
/// <param name="HasChecked">The person has seen the questions and says the figures are right.</param>
internal sealed record RecordFigures(Guid EntryId, FigureSource Source, IReadOnlyList<FigureInput> Figures)
{
    public string? Origin { get; init; }

    public string? Note { get; init; }

    public string? Reason { get; init; }

    public bool HasChecked { get; init; }

    public bool IsSynthetic { get; init; }

    public IReadOnlyList<Guid> EvidenceIds { get; init; } = [];
}

/// <summary>What became of it: figures taken, or questions to answer first (then nothing was taken).</summary>
internal sealed record RecordedFigures(int Count, IReadOnlyList<FigureQuestion> Questions);

/// <summary>Takes figures: all of one act or none.</summary>
internal sealed class RecordFiguresHandler(AppDb database, EventLog events, CurrentUser user, WardClock clock, StandingBook standings,
    FigureQuestions questions)
{
    private const string UnverifiedReason = "Sửa trước khi xác nhận";
    private const string SystemName = "Hệ thống";

    public async Task<Outcome<RecordedFigures>> HandleAsync(RecordFigures command, CancellationToken cancel)
    {
        if (await database.Set<Entry>().AnyAsync(row => row.Id == command.EntryId, cancel))
        {
            return new RecordedFigures(0, []);
        }

        var keys = command.Figures.Select(figure => figure.SeriesId).Distinct().ToList();
        var series = await database.Set<Series>().Where(row => keys.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        if (series.Count != keys.Count || (command.Source != FigureSource.Computed && !series.Values.All(MayEnter)))
        {
            return new Outcome<RecordedFigures>.NotFound();
        }

        var current = await CurrentAsync(command, keys, cancel);
        if (await RefuseAsync(command, series, current, cancel) is { } refusal)
        {
            return refusal;
        }

        var changed = command.Figures
            .Where(input => !IsSame(current.GetValueOrDefault((input.SeriesId, input.Period)), input.Figure)).ToList();
        if (!command.HasChecked && await questions.AskAsync(series, changed, cancel) is { Count: > 0 } asked)
        {
            return new RecordedFigures(0, asked);
        }

        if (changed.Count > 0)
        {
            await TakeAsync(command, changed, current, series, cancel);
        }

        return new RecordedFigures(changed.Count, []);
    }

    /// <summary>The units' own people enter their figures; the secretariat may for all.</summary>
    public static bool MayEnter(CurrentUser user, Guid? leadUnit) => user.May(TargetsPermission.EnterAny)
        || (user.May(TargetsPermission.Enter) && leadUnit is { } unit && user.UnitIds.Contains(unit));

    private bool MayEnter(Series series) => !user.IsSignedIn || MayEnter(user, series.LeadUnitId);

    private async Task<Dictionary<(int, DateOnly), Measurement>> CurrentAsync(RecordFigures command, List<int> keys,
        CancellationToken cancel)
    {
        var periods = command.Figures.Select(figure => figure.Period).Distinct().ToList();
        return await database.Set<Measurement>().Where(row => keys.Contains(row.SeriesId) && periods.Contains(row.Period))
            .ToDictionaryAsync(row => (row.SeriesId, row.Period), cancel);
    }

    private async Task<Refusal?> RefuseAsync(RecordFigures command, Dictionary<int, Series> series,
        Dictionary<(int, DateOnly), Measurement> current, CancellationToken cancel)
    {
        var closed = await ClosedAsync(cancel);
        foreach (var input in command.Figures)
        {
            var period = FigurePeriod.Holding(series[input.SeriesId].Rhythm, input.Period);
            var row = current.GetValueOrDefault((input.SeriesId, input.Period));
            if (IsSame(row, input.Figure))
            {
                continue;
            }

            if (period.Start > clock.Today)
            {
                return TargetRefusals.PeriodHasNotBegun(period.Title);
            }

            if (closed.Contains((period.Rhythm, period.Start)))
            {
                return TargetRefusals.PeriodIsClosed(period.Title);
            }

            if (row?.Number != input.Seen)
            {
                return TargetRefusals.ChangedMeanwhile;
            }

            if (row?.VerificationId is not null && string.IsNullOrWhiteSpace(command.Reason))
            {
                return TargetRefusals.NeedsAReason;
            }
        }

        return null;
    }

    private async Task<HashSet<(Language.Rhythm, DateOnly)>> ClosedAsync(CancellationToken cancel) =>
        [.. (await database.Set<PeriodClosure>().Where(row => row.ReopenedAt == null).Select(row => new { row.Rhythm, row.Period })
            .ToListAsync(cancel)).Select(row => (row.Rhythm, row.Period))];

    private async Task TakeAsync(RecordFigures command, List<FigureInput> changed, Dictionary<(int, DateOnly), Measurement> current,
        Dictionary<int, Series> series, CancellationToken cancel)
    {
        // A computed figure is nobody's own: whoever asked for it may verify it.
        var isOwn = user.IsSignedIn && command.Source != FigureSource.Computed;
        var by = isOwn ? user.DisplayName : SystemName;
        database.Add(new Entry
        {
            Id = command.EntryId,
            Source = command.Source,
            Origin = command.Origin,
            Note = command.Note,
            MadeBy = isOwn ? user.Id : null,
            MadeByName = by,
            MadeAt = clock.Now,
            EvidenceIds = [.. command.EvidenceIds],
            IsSynthetic = command.IsSynthetic,
        });
        foreach (var input in changed)
        {
            if (current.GetValueOrDefault((input.SeriesId, input.Period)) is { } row)
            {
                database.Add(row.Correct(input.Figure, command.EntryId, command.Reason ?? UnverifiedReason, by, clock.Now));
            }
            else
            {
                database.Add(Measurement.Take(input.SeriesId, input.Period, input.Figure, command.EntryId));
            }
        }

        var title = changed.Count == 1 ? series[changed[0].SeriesId].Name : $"{changed.Count} số liệu";
        var keys = changed.ConvertAll(input => new FigureKey(input.SeriesId, input.Period));
        events.Record(new FiguresRecorded(new EventSubject(nameof(Entry), command.EntryId, title), keys) { Reason = command.Reason });
        await database.SaveChangesAsync(cancel);
        await standings.DeriveAsync([.. keys.Select(key => key.SeriesId).Distinct()], cancel);
    }

    private static bool IsSame(Measurement? row, Figure figure) => row is not null && row.AsFigure() == figure;
}
