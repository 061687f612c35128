using System.Globalization;
using NamRo.Reading;

namespace NamRo.Extraction.Tests;

/// <summary>Extracts a plan written in the test, and shows its targets one a line: "&gt;= 90 % [2026-2026] | words".</summary>
internal static class PlanText
{
    public static PlanDraft Extract(string text)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("namro-plan").FullName, "plan.md");
        try
        {
            File.WriteAllText(file, text);
            return PlanExtractor.Extract(DocumentReader.Read(file, ReadingOptions.Default));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    /// <summary>The targets of one item under "Mục tiêu cụ thể".</summary>
    public static IReadOnlyList<TargetDraft> TargetsOfItem(string item) =>
        Extract($"""
            KẾ HOẠCH
            Chuyển đổi số

            I. MỤC TIÊU

            1. Mục tiêu cụ thể

            - {item}

            II. NHIỆM VỤ

            1. Tổ chức tuyên truyền.
            """).Targets;

    public static string Show(TargetDraft target)
    {
        string?[] parts =
        [
            PlanJson.Word(target.Comparator),
            Text(target.Value),
            Text(target.UpperValue),
            target.Unit,
            target.Baseline is null ? null : $"({Text(target.Baseline)})",
            target.Period is null ? null : $"[{target.Period.From}-{target.Period.To}]",
        ];
        return string.Join(' ', parts.Where(part => part is not null));
    }

    private static string? Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);
}
