using System.Globalization;
using NamRo.Extraction;
using NamRo.Language;

namespace NamRo.CommandLine;

/// <summary>A plan draft as text for a person at a terminal.</summary>
internal static class PlanPrinter
{
    private const int TextWidth = 68;
    private const int UnitWidth = 30;
    private const int DueWidth = 22;
    private const int OutputWidth = 22;

    public static void Write(PlanDraft plan, TextWriter output)
    {
        var d = plan.Document;
        output.WriteLine($"{d.Kind ?? "Văn bản"} {d.Number ?? "(chưa có số)"} · {Day(d.IssuedOn)} · {d.Authority ?? "(không rõ cơ quan)"}");
        if (d.Subject is not null)
        {
            output.WriteLine(d.Subject);
        }

        output.WriteLine();
        output.WriteLine($"NHIỆM VỤ ({plan.Tasks.Count})");
        foreach (var group in plan.Tasks.GroupBy(t => t.Group))
        {
            if (group.Key is not null)
            {
                output.WriteLine($"  {group.Key}");
            }

            foreach (var task in group)
            {
                Row(output, task.Section ?? task.Number ?? "-", task.Text, string.Join("; ", task.LeadUnits), Due(task), task.Output ?? "");
            }
        }

        output.WriteLine();
        output.WriteLine($"CHỈ TIÊU ({plan.Targets.Count})");
        foreach (var target in plan.Targets)
        {
            Row(output, target.Section ?? "-", target.Text, Value(target), target.BaselineText ?? "", Period(target.Period));
        }

        output.WriteLine();
        output.WriteLine($"CẦN XEM ({plan.Findings.Count})");
        foreach (var finding in plan.Findings)
        {
            output.WriteLine($"  [{Severity(finding.Severity)}] {finding.Message}{(finding.Source is { } s ? $" (trang {s.Page})" : "")}");
        }
    }

    private static void Row(TextWriter output, string number, string text, string unit, string due, string extra) =>
        output.WriteLine(
            $"  {Fit(number, 10)} {Fit(text, TextWidth)} {Fit(unit, UnitWidth)} {Fit(due, DueWidth)} {Fit(extra, OutputWidth)}".TrimEnd());

    private static string Fit(string text, int width) =>
        text.Length <= width ? text.PadRight(width) : string.Concat(text.AsSpan(0, width - 1), "…");

    private static string Due(TaskDraft task) => task.Deadline switch
    {
        { Due: { } due } => Day(due),
        { Kind: DeadlineKind.None } => "(không nêu hạn)",
        _ => task.DeadlineText ?? "",
    };

    private static string Value(TargetDraft target) => target.Comparator switch
    {
        Comparator.None => "(không có số)",
        Comparator.Range => string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"{target.Value}-{target.UpperValue} {target.Unit}"),
        _ => string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"{PlanJson.Word(target.Comparator)} {target.Value} {target.Unit}"),
    };

    private static string Period(TargetPeriod? period) => period switch
    {
        null => "",
        { From: null } => $"đến {period.To}",
        { To: null } => $"từ {period.From}",
        _ when period.From == period.To => period.To!,
        _ => $"{period.From}-{period.To}",
    };

    private static string Severity(Severity severity) => severity switch
    {
        NamRo.Extraction.Severity.Error => "lỗi",
        NamRo.Extraction.Severity.Warning => "xem",
        _ => "biết",
    };

    private static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "(chưa có ngày)";
}
