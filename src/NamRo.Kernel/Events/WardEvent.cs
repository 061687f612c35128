namespace NamRo.Kernel.Events;

/// <summary>
/// Something that happened, named in the past tense by a record of the owning module (<c>UnitCreated</c>). The type's name is the event's
/// name in
/// the log and must be unique. Its properties are stored with it as JSON, so never put a citizen's data or a secret into one.
/// </summary>
/// <param name="Subject">What it happened to.</param>
public abstract record WardEvent([property: System.Text.Json.Serialization.JsonIgnore] EventSubject Subject)
{
    /// <summary>Why, in the user's words; null if the action asks for no reason.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Reason { get; init; }
}

/// <summary>The thing an event is about.</summary>
/// <param name="Kind">Name of its type in the code, such as <c>OrgUnit</c>.</param>
/// <param name="Id">Its key.</param>
/// <param name="Title">Its name at that time.</param>
public sealed record EventSubject(string Kind, Guid Id, string Title);

/// <summary>The Vietnamese words with which the audit reader shows an event type.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventTitleAttribute(string title) : Attribute
{
    public string Title { get; } = title;
}

/// <summary>
/// On a property: keeps its values out of the event log (personal data of citizens, secrets); only that it changed is recorded. On an
/// entity:
/// its rows need no event (a person's own conveniences, such as a read mark).
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class NotLoggedAttribute : Attribute;

/// <summary>
/// Receives events later, in the worker, at least once: it must be idempotent. It runs in the event's ward, in one transaction.
/// </summary>
public interface ISubscriber<in TEvent>
    where TEvent : WardEvent
{
    Task ReceiveAsync(TEvent happened, Guid eventId, CancellationToken cancel);
}
