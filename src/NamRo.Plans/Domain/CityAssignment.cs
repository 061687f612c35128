using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;

namespace NamRo.Plans.Domain;

/// <summary>A line of the city's list of assignments, and the ward's task that answers it.</summary>
internal sealed class CityAssignment : IWardOwned
{
    public const int LongestText = 4000;
    public const int LongestName = 300;

    /// <inheritdoc/>
    public Guid WardId { get; set; }

    public Guid Id { get; init; }

    /// <summary>By which the same line is known in another file: the city's code, else document and words.</summary>
    public string Key { get; init; } = "";

    public string? Code { get; init; }

    public string? DocumentNumber { get; init; }

    public string Text { get; init; } = "";

    public string? LeadUnitText { get; init; }

    public string? DeadlineText { get; init; }

    public Guid TaskId { get; init; }

    /// <summary>False: the ward had the task already.</summary>
    public bool IsNewTask { get; init; }

    /// <summary>Why the two were held to be the same, as the person saw it.</summary>
    public List<string> Reasons { get; init; } = [];

    public string DecidedBy { get; init; } = "";

    public DateTimeOffset DecidedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CityAssignment>
    {
        public void Configure(EntityTypeBuilder<CityAssignment> builder)
        {
            builder.ToTable("city_assignment", PlansModule.SchemaName).HasKey(row => new { row.WardId, row.Id });
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}

[EventTitle("Nhận nhiệm vụ thành phố giao")]
internal sealed record AssignmentTaken(EventSubject Subject, string? DocumentNumber, bool IsNewTask) : WardEvent(Subject);
