using System.Globalization;
using NamRo.Kernel.Sheets;
using NamRo.Language;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;

namespace NamRo.Plans;

/// <summary>What a row of a sheet is understood against.</summary>
/// <param name="PlanYear">For deadlines without a year.</param>
internal sealed record SheetSetting(WardDirectory Directory, DateOnly? IssuedOn, int PlanYear);

/// <summary>
/// The rows of a plan as a spreadsheet, the same columns out and in. A cell that is as it was written changes nothing, so what a sheet
/// cannot hold is never lost by a round trip.
/// </summary>
internal static class PlanSheet
{
    private const int LongestName = 300;
    private const int LongestWords = 2000;
    private const int LongestShown = 60;

    public static SheetColumn Key { get; } = new("Mã dòng") { IsHidden = true };

    public static SheetColumn Version { get; } = new("Phiên bản", SheetKind.Number) { IsHidden = true };

    public static SheetColumn Kind { get; } = new("Loại") { Width = 12, Choices = [Words(RowKind.Task), Words(RowKind.Target)] };

    public static SheetColumn Decision { get; } =
        new("Quyết định") { Width = 12, Choices = [.. States.Keys] };

    public static SheetColumn Text { get; } = new("Nội dung") { Width = 60, IsWrapped = true, IsRequired = true };

    private static Dictionary<string, RowState> States => new(StringComparer.Ordinal)
    {
        ["Nhận"] = RowState.Accepted,
        ["Bỏ"] = RowState.Rejected,
        ["Chưa duyệt"] = RowState.Pending,
    };

    private static readonly IReadOnlyList<Field> Fields =
    [
        new(Text, (row, _) => row.Text, (row, text, _, _) => row with { Text = text! }, PlanRow.LongestText),
        new(new("Số mục") { Width = 10 }, (row, _) => row.Section, (row, text, _, _) => row with { Section = text }, 40),
        new(new("Đơn vị chủ trì") { Width = 28, IsWrapped = true, Synonyms = ["Chủ trì"] }, LeadUnit, TakeLeadUnit, LongestName),
        Field.OfTask(new("Nhóm nhiệm vụ") { Width = 28, IsWrapped = true, Synonyms = ["Nhóm"] }, (row, _) => row.GroupTitle,
            (row, text, _, _) => row with { GroupTitle = text }, LongestName),
        Field.OfTask(new("Lãnh đạo phụ trách") { Width = 24, IsWrapped = true }, (row, _) => row.Leader,
            (row, text, setting, _) => row with
            {
                Leader = text,
                LeaderPersonId = text is null ? null : setting.Directory.FindLeader(text),
            },
            LongestName),
        Field.OfTask(new("Đơn vị phối hợp") { Width = 28, IsWrapped = true, Synonyms = ["Phối hợp"] }, CoUnits, TakeCoUnits, LongestWords),
        Field.OfTask(new("Sản phẩm đầu ra") { Width = 24, IsWrapped = true, Synonyms = ["Sản phẩm"] }, (row, _) => row.Output,
            (row, text, _, _) => row with { Output = text }, LongestWords),
        Field.OfTask(new("Thời hạn") { Width = 20, IsWrapped = true, Synonyms = ["Thời gian hoàn thành", "Thời gian"] },
            (row, _) => row.DeadlineText, TakeDeadline, LongestWords),
        Field.OfTarget(new("So sánh") { Width = 10, Choices = ["≥", "=", ">", "≤", "<"] }, (row, _) => Sign(row.Comparator),
            TakeComparator),
        Field.OfTarget(new("Giá trị") { Width = 12 }, (row, _) => Number(row.Value),
            (row, text, _, cell) => row with { Value = Number(text, cell) }),
        Field.OfTarget(new("Giá trị trên") { Width = 12 }, (row, _) => Number(row.UpperValue),
            (row, text, _, cell) => row with { UpperValue = Number(text, cell) }),
        Field.OfTarget(new("Đơn vị tính") { Width = 14, Synonyms = ["ĐVT"] }, (row, _) => row.MeasureUnit,
            (row, text, _, _) => row with { MeasureUnit = text }),
        Field.OfTarget(new("Hiện trạng") { Width = 14 }, (row, _) => row.BaselineText,
            (row, text, _, _) => row with
            {
                BaselineText = text,
                Baseline = text is null ? null : VietnameseNumber.ParseDigits(text.Trim('%', ' ')),
            }),
        Field.OfTarget(new("Từ kỳ") { Width = 8 }, (row, _) => row.PeriodFrom, (row, text, _, _) => row with { PeriodFrom = text }),
        Field.OfTarget(new("Đến kỳ") { Width = 8 }, (row, _) => row.PeriodTo, (row, text, _, _) => row with { PeriodTo = text }),
    ];

    public static IReadOnlyList<SheetColumn> Columns { get; } = [Key, Version, Kind, .. Fields.Select(field => field.Column), Decision];

    public static object?[] Cells(PlanRow row, WardDirectory directory) =>
    [
        row.Id.ToString(), row.Version, Words(row.Kind), .. Fields.Select(field => field.Write(row.Content, directory)), Words(row.State),
    ];

    /// <summary>The content with what the sheet's row says; errors are noted on the row.</summary>
    public static RowContent Apply(RowContent content, SheetContent sheet, SheetRow row, SheetSetting setting)
    {
        foreach (var field in Fields.Where(field => sheet.Has(field.Column)))
        {
            var text = row.Text(field.Column, field.Longest);
            var now = text.Length == 0 ? null : text;
            var was = field.Write(content, setting.Directory) is { } written ? VietnameseText.Normalize(written) : null;
            if (!string.Equals(now, was, StringComparison.Ordinal) && (now is not null || field.Column != Text))
            {
                content = field.Take(content, now, setting, new SheetCell(row, field.Column));
            }
        }

        return content;
    }

    public static RowState? StateOf(SheetRow row) => row.Text(Decision).Length == 0
        ? null
        : row.Choice(Decision, States.Select(state => KeyValuePair.Create(state.Key, (RowState?)state.Value)));

    public static string Words(RowKind kind) => kind == RowKind.Task ? "Nhiệm vụ" : "Chỉ tiêu";

    private static string Words(RowState state) => States.FirstOrDefault(each => each.Value == state).Key;

    private static string? LeadUnit(RowContent row, WardDirectory directory) =>
        directory.NameOf(row.LeadUnitId) ?? (row is TaskContent { LeadUnits: [var first, ..] } ? first : null);

    private static RowContent TakeLeadUnit(RowContent row, string? text, SheetSetting setting, SheetCell cell)
    {
        var unit = text is null ? null : setting.Directory.FindUnit(text);
        if (text is not null && unit is null)
        {
            cell.Refuse($"“{Shown(text)}” không khớp đơn vị nào. Hãy dùng tên hoặc tên gọi khác của một đơn vị trong danh sách.");
        }

        return row is TaskContent task
            ? task with { LeadUnitId = unit, LeadUnits = text is null ? [] : [text] }
            : row with { LeadUnitId = unit };
    }

    private static string? CoUnits(TaskContent row, WardDirectory directory)
    {
        var names = row.CoUnits.Count > 0 ? row.CoUnits : [.. row.CoUnitIds.Select(unit => directory.NameOf(unit)).OfType<string>()];
        return names.Count == 0 ? null : string.Join("; ", names);
    }

    private static TaskContent TakeCoUnits(TaskContent row, string? text, SheetSetting setting, SheetCell cell)
    {
        string[] names = (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return row with
        {
            CoUnits = names,
            CoUnitIds = [.. names.Select(setting.Directory.FindUnit).OfType<Guid>().Where(unit => unit != row.LeadUnitId).Distinct()],
        };
    }

    private static TaskContent TakeDeadline(TaskContent row, string? text, SheetSetting setting, SheetCell cell)
    {
        var deadline = text is null ? Deadline.None : Deadline.Parse(text, setting.IssuedOn, setting.PlanYear);
        if (text is not null && deadline.Kind == DeadlineKind.None)
        {
            cell.Refuse($"chưa hiểu “{Shown(text)}”. Viết như 30/6/2026, Quý II/2026 hoặc Thường xuyên.");
        }

        return row with { DeadlineText = text, Deadline = deadline };
    }

    private static TargetContent TakeComparator(TargetContent row, string? text, SheetSetting setting, SheetCell cell)
    {
        Comparator? comparator = text switch
        {
            null => Comparator.None,
            "≥" or ">=" => Comparator.AtLeast,
            "=" => Comparator.Equal,
            ">" => Comparator.MoreThan,
            "≤" or "<=" => Comparator.AtMost,
            "<" => Comparator.LessThan,
            "–" or "-" => Comparator.Range,
            _ => null,
        };
        if (comparator is null)
        {
            cell.Refuse("dùng một trong các dấu ≥, =, >, ≤, <, – (khoảng).");
        }

        return row with { Comparator = comparator ?? row.Comparator };
    }

    private static string? Sign(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => "≥",
        Comparator.Equal => "=",
        Comparator.MoreThan => ">",
        Comparator.AtMost => "≤",
        Comparator.LessThan => "<",
        Comparator.Range => "–",
        _ => null,
    };

    private static string? Number(decimal? value) => value?.ToString("0.############", CultureInfo.GetCultureInfo("vi-VN"));

    private static decimal? Number(string? text, SheetCell cell)
    {
        var value = text is null ? null : VietnameseNumber.ParseDigits(text.TrimEnd('%', ' '));
        if (text is not null && value is null)
        {
            cell.Refuse($"“{Shown(text)}” không phải là số. Viết như 1.234,5.");
        }

        return value;
    }

    private static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";

    /// <summary>A cell that may be refused.</summary>
    private sealed record SheetCell(SheetRow Row, SheetColumn Column)
    {
        public void Refuse(string message) => Row.Refuse(Column, message);
    }

    private sealed record Field(SheetColumn Column, Func<RowContent, WardDirectory, string?> Write,
        Func<RowContent, string?, SheetSetting, SheetCell, RowContent> Take, int Longest = 100)
    {
        public static Field OfTask(SheetColumn column, Func<TaskContent, WardDirectory, string?> write,
            Func<TaskContent, string?, SheetSetting, SheetCell, TaskContent> take, int longest) => new(column,
            (row, directory) => row is TaskContent task ? write(task, directory) : null,
            (row, text, setting, cell) => row is TaskContent task ? take(task, text, setting, cell) : Misplaced(row, cell), longest);

        public static Field OfTarget(SheetColumn column, Func<TargetContent, WardDirectory, string?> write,
            Func<TargetContent, string?, SheetSetting, SheetCell, TargetContent> take) => new(column,
            (row, directory) => row is TargetContent target ? write(target, directory) : null,
            (row, text, setting, cell) => row is TargetContent target ? take(target, text, setting, cell) : Misplaced(row, cell));

        private static RowContent Misplaced(RowContent row, SheetCell cell)
        {
            cell.Refuse(row is TaskContent
                ? "chỉ dùng cho chỉ tiêu. Hãy để trống ở dòng nhiệm vụ."
                : "chỉ dùng cho nhiệm vụ. Hãy để trống ở dòng chỉ tiêu.");
            return row;
        }
    }
}
