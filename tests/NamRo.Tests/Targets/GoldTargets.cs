using System.Text.Json;
using NamRo.Kernel.Sources;
using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Targets;

/// <summary>The 56 labelled targets of the first plans, as they are published.</summary>
internal static class GoldTargets
{
    public static IReadOnlyList<TargetCommitment> Read(Guid? leadUnit = null)
    {
        var all = new List<TargetCommitment>();
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "data", "gold"), "*.json").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var plan = Guid.CreateVersion7();
            var ordinal = 0;
            all.AddRange(json.RootElement.GetProperty("targets").EnumerateArray().Select(target => Of(plan, ++ordinal, target, leadUnit)).ToList());
        }

        return all;
    }

    private static TargetCommitment Of(Guid plan, int ordinal, JsonElement target, Guid? leadUnit)
    {
        var value = target.GetProperty("value");
        var isRange = value.ValueKind == JsonValueKind.Array;
        var period = target.GetProperty("period");
        var text = target.GetProperty("text").GetString()!;
        return new TargetCommitment(Guid.CreateVersion7(), plan, ordinal, text)
        {
            PlanTitle = "Kế hoạch " + plan.ToString("N")[..6],
            Comparator = target.GetProperty("comparator").GetString() switch
            {
                ">=" => Comparator.AtLeast,
                ">" => Comparator.MoreThan,
                "<=" => Comparator.AtMost,
                "range" => Comparator.Range,
                "=" => Comparator.Equal,
                _ => Comparator.None,
            },
            Value = value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : isRange ? value[0].GetDecimal() : null,
            UpperValue = isRange ? value[1].GetDecimal() : null,
            MeasureUnit = target.GetProperty("unit").GetString(),
            Baseline = target.GetProperty("baseline") is { ValueKind: JsonValueKind.Number } baseline ? baseline.GetDecimal() : null,
            PeriodFrom = period.ValueKind == JsonValueKind.Object ? period.GetProperty("from").GetString() : null,
            PeriodTo = period.ValueKind == JsonValueKind.Object ? period.GetProperty("to").GetString() : null,
            StartsOn = new DateOnly(2026, 1, 20),
            LeadUnitId = leadUnit,
            Source = new SourceLink(1, 0, text.Length, text),
        };
    }
}
