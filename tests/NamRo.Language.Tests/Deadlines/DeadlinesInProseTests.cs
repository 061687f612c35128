namespace NamRo.Language.Tests;

public sealed class DeadlinesInProseTests
{
    [Theory]
    [InlineData("Giao Công an phường rà soát, hoàn thành trước ngày 30/6/2026.", "hoàn thành trước ngày 30/6/2026", DeadlineKind.Date)]
    [InlineData("báo cáo kết quả chậm nhất ngày 15 tháng 12 năm 2026 để tổng hợp", "chậm nhất ngày 15 tháng 12 năm 2026", DeadlineKind.Date)]
    [InlineData("xây dựng kế hoạch trong Quý II/2026", "trong Quý II/2026", DeadlineKind.Quarter)]
    [InlineData("Thời gian hoàn thành: tháng 6/2026", "Thời gian hoàn thành: tháng 6/2026", DeadlineKind.Month)]
    [InlineData("triển khai từ tháng 3 đến tháng 6/2026 tại các tổ dân phố", "từ tháng 3 đến tháng 6/2026", DeadlineKind.Range)]
    [InlineData("gửi báo cáo trước ngày 05 hằng tháng về Văn phòng", "trước ngày 05 hằng tháng", DeadlineKind.Recurring)]
    [InlineData("Định kỳ trước ngày 20 tháng cuối quý báo cáo kết quả", "Định kỳ trước ngày 20 tháng cuối quý", DeadlineKind.Recurring)]
    [InlineData("định kỳ hằng quý báo cáo UBND phường", "định kỳ hằng quý", DeadlineKind.Recurring)]
    public void FindIn_FindsThePhrase(string prose, string words, DeadlineKind kind)
    {
        var found = Assert.Single(Deadlines.FindIn(prose, new DateOnly(2026, 3, 25), 2026));
        Assert.Equal((words, kind), (found.Words, found.Deadline.Kind));
    }

    [Theory]
    [InlineData("Thực hiện Kế hoạch số 49/KH-UBND ngày 12/02/2026 của UBND thành phố")]
    [InlineData("Chuyển đổi số phường năm 2026")]
    [InlineData("thường xuyên kiểm tra, đôn đốc")]
    public void FindIn_MereMentions_AreNoDeadlines(string prose) => Assert.Empty(Deadlines.FindIn(prose));

    [Fact]
    public void FindIn_WorkToBeDoneByADay_IsFirm()
    {
        var found = Deadlines.FindIn("đến năm 2030 phấn đấu; hoàn thành trước 30/6/2026");
        Assert.Equal([false, true], found.Select(f => f.IsFirm));
    }
}
