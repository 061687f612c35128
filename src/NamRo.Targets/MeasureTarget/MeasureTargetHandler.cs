using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;
using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;

namespace NamRo.Targets;

/// <param name="Version">Of the series, as the form showed it.</param>
/// <param name="MeasureCode">The measure that computes the figures; null: people enter them.</param>
/// <param name="Milestones">Values on the way; they replace the ones before.</param>
internal sealed record MeasureTarget(Guid TargetId, int Version, Direction Direction, Rhythm Rhythm, bool IsCumulative, bool MayAggregate,
    string? Method, string? MeasureCode, Guid? LeadUnitId, int? WholeId, decimal? Baseline, string? BaselineText, int? BaselineYear,
    IReadOnlyList<(DateOnly On, decimal Value)> Milestones);

/// <summary>Says how a target is measured and by whom.</summary>
internal sealed class MeasureTargetHandler(AppDb database, EventLog events, StandingBook standings, MeasureBook measures,
    ComputeFiguresHandler compute, WardClock clock)
{
    public async Task<Outcome> HandleAsync(MeasureTarget command, CancellationToken cancel)
    {
        var target = await database.Set<Target>().Include(row => row.Milestones)
            .SingleOrDefaultAsync(row => row.Id == command.TargetId, cancel);
        if (target is null)
        {
            return Outcome.Missing;
        }

        var series = await database.Set<Series>().SingleAsync(row => row.Id == target.SeriesId, cancel);
        if (series.Version != command.Version)
        {
            return TargetRefusals.ChangedMeanwhile;
        }

        if (command.Rhythm != series.Rhythm && await database.Set<Measurement>().AnyAsync(row => row.SeriesId == series.Id, cancel))
        {
            return TargetRefusals.RhythmHasFigures;
        }

        if (command.MeasureCode is { } code && (await measures.FindAsync(code, cancel) is not { } measure
            || !FigureComputer.Fits(series.Kind, measure.Measure)))
        {
            return TargetRefusals.MeasureDoesNotFit;
        }

        if (command.WholeId is { } whole && (whole == series.Id || !await database.Set<Series>().AnyAsync(row => row.Id == whole
            && row.WholeId == null && row.Kind == series.Kind, cancel)))
        {
            return new Refusal("Số chung phải là một chỉ tiêu khác, cùng loại số liệu và không thuộc số chung nào.", "Input.WholeId");
        }

        var traits = new SeriesTraits(series.Kind, series.MeasureUnit, command.Direction, command.Rhythm, command.IsCumulative);
        series.Measure(traits, command.MayAggregate, command.Method, command.LeadUnitId, command.WholeId);
        series.ComputeBy(command.MeasureCode);
        target.SetBaseline(command.Baseline, command.BaselineText, command.BaselineYear);
        database.RemoveRange(target.Milestones.Where(step => command.Milestones.All(kept => kept != (step.DueOn, step.Value))));
        foreach (var (on, value) in command.Milestones.Where(step => !target.Milestones.Exists(old => (old.DueOn, old.Value) == step)))
        {
            database.Add(new Milestone { TargetId = target.Id, DueOn = on, Value = value });
        }

        events.Record(new TargetMethodChanged(target.AsSubject));
        await database.SaveChangesAsync(cancel);
        await standings.DeriveAsync([series.Id], cancel);
        await compute.HandleAsync(new ComputeFigures(Guid.CreateVersion7(clock.Now), series.Id, IsAsked: true), cancel);
        return Outcome.Success;
    }
}
