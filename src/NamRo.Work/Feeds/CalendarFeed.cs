using System.Buffers.Text;
using System.Security.Cryptography;
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

/// <summary>The secret part of a feed's address: the ward, the feed and 32 random bytes.</summary>
internal sealed record FeedKey(Guid WardId, Guid FeedId, byte[] Secret)
{
    private const int SecretBytes = 32;
    private const int GuidBytes = 16;

    public byte[] Hash => SHA256.HashData(Secret);

    public static FeedKey Create(Guid wardId, Guid feedId) => new(wardId, feedId, RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Null: no such key can exist.</summary>
    public static FeedKey? Parse(string text)
    {
        if (text.Length > 100 || !Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.Length == (2 * GuidBytes) + SecretBytes
            ? new FeedKey(new Guid(bytes.AsSpan(0, GuidBytes)), new Guid(bytes.AsSpan(GuidBytes, GuidBytes)), bytes[(2 * GuidBytes)..])
            : null;
    }

    public override string ToString() => Base64Url.EncodeToString([.. WardId.ToByteArray(), .. FeedId.ToByteArray(), .. Secret]);
}

[EventTitle("Tạo địa chỉ lịch")]
internal sealed record CalendarFeedCreated(EventSubject Subject) : WardEvent(Subject);

[EventTitle("Thu hồi địa chỉ lịch")]
internal sealed record CalendarFeedRevoked(EventSubject Subject) : WardEvent(Subject);
