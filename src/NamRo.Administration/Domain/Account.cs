using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;

namespace NamRo.Administration.Domain;

/// <summary>A way to sign in. One person has one account, whatever the number of wards that gave them work.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public Account()
    {
        Id = Guid.CreateVersion7();
        SecurityStamp = Guid.CreateVersion7().ToString("N");
        LockoutEnabled = true;
    }

    public string DisplayName { get; set; } = "";

    /// <summary>Set for one-time passwords: nothing else may be done before a new one is chosen.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Set when it is closed for lying idle; it can be opened again.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>When it was opened, or opened again.</summary>
    public DateTimeOffset OpenedAt { get; set; }

    public DateTimeOffset? PasswordChangedAt { get; set; }

    /// <summary>What events about this account name as their subject.</summary>
    public EventSubject AsSubject() => new(nameof(Account), Id, DisplayName);

    internal sealed class Mapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
        IEntityTypeConfiguration<IdentityUserLogin<Guid>>, IEntityTypeConfiguration<IdentityUserToken<Guid>>,
        IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
    {
        private const string Schema = AdministrationModule.SchemaName;

        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("account", Schema);
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.ConcurrencyStamp).IsConcurrencyToken();
            builder.Property(row => row.OpenedAt).HasDefaultValueSql("now()");
            builder.HasMany<IdentityUserClaim<Guid>>().WithOne().HasForeignKey(row => row.UserId);
            builder.HasMany<IdentityUserLogin<Guid>>().WithOne().HasForeignKey(row => row.UserId);
            builder.HasMany<IdentityUserToken<Guid>>().WithOne().HasForeignKey(row => row.UserId);
            builder.HasMany<IdentityUserPasskey<Guid>>().WithOne().HasForeignKey(row => row.UserId);
        }

        public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) =>
            builder.ToTable("account_claim", Schema).HasKey(row => row.Id);

        public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) =>
            builder.ToTable("account_login", Schema).HasKey(row => new { row.LoginProvider, row.ProviderKey });

        public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) =>
            builder.ToTable("account_token", Schema).HasKey(row => new { row.UserId, row.LoginProvider, row.Name });

        public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
        {
            builder.ToTable("account_passkey", Schema).HasKey(row => row.CredentialId);
            builder.OwnsOne(row => row.Data, data => data.ToJson("data"));
        }
    }
}
