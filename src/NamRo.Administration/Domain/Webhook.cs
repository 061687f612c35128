using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;
using NamRo.Language;

namespace NamRo.Administration.Domain;

/// <summary>Another program's address that is told when certain things happen in the ward.</summary>
internal sealed class Webhook : IWardOwned
{
    public const int LongestName = 80;
    public const int LongestAddress = 500;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public string Name { get; private init; } = "";

    public string Address { get; private init; } = "";

    /// <summary>Names of the events it is told of.</summary>
    public List<string> Kinds { get; private init; } = [];

    /// <summary>The secret that signs, encrypted: unlike a password it is needed again.</summary>
    [NotLogged]
    public string SealedSecret { get; private init; } = "";

    /// <summary>The first link of the chain that it has not been told of.</summary>
    public long NextSequence { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public EventSubject AsSubject => new(nameof(Webhook), Id, Name);

    public static Webhook Create(Guid id, string name, string address, IEnumerable<string> kinds, string sealedSecret, long nextSequence,
        DateTimeOffset at) => new()
        {
            Id = id,
            Name = VietnameseText.Normalize(name),
            Address = address,
            Kinds = [.. kinds.Distinct().Order(StringComparer.Ordinal)],
            SealedSecret = sealedSecret,
            NextSequence = nextSequence,
            CreatedAt = at,
        };

    /// <summary>Also of its own trial, whatever it has chosen.</summary>
    public bool Wants(string kind, Guid subject) => Kinds.Contains(kind) || (kind == nameof(WebhookTried) && subject == Id);

    public void End(DateTimeOffset at) => EndedAt ??= at;
}

/// <summary>What became of one message to one webhook.</summary>
internal enum DeliveryState
{
    Waiting,
    Sent,

    /// <summary>Tried as often as it may; a person can send it again.</summary>
    Dead,
}

/// <summary>A line of the log of what was sent. It is a log itself, so no event tells of it.</summary>
[NotLogged]
internal sealed class WebhookDelivery : IWardOwned
{
    private const int LongestError = 300;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    /// <summary>The receiver knows a repeat by it.</summary>
    public Guid Id { get; init; }

    public Guid WebhookId { get; init; }

    /// <summary>The link of the ward's chain that it tells of.</summary>
    public long Sequence { get; init; }

    public string Kind { get; init; } = "";

    public DeliveryState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Status of the last answer; null: there was none.</summary>
    public int? Status { get; private set; }

    public string? Error { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public void Send(int status, DateTimeOffset at) =>
        (State, Attempts, Status, Error, EndedAt) = (DeliveryState.Sent, Attempts + 1, status, null, at);

    public void Delay(int? status, string error) => (Attempts, Status, Error) = (Attempts + 1, status, Cut(error));

    public void Bury(int? status, string error, DateTimeOffset at) =>
        (State, Attempts, Status, Error, EndedAt) = (DeliveryState.Dead, Attempts + 1, status, Cut(error), at);

    public void Revive() => (State, Attempts, EndedAt) = (DeliveryState.Waiting, 0, null);

    private static string Cut(string error) => error.Length > LongestError ? error[..LongestError] : error;
}

internal sealed class WebhookMapping : IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("webhook", AdministrationModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Ignore(row => row.AsSubject);
    }

    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("webhook_delivery", AdministrationModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.State)
            .HasConversion(state => state.ToString().ToLowerInvariant(), text => Enum.Parse<DeliveryState>(text, true));
    }
}

[EventTitle("Tạo webhook")]
internal sealed record WebhookCreated(EventSubject Subject, string Address, IReadOnlyList<string> Kinds) : WardEvent(Subject);

[EventTitle("Thử webhook")]
internal sealed record WebhookTried(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Ngừng webhook")]
internal sealed record WebhookEnded(EventSubject Subject) : WardEvent(Subject);
