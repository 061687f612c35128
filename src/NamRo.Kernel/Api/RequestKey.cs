using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;

namespace NamRo.Kernel.Api;

/// <summary>What was asked for under a key; saved with the write itself, so that a refused one leaves the key free.</summary>
[NotLogged]
internal sealed class RequestKey : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Key { get; init; }

    /// <summary>SHA-256 of the method, the path and the content.</summary>
    public byte[] Fingerprint { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<RequestKey>
    {
        public void Configure(EntityTypeBuilder<RequestKey> builder)
        {
            builder.ToTable("request_key", KernelModule.SchemaName);
            builder.HasKey(row => new { row.WardId, row.Key });
        }
    }
}
