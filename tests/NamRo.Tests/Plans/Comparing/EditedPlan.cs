using System.Text.Json;
using System.Text.Json.Serialization;
using NamRo.Language;
using NamRo.Plans.Comparing;
using NamRo.Plans.Domain;

namespace NamRo.Tests.Plans.Comparing;

/// <summary>A version of a seed plan as an official would edit it, with the changes labelled by hand (<c>tests/data/amended</c>).</summary>
internal sealed class EditedPlan
{
    private const int PlanYear = 2026;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        PropertyNameCaseInsensitive = true,
    };

    private EditedPlan(IReadOnlyList<ComparedRow> former, IReadOnlyList<ComparedRow> present, IReadOnlySet<string> changes) =>
        (Former, Present, Changes) = (former, present, changes);

    public IReadOnlyList<ComparedRow> Former { get; }

    public IReadOnlyList<ComparedRow> Present { get; }

    /// <summary>One line for each change: "added new", "dropped old", "split old new", "merged old new", "changed old new field".</summary>
    public IReadOnlySet<string> Changes { get; }

    public static EditedPlan Load(string folder, string name)
    {
        var version = Read<Version>(Path.Combine(folder, name + ".json"));
        var seed = Seed(folder, version.Seed);
        var changes = version.Dropped.Select(key => $"dropped {key}").ToHashSet(StringComparer.Ordinal);
        var present = new List<ComparedRow>();
        foreach (var row in seed)
        {
            var edits = version.Rows.Where(edit => edit.Of.Contains(row.Key, StringComparer.Ordinal)).ToList();
            if (edits.Count == 0 && !version.Dropped.Contains(row.Key, StringComparer.Ordinal))
            {
                edits.Add(new Edit { Of = [row.Key] });
            }

            foreach (var edit in edits.Where(edit => string.Equals(edit.Of[0], row.Key, StringComparison.Ordinal)))
            {
                present.Add(Apply(edit, row, version, edits.IndexOf(edit), changes, edits.Count));
            }

            foreach (var edit in version.Rows.Where(edit => string.Equals(edit.After, row.Key, StringComparison.Ordinal)))
            {
                present.Add(edit.Over(new ComparedRow($"+{present.Count}", row.Kind, "")));
                changes.Add($"added {present[^1].Key}");
            }
        }

        return new(seed, present, changes);
    }

    public static IReadOnlyList<ComparedRow> Seed(string folder, string seed) => [.. Read<List<Edit>>(Path.Combine(folder, $"seed_{seed}.json"))
        .Select(row => row.Over(new ComparedRow(row.Key!, row.Kind, "")))];

    public static IReadOnlySet<string> ChangesOf(IReadOnlyList<RowChange> found) => found.SelectMany(change => change.Kind switch
    {
        ChangeKind.Added => [$"added {change.Present[0].Key}"],
        ChangeKind.Dropped => [$"dropped {change.Former[0].Key}"],
        ChangeKind.Split => change.Present.Select(row => $"split {change.Former[0].Key} {row.Key}"),
        ChangeKind.Merged => change.Former.Select(row => $"merged {row.Key} {change.Present[0].Key}"),
        _ => change.Fields.Select(field => $"changed {change.Former[0].Key} {change.Present[0].Key} {field}"),
    }).ToHashSet(StringComparer.Ordinal);

    private static ComparedRow Apply(Edit edit, ComparedRow row, Version version, int part, HashSet<string> changes, int parts)
    {
        var key = string.Join('&', edit.Of) + (part > 0 ? $"#{part}" : "") + "'";
        var fields = edit.Changes.ToHashSet();
        var result = edit.Over(row with { Key = key });
        if (version.Renumbered.TryGetValue(row.Key, out var number))
        {
            result = result with { Number = number };
            fields.Add(RowField.Number);
        }

        changes.UnionWith(edit.Of.Count > 1 ? edit.Of.Select(old => $"merged {old} {key}")
            : parts > 1 ? [$"split {row.Key} {key}"]
            : fields.Select(field => $"changed {row.Key} {key} {field}"));
        return result;
    }

    private static T Read<T>(string path) => JsonSerializer.Deserialize<T>(File.ReadAllText(path), Options)!;

    private sealed record Version
    {
        public required string Seed { get; init; }

        public List<Edit> Rows { get; init; } = [];

        public Dictionary<string, string> Renumbered { get; init; } = [];

        public List<string> Dropped { get; init; } = [];
    }

    /// <summary>A row as the files write it; what is left out stays as it was.</summary>
    private sealed record Edit
    {
        public string? Key { get; init; }

        public RowKind Kind { get; init; }

        public List<string> Of { get; init; } = [];

        public string? After { get; init; }

        public List<RowField> Changes { get; init; } = [];

        public string? Number { get; init; }

        public string? Group { get; init; }

        public string? Text { get; init; }

        public string? Leader { get; init; }

        public List<string>? Leads { get; init; }

        public List<string>? Cos { get; init; }

        public string? Output { get; init; }

        public string? Deadline { get; init; }

        public Comparator? Comparator { get; init; }

        public decimal? Value { get; init; }

        public decimal? Upper { get; init; }

        public string? Unit { get; init; }

        public string? Baseline { get; init; }

        public string? From { get; init; }

        public string? To { get; init; }

        public ComparedRow Over(ComparedRow row) => row with
        {
            Text = Text ?? row.Text,
            Number = Number ?? row.Number,
            Group = Group ?? row.Group,
            Leader = Leader ?? row.Leader,
            LeadUnits = Leads ?? row.LeadUnits,
            CoUnits = Cos ?? row.CoUnits,
            Output = Output ?? row.Output,
            DeadlineText = Deadline ?? row.DeadlineText,
            Deadline = Deadline is null ? row.Deadline : NamRo.Language.Deadline.Parse(Deadline, planYear: PlanYear),
            Comparator = Comparator ?? row.Comparator,
            Value = Value ?? row.Value,
            UpperValue = Upper ?? row.UpperValue,
            MeasureUnit = Unit ?? row.MeasureUnit,
            Baseline = Baseline ?? row.Baseline,
            PeriodFrom = From ?? row.PeriodFrom,
            PeriodTo = To ?? row.PeriodTo,
        };
    }
}
