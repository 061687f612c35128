using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NamRo.Administration.Domain;

/// <summary>A ward (phường, xã, đặc khu) that uses the system, or the city above them.</summary>
internal sealed class WardRecord
{
    /// <summary>Kind of the city's own row.</summary>
    public const string CityKind = "thanh_pho";

    public Guid Id { get; init; }

    /// <summary>Five-digit code of the commune, or two-digit code of the city (QĐ 19/2025/QĐ-TTg), as text.</summary>
    public string Code { get; init; } = "";

    /// <summary>Full name, such as "Phường Hải Dương".</summary>
    public string Name { get; init; } = "";

    /// <summary>phuong, xa, dac_khu or thanh_pho.</summary>
    public string Kind { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public bool IsCity => Kind == CityKind;

    internal sealed class Mapping : IEntityTypeConfiguration<WardRecord>
    {
        public void Configure(EntityTypeBuilder<WardRecord> builder)
        {
            builder.ToTable("ward", AdministrationModule.SchemaName);
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}
