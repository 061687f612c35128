using NamRo.Extraction;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Plans.Contracts;
using NamRo.Plans.Domain;
using NamRo.Plans.Review;

namespace NamRo.Plans;

internal sealed record EditHeader(Guid PlanId, int Version, DocumentHeader Header);

/// <summary>Puts the head of a plan right; reading again leaves it alone from then on.</summary>
internal sealed class EditHeaderHandler(AppDb database, ReviewJournal journal, EventLog events)
{
    public async Task<Outcome> HandleAsync(EditHeader command, CancellationToken cancel)
    {
        var opened = await journal.OpenAsync(command.PlanId, cancel);
        if (opened is not Outcome<PlanDocument>.Done { Value: var plan })
        {
            return opened is Outcome<PlanDocument>.Refused refused ? refused.Refusal : Outcome.Missing;
        }

        if (plan.Version != command.Version)
        {
            return PlanRefusals.HeaderChanged;
        }

        plan.EditHeader(command.Header);
        events.Record(new PlanHeaderEdited(plan.AsSubject));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
