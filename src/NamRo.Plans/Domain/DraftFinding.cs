using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Extraction;
using NamRo.Kernel.Events;

namespace NamRo.Plans.Domain;

/// <summary>Something a person should look at before the plan is carried out.</summary>
[NotLogged]
internal sealed class DraftFinding : DraftRow
{
    public string Rule { get; init; } = "";

    public Severity Severity { get; init; }

    public string Message { get; init; } = "";

    public static DraftFinding Of(Guid plan, int ordinal, Finding finding)
    {
        var row = new DraftFinding
        {
            PlanId = plan,
            Ordinal = ordinal,
            Rule = finding.Rule,
            Severity = finding.Severity,
            Message = finding.Message,
        };
        row.StandAt(finding.Source);
        return row;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<DraftFinding>
    {
        public void Configure(EntityTypeBuilder<DraftFinding> builder)
        {
            builder.ToTable("draft_finding", PlansModule.SchemaName).HasKey(row => new { row.WardId, row.PlanId, row.Ordinal });
            builder.Property(row => row.Ordinal).ValueGeneratedNever();
            builder.Property(row => row.Severity).HasConversion<string>();
        }
    }
}
