using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;

namespace NamRo.Kernel.Events;

/// <summary>The job after a write in a ward whose events go outside; the module that sends them runs it.</summary>
/// <param name="Sequence">The newest link.</param>
public sealed record ForwardEvents(long Sequence)
{
    public const string Kind = "kernel.forward_events";

    /// <summary>Begins or ends the forwarding of the current ward's events, in the running transaction.</summary>
    /// <returns>The newest link until then.</returns>
    public static async Task<long> TurnAsync(AppDb database, bool isOn, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(database);
        var heads = await database.Database.SqlQuery<long>($"""
            update kernel.event_chain set is_forwarded = {isOn} where ward_id = {database.WardId} returning sequence as "Value"
            """).ToListAsync(cancel);
        return heads[0];
    }
}
