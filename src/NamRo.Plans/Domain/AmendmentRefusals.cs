using NamRo.Kernel.Outcomes;

namespace NamRo.Plans.Domain;

/// <summary>What the rules of amending answer.</summary>
internal static class AmendmentRefusals
{
    public static Refusal FormerReplaced { get; } =
        new("Kế hoạch đã chọn đã được một kế hoạch khác thay thế. Hãy chọn kế hoạch đang có hiệu lực.", "FormerPlanId");

    public static Refusal FormerNotPublished { get; } =
        new("Chỉ so sánh được với kế hoạch đã công bố. Hãy công bố kế hoạch trước đó, rồi quay lại đây.", "FormerPlanId");

    public static Refusal SamePlan { get; } = new("Một kế hoạch không điều chỉnh chính nó. Hãy chọn kế hoạch khác.", "FormerPlanId");

    public static Refusal Approved { get; } =
        new("Việc điều chỉnh này đã được phê duyệt nên không sửa được nữa. Muốn thay đổi tiếp, hãy lập kế hoạch điều chỉnh mới.");

    public static Refusal ChangedMeanwhile { get; } =
        new("Bảng so sánh vừa được người khác thay đổi sau khi trang này mở. Chưa phê duyệt gì; hãy xem lại rồi phê duyệt.");

    public static Refusal IsAmendment { get; } =
        new("Kế hoạch này điều chỉnh một kế hoạch đã công bố: hãy phê duyệt ở trang so sánh để nhiệm vụ cũ giữ được tiến độ.");

    public static Refusal Amended { get; } =
        new("Không thu hồi được: kế hoạch này đã qua điều chỉnh hoặc thay thế. Hãy lập kế hoạch điều chỉnh mới.");

    public static Refusal AlreadyCompared(string by) => Refusal.With($"{by} đã chọn kế hoạch được điều chỉnh. Hãy mở bảng so sánh.");

    public static Refusal OpenLines(int count) =>
        Refusal.With($"Chưa phê duyệt được: còn {count} dòng chưa chắc chắn. Hãy chấp nhận hoặc chọn lại từng dòng đó.");

    public static Refusal? Of(PlanDocument plan, PlanDocument former) => plan switch
    {
        { State: PlanState.Published } => PlanRefusals.Published,
        { State: not PlanState.Read } => PlanRefusals.NotRead,
        _ when plan.Id == former.Id => SamePlan,
        _ => former.State == PlanState.Published ? null : FormerNotPublished,
    };
}
