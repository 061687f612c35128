using System.Globalization;
using NamRo.Ui.Lists;
using NamRo.Ui.Status;

namespace NamRo.Ui.Elements;

/// <summary>An invented row of the sample list.</summary>
public sealed record SampleRow(int Number, string Unit, int Tasks, decimal OnTime, StatusTone Tone, string Word)
{
    private static readonly SampleRow[] All =
    [
        new(1, "Phòng Văn hóa - Xã hội", 47, 91, StatusTone.Late, "4 quá hạn"),
        new(2, "Văn phòng HĐND và UBND", 14, 100, StatusTone.Done, "không vướng"),
        new(3, "Trung tâm Phục vụ hành chính công", 9, 100, StatusTone.InProgress, "đang làm"),
        new(4, "Phòng Kinh tế, Hạ tầng và Đô thị", 9, 88, StatusTone.AtRisk, "2 có nguy cơ"),
        new(5, "Công an phường", 6, 50, StatusTone.NoData, "3 thiếu dữ liệu"),
        new(6, "Ban Chỉ huy Quân sự phường", 2, 100, StatusTone.Waiting, "1 chờ cấp trên"),
    ];

    internal static KeysetPage<SampleRow> Page(ListQuery query)
    {
        const int size = 4;
        var rows = All.Where(row => query["tu-khoa"] is not { } text || row.Unit.Contains(text, StringComparison.OrdinalIgnoreCase));
        rows = query["trang-thai"] is { } tone ? rows.Where(row => row.Tone.ToString() == tone) : rows;
        _ = int.TryParse(query.After, CultureInfo.InvariantCulture, out var after);
        var before = int.TryParse(query.Before, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        rows = query.IsBackward ? rows.Where(row => row.Number < before).Reverse() : rows.Where(row => row.Number > after);
        return KeysetPage.Cut([.. rows.Take(size + 1)], query, size, row => $"{row.Number}");
    }
}
