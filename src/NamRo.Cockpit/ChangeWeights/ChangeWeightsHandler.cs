using Microsoft.EntityFrameworkCore;
using NamRo.Cockpit.Contracts;
using NamRo.Cockpit.Scores;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Cockpit;

internal sealed record ChangeWeights(Guid Id, Weights Weights, DateOnly EffectiveFrom, string Basis);

/// <summary>Adds a decision about the weights; former ones stay. The same command twice adds one.</summary>
internal sealed class ChangeWeightsHandler(AppDb database, EventLog events, CurrentUser user, WardClock clock)
{
    public async Task<Outcome> HandleAsync(ChangeWeights command, CancellationToken cancel)
    {
        if (!command.Weights.IsWhole)
        {
            return Refusal.With($"Bốn trọng số cộng lại phải đúng {Weights.Whole}%.", "Input.OnTime");
        }

        if (await database.Set<WeightSet>().AnyAsync(row => row.Id == command.Id, cancel))
        {
            return Outcome.Success;
        }

        var (onTime, updates, targets, coverage) = command.Weights;
        database.Add(new WeightSet
        {
            Id = command.Id,
            EffectiveFrom = command.EffectiveFrom,
            OnTime = onTime,
            Updates = updates,
            Targets = targets,
            Coverage = coverage,
            Basis = command.Basis.Trim(),
            MadeByName = user.DisplayName,
            MadeAt = clock.Now,
        });
        events.Record(new WeightsChanged(new EventSubject(nameof(WeightSet), command.Id, command.Basis.Trim())));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
