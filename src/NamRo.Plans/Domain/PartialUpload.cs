using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;

namespace NamRo.Plans.Domain;

/// <summary>A plan's file that a person sends in parts: how far it is. Sent again after a break, it goes on where it stopped.</summary>
[NotLogged]
internal sealed class PartialUpload : IWardOwned
{
    /// <summary>Bytes of one part: a second or two on an office line.</summary>
    public const int PartBytes = 2 * 1024 * 1024;

    /// <summary>Files that one person may have on the way.</summary>
    public const int MostOfPerson = PlanFile.MostAtOnce;

    /// <summary>A file of which nothing came for so long is given up.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    /// <summary>Whose it is; nobody else sees it.</summary>
    public Guid AccountId { get; init; }

    public string FileName { get; init; } = "";

    /// <summary>Bytes of the whole file, as its sender says.</summary>
    public long Size { get; init; }

    /// <summary>When the file was last changed at its sender's: with name and size it tells that it is the same file.</summary>
    public long Modified { get; init; }

    /// <summary>Bytes that are here.</summary>
    public long Received { get; private set; }

    public DateTimeOffset BeganAt { get; init; }

    public DateTimeOffset TouchedAt { get; private set; }

    /// <summary>The plan that the whole file became.</summary>
    public Guid? PlanId { get; private set; }

    public bool IsWhole => Received == Size;

    public static PartialUpload Begin(Guid id, Guid account, string fileName, long size, long modified, DateTimeOffset now) => new()
    {
        Id = id,
        AccountId = account,
        FileName = fileName,
        Size = size,
        Modified = modified,
        BeganAt = now,
        TouchedAt = now,
    };

    public void Take(long bytes, DateTimeOffset now) => (Received, TouchedAt) = (Received + bytes, now);

    public void Become(Guid plan) => PlanId = plan;

    internal sealed class Mapping : IEntityTypeConfiguration<PartialUpload>
    {
        public void Configure(EntityTypeBuilder<PartialUpload> builder)
        {
            builder.ToTable("partial_upload", PlansModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Received).IsConcurrencyToken();
            builder.Ignore(row => row.IsWhole);
        }
    }
}
