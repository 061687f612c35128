using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;
using NamRo.Language;
using NamRo.Plans.Domain;
using NamRo.Plans.Review;

namespace NamRo.Plans;

/// <summary>Says which unit the name in a row means.</summary>
/// <param name="UnitId">Null: a new unit of that name.</param>
internal sealed record NameLeadUnit(RowAct Act, Guid? UnitId);

/// <summary>Remembers the name as one of the unit's, and matches every open row of the plan that uses it.</summary>
internal sealed class NameLeadUnitHandler(AppDb database, ReviewJournal journal, IUnitNaming naming, WardClock clock)
{
    public Task<Outcome> HandleAsync(NameLeadUnit command, CancellationToken cancel) =>
        journal.StepAsync(command.Act, StepKind.MatchUnit, row => MatchAsync(row, command.UnitId, cancel), cancel);

    private async Task<Refusal?> MatchAsync(PlanRow row, Guid? unitId, CancellationToken cancel)
    {
        if (row.Content is not TaskContent { LeadUnits: [var written, ..] })
        {
            return PlanRefusals.NoUnitName;
        }

        var unit = unitId ?? Guid.CreateVersion7(clock.Now);
        var named = unitId is null
            ? await naming.CreateAsync(unit, written, cancel)
            : await naming.AddNameAsync(unit, written, cancel);
        if (named is not Outcome.Done)
        {
            return named is Outcome.Refused refused ? refused.Refusal : PlanRefusals.NoUnitName;
        }

        var open = await database.Set<PlanRow>().Where(each => each.PlanId == row.PlanId && each.Kind == RowKind.Task
            && each.State == RowState.Pending).ToListAsync(cancel);
        foreach (var each in open.Where(each => each.Id == row.Id || IsLedBy(each, written)))
        {
            journal.Touch(each, changesContent: true);
            each.Edit(each.Task with { LeadUnitId = unit, CoUnitIds = [.. each.Task.CoUnitIds.Where(co => co != unit)] });
        }

        return null;
    }

    private static bool IsLedBy(PlanRow row, string written) =>
        row.Task is { LeadUnitId: null, LeadUnits: [var name, ..] } && VietnameseText.AreSame(name, written);
}
