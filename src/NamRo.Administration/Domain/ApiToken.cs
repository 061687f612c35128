using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;
using NamRo.Language;

namespace NamRo.Administration.Domain;

/// <summary>
/// A key (mã truy cập) with which another program works in the ward for the person who made it: never more than that person may, and
/// nothing once they have left.
/// </summary>
internal sealed class ApiToken : IWardOwned
{
    public const int LongestName = 80;

    /// <summary>A key must be renewed once a year.</summary>
    public const int MostDays = 366;

    /// <summary>Stands before the key, so that a key that leaked into a text is recognised.</summary>
    public const string Prefix = "namro_";

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public string Name { get; private init; } = "";

    /// <summary>Its scope: codes of permissions.</summary>
    public List<string> Permissions { get; private init; } = [];

    [NotLogged]
    public byte[] SecretHash { get; private init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its last day.</summary>
    public DateOnly ExpiresOn { get; init; }

    /// <summary>To some seconds.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public EventSubject AsSubject => new(nameof(ApiToken), Id, Name);

    public static ApiToken Create(WardKey key, Guid account, string name, IEnumerable<string> permissions, DateOnly expiresOn,
        DateTimeOffset at) => new()
        {
            Id = key.Id,
            AccountId = account,
            Name = VietnameseText.Normalize(name),
            Permissions = [.. permissions.Distinct().Order(StringComparer.Ordinal)],
            SecretHash = key.Hash,
            CreatedAt = at,
            ExpiresOn = expiresOn,
        };

    public bool IsOpenOn(DateOnly day) => RevokedAt is null && day <= ExpiresOn;

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;

    internal sealed class Mapping : IEntityTypeConfiguration<ApiToken>
    {
        public void Configure(EntityTypeBuilder<ApiToken> builder)
        {
            builder.ToTable("api_token", AdministrationModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Ignore(row => row.AsSubject);
        }
    }
}

[EventTitle("Tạo mã truy cập")]
internal sealed record TokenCreated(EventSubject Subject, IReadOnlyList<string> Permissions, DateOnly ExpiresOn) : WardEvent(Subject);

[EventTitle("Thu hồi mã truy cập")]
internal sealed record TokenRevoked(EventSubject Subject) : WardEvent(Subject);
