using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NamRo.Administration.Domain;

/// <summary>An administrative unit of the commune level in the official list, whether or not it uses the system.</summary>
internal sealed class Commune
{
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string Kind { get; init; } = "";

    public string FullName { get; init; } = "";

    public string ProvinceCode { get; init; } = "";

    public string ProvinceName { get; init; } = "";

    internal sealed class Mapping : IEntityTypeConfiguration<Commune>
    {
        public void Configure(EntityTypeBuilder<Commune> builder) =>
            builder.ToTable("commune", AdministrationModule.SchemaName).HasKey(row => row.Code);
    }
}
