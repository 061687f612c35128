using NamRo.Ui.Charts;
using NamRo.Ui.Maps;
using NamRo.Ui.Status;

namespace NamRo.Ui.Elements;

/// <summary>Invented figures of the sample page.</summary>
internal static class Samples
{
    private static readonly string[] Months = ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11"];

    internal static IReadOnlyList<StackPart> TaskParts { get; } =
    [
        new("Xong đúng hạn", 44, StatusTone.Done, "#lists"), new("Đang làm", 20, StatusTone.InProgress, "#lists"),
        new("Quá hạn", 7, StatusTone.Late, "#lists"), new("Thiếu dữ liệu", 6, StatusTone.NoData, "#lists"),
        new("Chờ cấp trên", 8, StatusTone.Waiting, "#lists"),
    ];

    internal static MapOutlines Map { get; } = new(120,
    [
        new("a", "M4 4L200 4L200 116L4 116Z", 102, 60), new("b", "M200 4L400 4L400 116L200 116Z", 300, 60),
        new("c", "M400 4L600 4L600 116L400 116Z", 500, 60), new("d", "M600 4L796 4L796 116L600 116Z", 698, 60),
    ]);

    internal static IReadOnlyDictionary<string, MapFact> MapFacts { get; } = new Dictionary<string, MapFact>(StringComparer.Ordinal)
    {
        ["a"] = new("Phường A", StatusTone.Done, "Đạt", "92%", "#lists"),
        ["b"] = new("Phường B", StatusTone.AtRisk, "Có nguy cơ", "71%", "#lists"),
        ["c"] = new("Phường C", StatusTone.NoData, "Thiếu số liệu", null, "#lists"),
    };

    internal static IReadOnlyList<StackPart> TargetParts { get; } =
    [
        new("Đạt", 26, StatusTone.Done, "#lists"), new("Đúng tiến độ", 14, StatusTone.InProgress, "#lists"),
        new("Có nguy cơ", 8, StatusTone.AtRisk, "#lists"), new("Không đạt", 2, StatusTone.Late, "#lists"),
        new("Chưa có số liệu", 6, StatusTone.NoData, "#lists"),
    ];

    internal static IReadOnlyList<decimal?> Trend { get; } = [78.4m, 79m, 80.5m, null, 82m, 84.9m, 86.2m];

    internal static IReadOnlyList<decimal?> Forecast { get; } = [87.3m, 88.1m];

    internal static ChartModel LineChart { get; } = new(ChartKind.Line, "Hồ sơ TTHC xử lý trực tuyến, 2026", "Tháng", Months,
        [new("Tỷ lệ", [71.2m, 72m, 74.1m, 76m, null, 79.8m, 80.4m, 82m, 83.7m, 84.9m, 86.2m])])
    {
        Target = 90,
        TargetLabel = "cần 90%",
        Unit = "%",
    };

    internal static ChartModel StackedChart { get; } = new(ChartKind.Stacked, "Nhiệm vụ theo đơn vị", "Đơn vị",
        ["VH-XH", "Văn phòng", "TTPVHCC", "KT-HT-ĐT"],
        [
            new("Xong", [30, 12, 8, 5], StatusTone.Done), new("Đang làm", [13, 2, 1, 2], StatusTone.InProgress),
            new("Quá hạn", [4, 0, 0, 2], StatusTone.Late),
        ])
    {
        IsHorizontal = true,
        Unit = "việc",
    };
}
