using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NamRo.Administration.Domain;

/// <summary>One sign-in on one device. The cookie holds only its key, so that it can be ended from elsewhere.</summary>
internal sealed class SignInSession
{
    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    /// <summary>The ward the person works in now; null while they belong to none.</summary>
    public Guid? ChosenWardId { get; set; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? Address { get; init; }

    public string? Device { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SignInSession>
    {
        public void Configure(EntityTypeBuilder<SignInSession> builder)
        {
            builder.ToTable("sign_in_session", AdministrationModule.SchemaName);
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}
