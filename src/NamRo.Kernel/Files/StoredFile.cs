using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;

namespace NamRo.Kernel.Files;

/// <summary>A file of a ward. Its bytes never change; two files with the same bytes share them within the ward.</summary>
public sealed class StoredFile : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    /// <summary>Name as uploaded, without path and control characters; never used as a path.</summary>
    public string Name { get; init; } = "";

    /// <summary>Found from the bytes, never from the name or the browser.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; init; }

    /// <summary>Address of the bytes.</summary>
    public byte[] Sha256 { get; init; } = [];

    public Guid? CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> builder)
        {
            builder.ToTable("stored_file", KernelModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}

[EventTitle("Lưu tệp")]
public sealed record FileStored(EventSubject Subject, long Size, string MediaType) : WardEvent(Subject);
