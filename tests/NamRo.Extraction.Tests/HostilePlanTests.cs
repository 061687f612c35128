using FsCheck;
using FsCheck.Fluent;

namespace NamRo.Extraction.Tests;

/// <summary>Pieces of plans in any order: whatever they add up to, a draft comes out.</summary>
public class HostilePlanTests
{
    private static readonly string[] Pieces =
    [
        "\n", "\n", "\n\n", " ", " ", "1. ", "2) ", "a) ", "- ", "II. ", "Phần III", "Điều 1. ", "Nhiệm vụ 2: ", "(1) ", ":", ";", ",", ".", "./.", "(", ")", "(...)",
        "Giao ", "Yêu cầu ", "Đề nghị ", "Kính gửi:", "V/v ", "V/v", "Số: /KH-UBND", "KẾ HOẠCH", "THÔNG BÁO", "PHỤ LỤC", "(Kèm theo ", "MỤC TIỂU", "NHIỆM VỤ",
        "TỔ TRƯỞNG", "TỔ TRƯỞNG ", "KT. CHỦ TỊCH", "VĂN PHÒNG", " văn phòng", "SỞ ", "BỘ KHOA HỌC VÀ - ĐỀ ÁN 06", "ỦY BAN", " chủ trì", " phối hợp với ", " thực hiện ",
        "Công an xã", "các tổ chức chính trị - xã hội", "Đồng chí ", "(Đồng chí ", "Phòng Kinh tế", "các đồng chí ", "Thời gian: ", "Thực hiện: ", "Xong trước: ",
        "Quý II", "(tháng 5/2026)", "trước ngày 30/6", "định kỳ", "hằng quý", "đạt 90%", "(năm 2025: ", "| STT | Nội dung chỉ tiêu | Quý I | Quý II |\n|---|---|---|---|\n",
        "| | **Quý II** | | |\n", "| 1 | a | x | |\n", "| I. Chính quyền số | | | |\n", "| | | Chủ trì | Phối hợp |\n", "| TT | Nhiệm vụ | | |\n", "|", "**", "V ", "I A",
    ];

    [Theory]
    [InlineData("1. : chủ trì thực hiện nhiệm vụ trong năm 2026")]
    [InlineData("1. Giao , chủ trì thực hiện nhiệm vụ trong năm 2026")]
    [InlineData("1. Đồng chí thực hiện nhiệm vụ được giao (Đồng chí )")]
    public void DutyOfNobody_GivesADraft(string item) =>
        Assert.All(PlanText.Extract($"II. NHIỆM VỤ\n\n{item}\n").Tasks, task => Assert.Empty(task.LeadUnits));

    [Fact]
    public void AnyOrderOfPieces_GivesADraft() => Prop.ForAll(
        Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary(), text => PlanText.Extract(text + " Kế hoạch.") is not null)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60));
}
