using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;

namespace NamRo.Kernel.Notices;

/// <summary>A posted notice. Reading it is the person's own convenience, so no event tells of it.</summary>
[NotLogged]
public sealed class NoticeRow : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    public string Kind { get; init; } = "";

    public string Title { get; init; } = "";

    public string? Body { get; init; }

    public string Href { get; init; } = "";

    public string? OnceKey { get; init; }

    public bool IsUrgent { get; init; }

    /// <summary>Whether it stands under the bell, by the person's choice.</summary>
    public bool IsShown { get; init; }

    public MailTiming MailTiming { get; init; }

    /// <summary>The mail that carries it, once one is composed.</summary>
    public Guid? MailId { get; set; }

    public DateTimeOffset PostedAt { get; init; }

    public DateTimeOffset? ReadAt { get; set; }
}

/// <summary>What a person chose for a kind of notice.</summary>
[NotLogged]
internal sealed class NoticeChoice : IWardOwned
{
    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid PersonId { get; init; }

    public string Kind { get; init; } = "";

    public bool IsShown { get; set; }

    public MailTiming MailTiming { get; set; }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<NoticeRow>, IEntityTypeConfiguration<NoticeChoice>
{
    public void Configure(EntityTypeBuilder<NoticeRow> builder)
    {
        builder.ToTable("notice", KernelModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.MailTiming).HasConversion(timing => SnakeCase.Of(timing.ToString()), text => Parse(text));
    }

    public void Configure(EntityTypeBuilder<NoticeChoice> builder)
    {
        builder.ToTable("notice_choice", KernelModule.SchemaName).HasKey(row => new { row.WardId, row.PersonId, row.Kind });
        builder.Property(row => row.MailTiming).HasConversion(timing => SnakeCase.Of(timing.ToString()), text => Parse(text));
    }

    private static MailTiming Parse(string text) =>
        Enum.Parse<MailTiming>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
