using System.Globalization;

namespace NamRo.Targets;

/// <summary>Milestones as a person writes them: a line for each, "30/06/2026: 85,5".</summary>
internal static class MilestoneText
{
    public const int Longest = 1000;
    public const int Most = 24;

    private static readonly string[] DateForms = ["d/M/yyyy"];

    /// <summary>Null: a line is not understood, a day stands twice, or there are too many.</summary>
    public static IReadOnlyList<(DateOnly On, decimal Value)>? Read(string? text)
    {
        var steps = new SortedDictionary<DateOnly, decimal>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [var day, var figure]
                || !DateOnly.TryParseExact(day, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
                || !decimal.TryParse(figure.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture, out var value)
                || !steps.TryAdd(on, value))
            {
                return null;
            }
        }

        return steps.Count > Most ? null : [.. steps.Select(step => (step.Key, step.Value))];
    }
}
