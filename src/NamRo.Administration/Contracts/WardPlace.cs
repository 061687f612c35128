using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NamRo.Administration.Contracts;

/// <summary>
/// A ward of this installation and the province or city it lies in; view <c>administration.ward_place</c>. It belongs to no ward: names
/// and codes of wards are public.
/// </summary>
public sealed class WardPlace
{
    public Guid Id { get; init; }

    /// <summary>Five digits; two for the city's own row.</summary>
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>phuong, xa, dac_khu or thanh_pho.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Null: the ward is not in the official list of communes (a trial).</summary>
    public string? ProvinceCode { get; init; }

    public string? ProvinceName { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<WardPlace>
    {
        public void Configure(EntityTypeBuilder<WardPlace> builder) =>
            builder.ToView("ward_place", AdministrationModule.SchemaName).HasNoKey();
    }
}
