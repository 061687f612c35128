using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Extraction;
using NamRo.Kernel.Events;

namespace NamRo.Plans.Domain;

/// <summary>Something a person should look at before the plan is carried out.</summary>
[NotLogged]
internal sealed class DraftFinding : DraftRow
{
    private const int KeyBytes = 12;

    public string Rule { get; init; } = "";

    public Severity Severity { get; init; }

    public string Message { get; init; } = "";

    /// <summary>The same for the same finding of another reading: a decision about it goes on to hold.</summary>
    public string Key { get; init; } = "";

    public static DraftFinding Of(Guid plan, int ordinal, Finding finding, SourceGeometry geometry)
    {
        var row = new DraftFinding
        {
            PlanId = plan,
            Ordinal = ordinal,
            Rule = finding.Rule,
            Severity = finding.Severity,
            Message = finding.Message,
            Key = KeyOf(finding),
        };
        row.StandAt(finding.Source, geometry);
        return row;
    }

    private static string KeyOf(Finding finding) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Rule}\n{finding.Message}\n{finding.Source?.Quote}")).AsSpan(0, KeyBytes));

    internal sealed class Mapping : IEntityTypeConfiguration<DraftFinding>
    {
        public void Configure(EntityTypeBuilder<DraftFinding> builder)
        {
            builder.ToTable("draft_finding", PlansModule.SchemaName).HasKey(row => new { row.WardId, row.PlanId, row.Ordinal });
            builder.Property(row => row.Ordinal).ValueGeneratedNever();
            builder.Property(row => row.Cells).AsJson();
            builder.Property(row => row.Places).AsJson();
            builder.Property(row => row.Severity).HasConversion<string>();
        }
    }
}
