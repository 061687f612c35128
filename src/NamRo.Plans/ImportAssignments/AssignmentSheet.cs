using NamRo.Kernel.Sheets;
using NamRo.Language;
using NamRo.Plans.Comparing;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;

namespace NamRo.Plans;

/// <summary>A line of the city's list as it is understood.</summary>
/// <param name="LeadUnitId">Null: it names no unit of the ward; the ward assigns it later.</param>
internal sealed record AssignedLine(string Key, string? Code, string? DocumentNumber, string Text, string? LeadUnitText, Guid? LeadUnitId,
    string? DeadlineText, Deadline Deadline, string? Output)
{
    public ComparedRow Compared(WardDirectory directory) => new(Key, RowKind.Task, Text)
    {
        LeadUnits = directory.NameOf(LeadUnitId) is { } unit ? [unit] : [],
        Output = Output,
        DeadlineText = DeadlineText,
        Deadline = Deadline,
    };
}

/// <summary>The columns of the lists that cities send, under the headings they use.</summary>
internal static class AssignmentSheet
{
    private static readonly SheetColumn Text = new("Nội dung nhiệm vụ")
    {
        IsRequired = true,
        Synonyms =
        [
            "Nội dung", "Nhiệm vụ", "Nhiệm vụ được giao", "Nhiệm vụ giao", "Nội dung giao", "Nội dung công việc", "Nội dung chỉ đạo",
            "Tên nhiệm vụ", "Công việc",
        ],
    };

    private static readonly SheetColumn Code = new("Mã nhiệm vụ") { Synonyms = ["Mã", "Mã số", "ID"] };

    private static readonly SheetColumn Document = new("Văn bản giao")
    {
        Synonyms =
        [
            "Văn bản", "Số văn bản", "Số ký hiệu", "Số, ký hiệu", "Số/ký hiệu", "Số ký hiệu văn bản", "Số, ký hiệu văn bản",
            "Văn bản chỉ đạo", "Văn bản giao nhiệm vụ", "Căn cứ",
        ],
    };

    private static readonly SheetColumn LeadUnit = new("Đơn vị chủ trì")
    {
        Synonyms = ["Chủ trì", "Đơn vị thực hiện", "Cơ quan chủ trì", "Cơ quan thực hiện", "Đơn vị được giao"],
    };

    private static readonly SheetColumn Due = new("Thời hạn")
    {
        Synonyms =
        [
            "Hạn", "Hạn hoàn thành", "Hạn xử lý", "Thời hạn hoàn thành", "Thời gian hoàn thành", "Thời gian", "Thời hạn thực hiện",
        ],
    };

    private static readonly SheetColumn Output = new("Sản phẩm đầu ra") { Synonyms = ["Sản phẩm", "Kết quả", "Kết quả đầu ra"] };

    public static IReadOnlyList<SheetColumn> Columns { get; } = [Code, Document, Text, LeadUnit, Due, Output];

    /// <summary>Null: the line cannot be used; why is noted on the row.</summary>
    public static AssignedLine? Read(SheetRow row, WardDirectory directory, int year)
    {
        var text = row.Text(Text, CityAssignment.LongestText);
        var (code, document) = (Cell(row, Code), Cell(row, Document));
        var (unit, due) = (Cell(row, LeadUnit), Cell(row, Due));
        var key = code is not null ? $"{VietnameseText.Fold(document ?? "")}|{VietnameseText.Fold(code)}"
            : $"{VietnameseText.Fold(document ?? "")}|{VietnameseText.Fold(text)}";
        return text.Length == 0 ? null : new AssignedLine(key, code, document, text, unit, unit is null ? null : directory.FindUnit(unit),
            due, due is null ? Deadline.None : Deadline.Parse(due, null, year), Cell(row, Output));
    }

    private static string? Cell(SheetRow row, SheetColumn column) =>
        row.Text(column, CityAssignment.LongestName) is { Length: > 0 } text ? text : null;
}
