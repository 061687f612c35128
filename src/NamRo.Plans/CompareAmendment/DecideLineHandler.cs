using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;

namespace NamRo.Plans;

/// <summary>What a person says about a line of the comparison.</summary>
internal enum LineDecision
{
    /// <summary>As the comparison found it.</summary>
    Accept,

    /// <summary>The rows are not the same: the new ones are new.</summary>
    Separate,

    /// <summary>The new row goes on from the former row that was chosen.</summary>
    Continue,

    /// <summary>The former row ends.</summary>
    End,

    /// <summary>The former row goes on though the new plan does not name it.</summary>
    CarryOver,

    /// <summary>Back to what the comparison finds.</summary>
    Reset,
}

internal sealed record DecideLine(Guid PlanId, LineDecision Decision, IReadOnlyList<Guid> FormerIds, IReadOnlyList<Guid> PresentIds);

/// <summary>Writes down what a person says became of rows; the later word on a row stands.</summary>
internal sealed class DecideLineHandler(AppDb database, EventLog events, CurrentUser user, WardClock clock)
{
    public async Task<Outcome> HandleAsync(DecideLine command, CancellationToken cancel)
    {
        // The lock makes two people who decide at once take turns.
        var amendment = await database.Set<Amendment>()
            .FromSql($"select * from plans.amendment where ward_id = {database.WardId} and plan_id = {command.PlanId} for update")
            .SingleOrDefaultAsync(cancel);
        if (amendment is null || !await AreRowsAsync(command, cancel))
        {
            return Outcome.Missing;
        }

        if (amendment.IsApproved)
        {
            return AmendmentRefusals.Approved;
        }

        await ForgetAsync(amendment.Id, command, cancel);
        database.AddRange(Choices(command).Select(choice => new AmendmentChoice
        {
            Id = Guid.CreateVersion7(clock.Now),
            AmendmentId = amendment.Id,
            Kind = choice.Kind,
            FormerRowId = choice.Former,
            PresentRowId = choice.Present,
            DecidedBy = user.Id,
            DecidedByName = user.DisplayName,
            DecidedAt = clock.Now,
        }));
        amendment.Touch();
        var plan = await database.Set<PlanDocument>().SingleAsync(row => row.Id == amendment.PlanId, cancel);
        var count = command.FormerIds.Count + command.PresentIds.Count;
        events.Record(new AmendmentRowDecided(plan.AsSubject, command.Decision.ToString(), count));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    private static IEnumerable<(ChoiceKind Kind, Guid? Former, Guid? Present)> Choices(DecideLine command)
    {
        var (former, present) = (command.FormerIds, command.PresentIds);
        return command.Decision switch
        {
            LineDecision.Accept when former.Count > 0 && present.Count > 0 =>
                former.SelectMany(_ => present, (one, other) => (ChoiceKind.Continues, (Guid?)one, (Guid?)other)),
            LineDecision.Continue => former.SelectMany(_ => present, (one, other) => (ChoiceKind.Continues, (Guid?)one, (Guid?)other)),
            LineDecision.Accept or LineDecision.Separate when present.Count > 0 =>
                present.Select(row => (ChoiceKind.IsNew, (Guid?)null, (Guid?)row)),
            LineDecision.Accept or LineDecision.End => former.Select(row => (ChoiceKind.Ends, (Guid?)row, (Guid?)null)),
            LineDecision.CarryOver => former.Select(row => (ChoiceKind.CarriedOver, (Guid?)row, (Guid?)null)),
            _ => [],
        };
    }

    /// <summary>
    /// Takes back what was said before of the same rows. A former row that goes on in another new row keeps that link: it was split.
    /// </summary>
    private async Task ForgetAsync(Guid amendment, DecideLine command, CancellationToken cancel)
    {
        var keepsLinks = command.Decision == LineDecision.Continue;
        database.RemoveRange(await database.Set<AmendmentChoice>().Where(row => row.AmendmentId == amendment
                && ((row.PresentRowId != null && command.PresentIds.Contains(row.PresentRowId.Value))
                    || (row.FormerRowId != null && command.FormerIds.Contains(row.FormerRowId.Value)
                        && (!keepsLinks || row.Kind != ChoiceKind.Continues))))
            .ToListAsync(cancel));
    }

    private async Task<bool> AreRowsAsync(DecideLine command, CancellationToken cancel)
    {
        var ids = command.FormerIds.Concat(command.PresentIds).Distinct().ToList();
        var present = await database.Set<PlanRow>().Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, IsPresent = row.PlanId == command.PlanId }).ToListAsync(cancel);
        return ids.Count > 0 && present.Count == ids.Count
            && present.TrueForAll(row => row.IsPresent == command.PresentIds.Contains(row.Id));
    }
}
