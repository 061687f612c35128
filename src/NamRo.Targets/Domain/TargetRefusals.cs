using System.Globalization;
using NamRo.Kernel.Outcomes;

namespace NamRo.Targets.Domain;

/// <summary>What the rules of this module say no to, in one place.</summary>
internal static class TargetRefusals
{
    public static Refusal RangeUpsideDown { get; } = new("Mức trên của khoảng phải từ mức dưới trở lên.", "Input.UpperValue");

    public static Refusal FigureTooLarge { get; } = new("Số quá lớn. Hãy kiểm tra lại đơn vị tính.");

    public static Refusal NegativePart { get; } = new("Tử số và mẫu số không thể âm.");

    public static Refusal HalfAShare { get; } = new("Cần cả tử số và mẫu số. Nếu chỉ biết tỷ lệ, hãy ghi vào cột Giá trị.");

    public static Refusal NeitherYesNorNo { get; } = new("Chỉ tiêu này chỉ nhận 1 (đã đạt) hoặc 0 (chưa đạt).");

    public static Refusal PeriodIsClosed(string period) =>
        Refusal.With($"Kỳ {period} đã khóa. Số liệu cũ vẫn giữ nguyên; muốn sửa, hãy đề nghị mở lại kỳ.");

    public static Refusal PeriodHasNotBegun(string period) => Refusal.With($"Kỳ {period} chưa bắt đầu, chưa thể có số liệu.");

    public static Refusal NeedsAReason { get; } = new("Số liệu đã xác nhận chỉ sửa được khi ghi lý do.", "Input.Reason");

    public static Refusal OwnFigure { get; } =
        new("Người nhập không tự xác nhận số liệu của mình. Hãy nhờ người khác trong phường xác nhận.");

    public static Refusal ChangedMeanwhile { get; } =
        new("Người khác vừa sửa số liệu này. Chưa có gì của bạn được lưu; hãy mở trang mới để xem bản hiện tại rồi sửa lại.");

    public static Refusal RhythmHasFigures { get; } =
        new("Chuỗi số liệu đã có số nên không đổi được kỳ báo cáo.", "Input.Rhythm");

    public static Refusal MeasureDoesNotFit { get; } =
        new("Con số này không cùng loại với số liệu của chỉ tiêu, hoặc không còn dùng. Hãy chọn con số khác.", "Input.MeasureCode");

    public static Refusal IndicatorDiffers(string unit) =>
        Refusal.With($"Chỉ số chuẩn này đo bằng “{unit}”, khác đơn vị của chỉ tiêu. Hãy chọn chỉ số khác.", "Input.IndicatorId");

    public static Refusal TwoSeriesWithFigures { get; } =
        new("Phường đã có số liệu của chỉ số này trong cùng kỳ ở một chỉ tiêu khác. Hãy giữ một bộ số liệu trước khi gộp.");

    public static Refusal DueBeforeItBegins(DateOnly from) =>
        Refusal.With($"Hạn phải từ {from.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)} (ngày bắt đầu) trở đi.", "Input.DueOn");
}
