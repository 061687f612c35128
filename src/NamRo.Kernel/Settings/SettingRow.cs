using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Tenancy;

namespace NamRo.Kernel.Settings;

/// <summary>A ward's own value of a setting.</summary>
internal sealed class SettingRow : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public string Key { get; init; } = "";

    public string Value { get; set; } = "";

    /// <summary>Counts changes, so that two people editing at once do not overwrite each other.</summary>
    public int Version { get; private set; } = 1;

    public void Change(string value)
    {
        Value = value;
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<SettingRow>
    {
        public void Configure(EntityTypeBuilder<SettingRow> builder)
        {
            builder.ToTable("ward_setting", KernelModule.SchemaName);
            builder.HasKey(row => new { row.WardId, row.Key });
            builder.Property(row => row.Version).IsConcurrencyToken();
        }
    }
}
