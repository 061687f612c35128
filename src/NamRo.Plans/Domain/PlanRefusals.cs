using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;

namespace NamRo.Plans.Domain;

/// <summary>What the rules of this module answer.</summary>
internal static class PlanRefusals
{
    public static Refusal Published { get; } =
        new("Kế hoạch đã công bố nên không rà soát được nữa. Muốn sửa, hãy thu hồi (khi chưa ai báo cáo) hoặc lập kế hoạch điều chỉnh.");

    public static Refusal NotRead { get; } = new("Kế hoạch chưa đọc xong. Hãy chờ việc đọc kết thúc rồi rà soát.");

    public static Refusal EmptyFile { get; } = new("Tệp rỗng, không có gì để đọc. Hãy chọn tệp khác.");

    public static Refusal FileTooLarge { get; } = new("Tệp lớn hơn 200 MB. Hãy chọn tệp nhỏ hơn.");

    public static Refusal TooManyUploads { get; } =
        new("Anh, chị đang có 10 tệp tải lên dở. Hãy tải tiếp hoặc bỏ bớt tệp dở rồi thêm tệp mới.");

    public static Refusal PartTooLarge { get; } = new("Phần vừa gửi lớn hơn phần còn thiếu của tệp. Hãy bỏ tệp dở này và tải lại từ đầu.");

    public static Refusal NothingToUndo { get; } = new("Không còn bước nào của anh, chị để hoàn tác.");

    public static Refusal StepOvertaken { get; } =
        new("Chưa hoàn tác được: dòng này đã được sửa tiếp sau bước đó. Hãy hoàn tác các bước sau trước, hoặc sửa trực tiếp dòng.");

    public static Refusal NothingAbove { get; } = new("Không có dòng phía trên để gộp vào.");

    public static Refusal NothingToSplit { get; } =
        new("Dòng này chưa có phần nào để tách. Hãy nhập lời của từng phần, mỗi phần một dòng.");

    public static Refusal SheetHasErrors { get; } =
        new("Tệp còn lỗi nên chưa nhập dòng nào. Hãy tải lại tệp để xem từng lỗi.");

    public static Refusal NotPublished { get; } = new("Kế hoạch này chưa công bố.");

    public static Refusal ReportedOn { get; } = new(
        "Không thu hồi được: đã có báo cáo hoặc số liệu cho kế hoạch này. Số liệu vẫn nguyên vẹn; hãy lập kế hoạch điều chỉnh.");

    public static Refusal NoUnitName { get; } = new("Dòng này không ghi đơn vị chủ trì. Hãy sửa dòng và chọn đơn vị.");

    public static Refusal HeaderChanged { get; } =
        new("Thông tin văn bản vừa được người khác sửa. Những gì anh, chị nhập còn đây; hãy mở lại trang để xem bản mới.");

    public static Refusal ReasonMissing { get; } = new("Hãy ghi lý do để nguyên điều này.", "Reason");

    public static Refusal OwnReview { get; } = new(
        "Người rà soát không tự công bố. Hãy nhờ lãnh đạo hoặc người khác trong văn phòng công bố kế hoạch này.");

    public static Refusal RowChanged(string? by) => by is null
        ? new("Dòng này vừa được người khác sửa. Thao tác của anh, chị chưa được ghi; bản mới đang hiện, hãy xem rồi làm lại nếu cần.")
        : Refusal.With($"{by} vừa sửa dòng này. Thao tác của anh, chị chưa được ghi; bản mới đang hiện, hãy xem rồi làm lại nếu cần.");

    public static Refusal AlreadyPublished(string by, DateTimeOffset at) =>
        Refusal.With($"{by} đã công bố kế hoạch này lúc {at.ToOffset(WardClock.Offset):HH:mm 'ngày' dd/MM/yyyy}. Không cần công bố lại.");

    public static Refusal NotReady(int pending, int findings) => (pending, findings) switch
    {
        (_, 0) => Refusal.With($"Chưa công bố được: còn {pending} dòng chưa duyệt. Những dòng đã duyệt vẫn được giữ."),
        (0, _) => Refusal.With($"Chưa công bố được: còn {findings} mâu thuẫn chưa xử lý. Những dòng đã duyệt vẫn được giữ."),
        _ => Refusal.With(
            $"Chưa công bố được: còn {pending} dòng chưa duyệt, còn {findings} mâu thuẫn chưa xử lý. Những dòng đã duyệt vẫn được giữ."),
    };

    public static Refusal NothingAccepted { get; } = new("Chưa công bố được: chưa có nhiệm vụ, chỉ tiêu nào được nhận.");
}
