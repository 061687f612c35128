using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NamRo.Administration.Contracts;

/// <summary>A ward of this installation, or the city above them; table <c>administration.ward</c>, read only.</summary>
public sealed class WardRow
{
    /// <summary><see cref="Kind"/> of the city's own row.</summary>
    public const string CityKind = "thanh_pho";

    public Guid Id { get; init; }

    /// <summary>Five-digit code of the commune, as text.</summary>
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string Kind { get; init; } = "";

    internal sealed class Mapping : IEntityTypeConfiguration<WardRow>
    {
        public void Configure(EntityTypeBuilder<WardRow> builder) => builder.ToView("ward", AdministrationModule.SchemaName).HasNoKey();
    }
}
