using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Time;

namespace NamRo.Administration.Webhooks;

/// <summary>Queues what each webhook of the ward has not been told of yet: every link of the chain once, in order.</summary>
internal sealed class ForwardEventsJob(AppDb database, JobQueue queue, WardClock clock) : IJob<ForwardEvents>
{
    private const int MostAtOnce = 500;

    public async Task RunAsync(ForwardEvents payload, JobRun run, CancellationToken cancel)
    {
        var ward = database.WardId;
        var hooks = await database.Set<Webhook>().FromSql(
            $"select * from administration.webhook where ward_id = {ward} and ended_at is null order by id for update")
            .AsNoTracking().ToListAsync(cancel);
        foreach (var hook in hooks)
        {
            var links = await database.Set<LoggedEvent>().AsNoTracking()
                .Where(row => row.Sequence >= hook.NextSequence && row.Sequence <= payload.Sequence).OrderBy(row => row.Sequence)
                .Take(MostAtOnce).Select(row => new { row.Sequence, row.Kind, row.SubjectId }).ToListAsync(cancel);
            foreach (var link in links.Where(link => hook.Wants(link.Kind, link.SubjectId)))
            {
                var delivery = new WebhookDelivery
                {
                    Id = Guid.CreateVersion7(clock.Now),
                    WebhookId = hook.Id,
                    Sequence = link.Sequence,
                    Kind = link.Kind,
                    CreatedAt = clock.Now,
                };
                database.Add(delivery);
                queue.Enqueue(new SendWebhook(delivery.Id));
            }

            if (links.Count > 0)
            {
                var next = links[^1].Sequence + 1;
                await database.Set<Webhook>().Where(row => row.Id == hook.Id)
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.NextSequence, next), cancel);
            }

            if (links.Count == MostAtOnce)
            {
                queue.Enqueue(payload);
            }
        }
    }
}

/// <summary>The job that hands one message to one receiver.</summary>
internal sealed record SendWebhook(Guid DeliveryId)
{
    public const string Kind = "administration.send_webhook";
}

internal sealed class SendWebhookJob(AppDb database, WebhookSender sender, JobQueue queue, WardClock clock) : IJob<SendWebhook>
{
    /// <summary>Waits before the second and later attempts; after the last the message is dead.</summary>
    public static readonly IReadOnlyList<TimeSpan> Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14),
    ];

    public async Task RunAsync(SendWebhook payload, JobRun run, CancellationToken cancel)
    {
        var delivery = await database.Set<WebhookDelivery>().SingleAsync(row => row.Id == payload.DeliveryId, cancel);
        var hook = await database.Set<Webhook>().AsNoTracking().SingleAsync(row => row.Id == delivery.WebhookId, cancel);
        if (delivery.State != DeliveryState.Waiting)
        {
            return;
        }

        if (hook.EndedAt is not null)
        {
            delivery.Bury(null, "Webhook đã ngừng.", clock.Now);
            return;
        }

        var link = await database.Set<LoggedEvent>().AsNoTracking().SingleAsync(row => row.Sequence == delivery.Sequence, cancel);
        var result = await sender.SendAsync(hook, delivery.Id, clock.Now, BodyOf(link), cancel);
        if (result.IsDone)
        {
            delivery.Send(result.Status!.Value, clock.Now);
        }
        else if (result.IsGone || delivery.Attempts >= Waits.Count)
        {
            delivery.Bury(result.Status, result.Error!, clock.Now);
        }
        else
        {
            queue.Enqueue(payload, clock.Now + Waits[delivery.Attempts]);
            delivery.Delay(result.Status, result.Error!);
        }
    }

    /// <summary>Keys only: what they stand for is read through the interface, with its rights. No name, no text leaves this way.</summary>
    public static string BodyOf(LoggedEvent link) => JsonSerializer.Serialize(new
    {
        type = link.Kind,
        timestamp = link.At,
        data = new
        {
            wardId = link.WardId,
            eventId = link.Id,
            sequence = link.Sequence,
            subjectKind = link.SubjectKind,
            subjectId = link.SubjectId,
        },
    });
}
