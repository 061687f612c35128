using System.Globalization;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Time;

namespace NamRo.Work.Domain;

/// <summary>What the rules of this module say no to, in one place.</summary>
internal static class WorkRefusals
{
    public static Refusal NotYours { get; } =
        new("Việc này dành cho đơn vị chủ trì hoặc người có thẩm quyền. Chưa có gì được lưu; hãy nhờ họ thực hiện.");

    public static Refusal OwnProduct { get; } =
        new("Người nộp sản phẩm không tự duyệt sản phẩm của mình. Hãy để người khác có thẩm quyền duyệt.");

    public static Refusal OwnRequest { get; } = new("Người đề nghị gia hạn không tự quyết định. Hãy để lãnh đạo khác quyết định.");

    public static Refusal NoResult { get; } =
        new("Hãy ghi kết quả trong kỳ, hoặc chọn “Không phát sinh” nếu trong kỳ không có việc.", "Input.Result");

    public static Refusal NoEvidence { get; } =
        new("Sản phẩm cần minh chứng: hãy đính kèm tệp, ghi số văn bản hoặc dán đường dẫn.", "Input.DocumentNumber");

    public static Refusal NoProduct { get; } =
        new("Chưa có sản phẩm được duyệt nên chưa đóng được. Hãy nộp sản phẩm kèm minh chứng để người có thẩm quyền duyệt trước.");

    public static Refusal NothingReported { get; } =
        new("Nhiệm vụ chưa có báo cáo nào nên chưa đóng được. Hãy báo cáo kết quả trước.");

    public static Refusal NotClosed { get; } = new("Nhiệm vụ đang mở, không cần mở lại.");

    public static Refusal NoReason { get; } = new("Hãy ghi lý do.", "Input.Reason");

    public static Refusal NoUnit { get; } = new("Đơn vị này không có hoặc đã kết thúc hoạt động. Hãy chọn đơn vị khác.",
        "Input.LeadUnitId");

    public static Refusal OnlyOwnUnit { get; } =
        new("Trưởng đơn vị chỉ giao người trong đơn vị mình. Việc chuyển đơn vị chủ trì do văn phòng hoặc lãnh đạo thực hiện.",
            "Input.LeadUnitId");

    public static Refusal PersonOfOtherUnit { get; } =
        new("Người thực hiện phải thuộc đơn vị chủ trì. Hãy chọn người khác.", "Input.ResponsiblePersonId");

    public static Refusal CoUnitTwice { get; } = new("Một đơn vị phối hợp chỉ ghi một lần và không trùng đơn vị chủ trì.");

    public static Refusal NotConditional { get; } = new("Nhiệm vụ này không chờ điều kiện nào.");

    public static Refusal NoDueToExtend { get; } = new("Nhiệm vụ này không có hạn hoàn thành nên không cần gia hạn.");

    public static Refusal UndecidedRequest { get; } =
        new("Đang có một đề nghị gia hạn chờ lãnh đạo quyết định. Hãy chờ quyết định, hoặc hoàn tác đề nghị ấy trước.");

    public static Refusal UndecidedProduct { get; } =
        new("Đang có sản phẩm chờ duyệt. Hãy chờ kết quả duyệt, hoặc hoàn tác lần nộp ấy trước.");

    public static Refusal InTheFuture(string field) => new("Ngày này chưa tới. Hãy ghi ngày đã xảy ra.", field);

    public static Refusal StepIsDone { get; } = new("Bước này đã được đánh dấu xong.");

    public static Refusal NotLocked { get; } = new("Kỳ này chưa khóa hoặc đã có báo cáo, không cần mở lại.");

    public static Refusal ReopenedTooLong(int days) => Refusal.With($"Kỳ mở lại phải từ hôm nay và nhiều nhất {days} ngày.", "Input.Until");

    public static Refusal IsWaiting { get; } = new("Nhiệm vụ đang được ghi là chờ. Hãy kết thúc lần chờ ấy trước.");

    public static Refusal DeputyIsSelf { get; } = new("Hãy chọn người khác để ủy quyền.", "Input.DeputyPersonId");

    public static Refusal PeriodBackwards { get; } = new("Ngày kết thúc phải từ ngày bắt đầu trở đi.", "Input.EndsOn");

    public static Refusal NoPerson { get; } =
        new("Tài khoản này chưa gắn với cán bộ nào của phường nên không ủy quyền được. Hãy nhờ quản trị gắn hồ sơ cán bộ.");

    public static Refusal StillNeeded { get; } =
        new("Việc này đã có người quyết định tiếp nên không hoàn tác được nữa. Hãy hoàn tác quyết định sau trước.");

    public static Refusal AlreadyReceived(TaskReceipt receipt) =>
        Refusal.With($"{receipt.AuthorName} đã tiếp nhận lúc {Show(receipt.At)}.");

    public static Refusal Closed(TaskClosure closure) => Refusal.With(
        $"Nhiệm vụ đã đóng ngày {Show(WardClock.DateOf(closure.At))} ({closure.AuthorName}). Muốn làm tiếp hãy mở lại nhiệm vụ trước.");

    public static Refusal ChangedMeanwhile { get; } =
        new("Người khác vừa sửa nhiệm vụ này. Chưa có gì của bạn được lưu; hãy xem bản hiện tại rồi gửi lại.");

    public static Refusal AlreadyReported(TaskUpdate update) => Refusal.With(
        $"{update.AuthorName} đã báo cáo kỳ này lúc {Show(update.At)}. Chữ bạn nhập chưa lưu; muốn bổ sung, hãy để trống kỳ báo cáo.",
        "Input.ObligationId");

    public static Refusal Locked(DateTimeOffset at) => Refusal.With(
        $"Kỳ này đã khóa lúc {Show(at)}. Hãy để trống kỳ báo cáo, hoặc nhờ văn phòng mở lại kỳ.", "Input.ObligationId");

    public static Refusal AlreadyDecided(TaskEntry decision) =>
        Refusal.With($"{decision.AuthorName} đã quyết định lúc {Show(decision.At)}.");

    public static Refusal AlreadyAnswered(TaskEntry answer) => Refusal.With($"{answer.AuthorName} đã trả lời lúc {Show(answer.At)}.");

    public static Refusal NotAfter(DateOnly due) =>
        Refusal.With($"Hạn mới phải sau hạn hiện nay ({Show(due)}).", "Input.NewDue");

    public static Refusal NotInPast { get; } = new("Hạn phải từ hôm nay trở đi.", "Input.DueOn");

    public static string Show(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Show(DateTimeOffset at) =>
        at.ToOffset(WardClock.Offset).ToString("HH:mm, dd/MM/yyyy", CultureInfo.InvariantCulture);
}
