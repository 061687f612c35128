using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;

namespace NamRo.Work.Domain;

/// <summary>A list of tasks, with its filters, under a name of the person's own.</summary>
[NotLogged]
internal sealed class SavedView : IWardOwned
{
    public const int LongestName = 80;
    public const int LongestAddress = 1000;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public string Name { get; init; } = "";

    public string Address { get; init; } = "";

    internal sealed class Mapping : IEntityTypeConfiguration<SavedView>
    {
        public void Configure(EntityTypeBuilder<SavedView> builder)
        {
            builder.ToTable("saved_view", WorkModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}
