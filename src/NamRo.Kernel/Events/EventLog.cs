using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using Npgsql;

namespace NamRo.Kernel.Events;

/// <summary>
/// Collects the events of one unit of work; <see cref="AppDb"/> appends them to the ward's chain when it saves. A write without an event is
/// a
/// bug and is refused.
/// </summary>
public sealed class EventLog(CurrentUser user, WardClock clock, SubscriptionCatalogue subscriptions)
{
    internal static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Locks the chain's head until the transaction ends, so that links get their numbers one after another.</summary>
    private const string LockHead = """
        insert into kernel.event_chain as chain (ward_id, sequence, hash) values (@ward, 0, @beginning)
        on conflict (ward_id) do update set sequence = chain.sequence returning chain.sequence, chain.hash, chain.is_forwarded
        """;

    /// <summary>Who acts when nobody is signed in: installation, jobs, an attempt to sign in.</summary>
    private const string SystemName = "Hệ thống";

    private readonly List<WardEvent> pending = [];

    /// <summary>Adds an event to what the next save will log.</summary>
    public void Record(WardEvent happened) => pending.Add(happened);

    internal async Task AppendAsync(AppDb database, CancellationToken cancel)
    {
        var isWriting = database.ChangeTracker.Entries<IWardOwned>()
            .Any(entry => entry.State is not EntityState.Unchanged && IsLogged(entry.Entity));
        if (pending.Count == 0)
        {
            if (isWriting)
            {
                throw new InvalidOperationException("A write to a ward's rows must record an event (EventLog.Record).");
            }

            return;
        }

        var changes = RowChanges.Of(database.ChangeTracker);
        var head = await LockHeadAsync(database, cancel);
        foreach (var happened in pending)
        {
            var link = Link(database.WardId, head, happened, happened == pending[0] ? changes : "[]");
            database.Add(link);
            head = head with { Sequence = link.Sequence, Hash = link.Hash };
            EnqueueDeliveries(database, link);
        }

        if (head.IsForwarded)
        {
            database.Add(JobRow.Queue(database.WardId, ForwardEvents.Kind,
                JsonSerializer.Serialize(new ForwardEvents(head.Sequence), Json), clock.Now, user.Id));
        }

        pending.Clear();
        await database.Database.ExecuteSqlAsync(
            $"update kernel.event_chain set sequence = {head.Sequence}, hash = {head.Hash} where ward_id = {database.WardId}", cancel);
    }

    private static bool IsLogged(IWardOwned row) => row.GetType().GetCustomAttribute<NotLoggedAttribute>() is null;

    private static async Task<ChainHead> LockHeadAsync(AppDb database, CancellationToken cancel)
    {
        var heads = await database.Database.SqlQueryRaw<ChainHead>(LockHead, new NpgsqlParameter("ward", database.WardId),
            new NpgsqlParameter("beginning", EventHash.Beginning)).ToListAsync(cancel);
        return heads[0];
    }

    private LoggedEvent Link(Guid ward, ChainHead head, WardEvent happened, string changes)
    {
        var link = new LoggedEvent
        {
            WardId = ward,
            Sequence = head.Sequence + 1,
            Id = Guid.CreateVersion7(clock.Now),
            At = clock.Now,
            ActorId = user.Id,
            ActorName = user.IsSignedIn ? user.DisplayName : SystemName,
            Kind = happened.GetType().Name,
            SubjectKind = happened.Subject.Kind,
            SubjectId = happened.Subject.Id,
            SubjectTitle = happened.Subject.Title,
            Reason = happened.Reason,
            Data = JsonSerializer.Serialize(happened, happened.GetType(), Json),
            Changes = changes,
            Address = user.Address,
            PreviousHash = head.Hash,
        };
        link.Seal();
        return link;
    }

    private void EnqueueDeliveries(AppDb database, LoggedEvent link)
    {
        foreach (var subscriber in subscriptions.SubscribersOf(link.Kind))
        {
            database.Add(JobRow.Queue(database.WardId, DeliverEvent.Kind,
                JsonSerializer.Serialize(new DeliverEvent(link.Sequence, subscriber), Json),
                clock.Now, link.ActorId));
        }
    }

    private sealed record ChainHead(long Sequence, byte[] Hash, [property: Column("is_forwarded")] bool IsForwarded);
}
