using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NamRo.Administration.Domain;
using NamRo.Administration.Webhooks;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

internal sealed record CreateWebhook(Guid Id, string Name, string Address, IReadOnlyList<string> Kinds);

internal sealed record TryWebhook(Guid Id);

internal sealed record EndWebhook(Guid Id);

internal sealed record ResendDelivery(Guid WebhookId, Guid DeliveryId);

/// <summary>Makes, tries and ends webhooks, and sends again what was given up.</summary>
internal sealed class CreateWebhookHandler(AppDb database, EventCatalogue catalogue, WebhookSender sender, EventLog events, JobQueue queue,
    IOptions<WebhookOptions> options, WardClock clock)
{
    private const int MostWebhooks = 20;

    /// <summary>What may be told: what happens to the ward's work, not to accounts.</summary>
    public IEnumerable<string> OfferedKinds => catalogue.Kinds.Where(kind => catalogue.TypeOf(kind) is { } type
        && type.Assembly != typeof(CreateWebhookHandler).Assembly && Attribute.IsDefined(type, typeof(EventTitleAttribute)))
        .OrderBy(catalogue.TitleOf, StringComparer.CurrentCulture);

    /// <returns>The secret, to be shown once; null: the same form was sent before.</returns>
    public async Task<Outcome<string?>> HandleAsync(CreateWebhook command, CancellationToken cancel)
    {
        var open = await database.Set<Webhook>().Where(row => row.EndedAt == null).Select(row => row.Id).ToListAsync(cancel);
        if (open.Contains(command.Id))
        {
            return (string?)null;
        }

        if (Refuse(command) is { } refusal)
        {
            return refusal;
        }

        if (open.Count >= MostWebhooks)
        {
            return Refusal.With($"Phường, xã có nhiều nhất {MostWebhooks} webhook. Hãy ngừng cái không dùng nữa.");
        }

        var secret = sender.NewSecret();
        var next = await ForwardEvents.TurnAsync(database, isOn: true, cancel) + 1;
        var hook = Webhook.Create(command.Id, command.Name, command.Address, command.Kinds, secret.Sealed, next, clock.Now);
        database.Add(hook);
        events.Record(new WebhookCreated(hook.AsSubject, hook.Address, hook.Kinds));
        await database.SaveChangesAsync(cancel);
        return secret.Shown;
    }

    public async Task<Outcome> HandleAsync(TryWebhook command, CancellationToken cancel)
    {
        if (await FindAsync(command.Id, cancel) is not { } hook)
        {
            return Outcome.Missing;
        }

        events.Record(new WebhookTried(hook.AsSubject));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }

    public async Task<Outcome> HandleAsync(EndWebhook command, CancellationToken cancel)
    {
        if (await FindAsync(command.Id, cancel) is not { } hook)
        {
            return Outcome.Missing;
        }

        hook.End(clock.Now);
        events.Record(new WebhookEnded(hook.AsSubject));
        await database.SaveChangesAsync(cancel);
        if (!await database.Set<Webhook>().AnyAsync(row => row.EndedAt == null, cancel))
        {
            await ForwardEvents.TurnAsync(database, isOn: false, cancel);
        }

        return Outcome.Success;
    }

    public async Task<Outcome> HandleAsync(ResendDelivery command, CancellationToken cancel)
    {
        var delivery = await FindAsync(command.WebhookId, cancel) is null ? null : await database.Set<WebhookDelivery>()
            .SingleOrDefaultAsync(row => row.Id == command.DeliveryId && row.WebhookId == command.WebhookId, cancel);
        if (delivery is null)
        {
            return Outcome.Missing;
        }

        if (delivery.State == DeliveryState.Dead)
        {
            delivery.Revive();
            queue.Enqueue(new SendWebhook(delivery.Id));
            await database.SaveChangesAsync(cancel);
        }

        return Outcome.Success;
    }

    private Task<Webhook?> FindAsync(Guid id, CancellationToken cancel) =>
        database.Set<Webhook>().SingleOrDefaultAsync(row => row.Id == id && row.EndedAt == null, cancel);

    private Refusal? Refuse(CreateWebhook command)
    {
        var isAddress = Uri.TryCreate(command.Address, UriKind.Absolute, out var address) && address.UserInfo.Length == 0
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && options.Value.Allows(address.Host)));
        if (!isAddress)
        {
            return new Refusal("Địa chỉ phải bắt đầu bằng https:// và không chứa tên, mật khẩu.", "Input.Address");
        }

        var offered = OfferedKinds.ToHashSet(StringComparer.Ordinal);
        return command.Kinds.Count == 0 || command.Kinds.Any(kind => !offered.Contains(kind))
            ? new Refusal("Hãy chọn ít nhất một loại sự kiện.", "Input.Kinds") : null;
    }
}
