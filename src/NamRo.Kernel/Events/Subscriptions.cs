using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Data;
using NamRo.Kernel.Jobs;

namespace NamRo.Kernel.Events;

/// <summary>One subscription: which event goes to which receiver.</summary>
/// <param name="Kind">Name of the event type.</param>
/// <param name="Name">Name of the receiver, stable because queued deliveries carry it.</param>
public sealed record Subscription(string Kind, string Name, Func<IServiceProvider, LoggedEvent, CancellationToken, Task> DeliverAsync);

/// <summary>Who wants which events.</summary>
public sealed class SubscriptionCatalogue(IEnumerable<Subscription> subscriptions)
{
    private readonly ILookup<string, Subscription> byKind =
        subscriptions.ToLookup(subscription => subscription.Kind, StringComparer.Ordinal);

    /// <summary>Names of the receivers of an event type.</summary>
    public IEnumerable<string> SubscribersOf(string kind) => byKind[kind].Select(subscription => subscription.Name);

    internal Subscription? Find(string kind, string name) => byKind[kind].FirstOrDefault(subscription => subscription.Name == name);
}

/// <summary>Registers subscribers in a module's table of contents.</summary>
public static class SubscriptionRegistration
{
    /// <summary>Delivers every <typeparamref name="TEvent"/> to <typeparamref name="TSubscriber"/> in the worker.</summary>
    public static IServiceCollection AddSubscriber<TEvent, TSubscriber>(this IServiceCollection services)
        where TEvent : WardEvent
        where TSubscriber : class, ISubscriber<TEvent>
    {
        services.AddScoped<TSubscriber>();
        return services.AddSingleton(new Subscription(typeof(TEvent).Name, typeof(TSubscriber).Name, static (provider, link, cancel) =>
        {
            var happened = JsonSerializer.Deserialize<TEvent>(link.Data, EventLog.Json)
                ?? throw new InvalidOperationException($"Event {link.Id} holds no data.");
            happened =
                happened with { Subject = new EventSubject(link.SubjectKind, link.SubjectId, link.SubjectTitle), Reason = link.Reason };
            return provider.GetRequiredService<TSubscriber>().ReceiveAsync(happened, link.Id, cancel);
        }));
    }
}

/// <summary>The job that carries one event to one subscriber.</summary>
internal sealed record DeliverEvent(long Sequence, string Subscriber)
{
    public const string Kind = "kernel.deliver_event";
}

internal sealed class DeliverEventJob(AppDb database, SubscriptionCatalogue subscriptions, IServiceProvider provider) : IJob<DeliverEvent>
{
    public async Task RunAsync(DeliverEvent payload, JobRun run, CancellationToken cancel)
    {
        var link = await database.Set<LoggedEvent>().AsNoTracking().SingleAsync(row => row.Sequence == payload.Sequence, cancel);
        var subscription = subscriptions.Find(link.Kind, payload.Subscriber);
        if (subscription is not null)
        {
            await subscription.DeliverAsync(provider, link, cancel);
        }
    }
}
