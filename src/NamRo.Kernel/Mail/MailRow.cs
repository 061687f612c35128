using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;

namespace NamRo.Kernel.Mail;

/// <summary>What became of a mail.</summary>
public enum MailState
{
    Waiting,
    Sent,

    /// <summary>The server refused it for good, or it was tried as often as it may.</summary>
    Failed,
}

/// <summary>A line of the delivery log. It is a log itself, so no event tells of it.</summary>
[NotLogged]
public sealed class MailRow : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    public string Address { get; init; } = "";

    public string Subject { get; init; } = "";

    /// <summary>The daily digest, else mailed at once.</summary>
    public bool IsDigest { get; init; }

    public MailState State { get; private set; } = MailState.Waiting;

    public int Attempts { get; private set; }

    /// <summary>What the server last said.</summary>
    public string? Error { get; private set; }

    public DateTimeOffset ComposedAt { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    internal void Send(DateTimeOffset now) => (State, Attempts, Error, EndedAt) = (MailState.Sent, Attempts + 1, null, now);

    internal void Delay(string error) => (Attempts, Error) = (Attempts + 1, error);

    internal void Fail(string error, DateTimeOffset now) =>
        (State, Attempts, Error, EndedAt) = (MailState.Failed, Attempts + 1, error, now);

    internal sealed class Mapping : IEntityTypeConfiguration<MailRow>
    {
        public void Configure(EntityTypeBuilder<MailRow> builder)
        {
            builder.ToTable("mail", KernelModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.State)
                .HasConversion(state => state.ToString().ToLowerInvariant(), text => Enum.Parse<MailState>(text, true));
        }
    }
}
