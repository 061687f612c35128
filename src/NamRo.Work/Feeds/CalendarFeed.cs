using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;

namespace NamRo.Work.Feeds;

/// <summary>A secret address under which a calendar program reads what is due from a person or a unit.</summary>
internal sealed class CalendarFeed : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    /// <summary>The account it belongs to.</summary>
    public Guid AccountId { get; init; }

    /// <summary>Whose work it shows; one of the two.</summary>
    public Guid? PersonId { get; init; }

    public Guid? UnitId { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Only the hash is kept: who reads the database cannot read the calendar by it.</summary>
    [NotLogged]
    public byte[] SecretHash { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public EventSubject AsSubject => new(nameof(CalendarFeed), Id, Title);

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;

    internal sealed class Mapping : IEntityTypeConfiguration<CalendarFeed>
    {
        public void Configure(EntityTypeBuilder<CalendarFeed> builder)
        {
            builder.ToTable("calendar_feed", WorkModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Ignore(row => row.AsSubject);
        }
    }
}

[EventTitle("Tạo địa chỉ lịch")]
internal sealed record CalendarFeedCreated(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Thu hồi địa chỉ lịch")]
internal sealed record CalendarFeedRevoked(EventSubject Subject) : WardEvent(Subject);
