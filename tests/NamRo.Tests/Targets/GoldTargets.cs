using System.Text.Json;
using NamRo.Kernel.Sources;
using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Targets;

/// <summary>The 56 labelled targets of the first plans, as they are published.</summary>
internal static class GoldTargets
{
    public const int PlanCount = 5;

    /// <summary>The targets of all plans.</summary>
    public static IReadOnlyList<TargetCommitment> Read() => [.. Enumerable.Range(0, PlanCount).SelectMany(seed => Read(seed))];

    /// <summary>The targets of one plan, in its order.</summary>
    public static IReadOnlyList<TargetCommitment> Read(int seed)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "data", "gold", $"00{seed}.json")));
        var plan = Guid.CreateVersion7();
        return [.. json.RootElement.GetProperty("targets").EnumerateArray().Select((target, index) => Of(plan, index + 1, target))];
    }

    private static TargetCommitment Of(Guid plan, int ordinal, JsonElement target)
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
            Source = new SourceLink(1, 0, text.Length, text),
        };
    }
}
