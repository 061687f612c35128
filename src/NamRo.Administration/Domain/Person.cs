using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;
using NamRo.Language;

namespace NamRo.Administration.Domain;

/// <summary>A person who works for a ward (cán bộ, công chức, viên chức, cộng tác viên), with or without an account.</summary>
internal sealed class Person : IWardOwned
{
    public const int LongestName = 120;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid? AccountId { get; set; }

    public string FullName { get; private set; } = "";

    /// <summary>Given name first, without accents: how Vietnamese lists are sorted and searched.</summary>
    public string NameKey { get; private set; } = "";

    [NotLogged]
    public string? Email { get; private set; }

    [NotLogged]
    public string? Phone { get; private set; }

    public DateOnly? LeftOn { get; set; }

    public List<Appointment> Appointments { get; } = [];

    public static Person Create(Guid id, string fullName, string? email, string? phone)
    {
        var person = new Person { Id = id };
        person.Change(fullName, email, phone);
        return person;
    }

    public void Change(string fullName, string? email, string? phone)
    {
        FullName = VietnameseText.Normalize(fullName);
        NameKey = KeyOf(FullName);
        (Email, Phone) = (email?.Trim(), phone?.Trim());
    }

    /// <summary>"Nguyễn Văn An" becomes "an nguyen van".</summary>
    private static string KeyOf(string fullName)
    {
        var words = VietnameseText.WithoutAccents(fullName).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "" : string.Join(' ', words[^1..].Concat(words[..^1]));
    }
}

/// <summary>A position a person holds in a unit between two dates.</summary>
internal sealed class Appointment : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    public Guid UnitId { get; init; }

    /// <summary>Such as "Trưởng phòng" or "Chuyên viên".</summary>
    public string Title { get; init; } = "";

    /// <summary>Whether this is the head of the unit, to whom warnings escalate.</summary>
    public bool IsHead { get; init; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("person", AdministrationModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasMany(row => row.Appointments).WithOne().HasForeignKey(row => new { row.WardId, row.PersonId });
    }

    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("appointment", AdministrationModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
