using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;

namespace NamRo.Kernel.Events;

/// <summary>One link of a ward's event chain: audit, history and outbox in one row. Never changed, never deleted.</summary>
public sealed class LoggedEvent : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    /// <summary>1, 2, 3, ... without gaps within the ward.</summary>
    public long Sequence { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid? ActorId { get; init; }

    public string ActorName { get; init; } = "";

    /// <summary>Name of the event type.</summary>
    public string Kind { get; init; } = "";

    public string SubjectKind { get; init; } = "";

    public Guid SubjectId { get; init; }

    public string SubjectTitle { get; init; } = "";

    public string? Reason { get; init; }

    /// <summary>The event's own properties, as JSON.</summary>
    public string Data { get; init; } = "{}";

    /// <summary>Rows changed with it: table, key, before, after, as a JSON array.</summary>
    public string Changes { get; init; } = "[]";

    /// <summary>Network address of the request, or null for a job.</summary>
    public string? Address { get; init; }

    /// <summary>Hash of the link before; 32 zero bytes for the first.</summary>
    public byte[] PreviousHash { get; init; } = [];

    /// <summary>See <see cref="EventHash"/>.</summary>
    public byte[] Hash { get; private set; } = [];

    internal void Seal() => Hash = EventHash.Of(this);

    internal sealed class Mapping : IEntityTypeConfiguration<LoggedEvent>
    {
        public void Configure(EntityTypeBuilder<LoggedEvent> builder)
        {
            builder.ToTable("event", KernelModule.SchemaName);
            builder.HasKey(row => new { row.WardId, row.Sequence });
            builder.Property(row => row.Sequence).ValueGeneratedNever();
            builder.Property(row => row.Data).HasColumnType("json");
            builder.Property(row => row.Changes).HasColumnType("json");
        }
    }
}
