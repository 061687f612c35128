using NamRo.Schedule;

namespace NamRo.Work.Domain;

/// <summary>How kinds are called on screens.</summary>
internal static class WorkWords
{
    public static string Words(this DelayCause cause) => cause == DelayCause.Objective ? "Khách quan" : "Chủ quan";

    public static string Words(this ObligationKind kind) => kind switch
    {
        ObligationKind.OneOff => "Sản phẩm",
        ObligationKind.Recurring => "Việc định kỳ",
        ObligationKind.MonthlyUpdate => "Báo cáo tháng",
        _ => "Hỏi lại điều kiện",
    };

    public static string Words(this ClosureKind kind) => kind == ClosureKind.Done ? "Đã hoàn thành" : "Không thực hiện nữa";
}
