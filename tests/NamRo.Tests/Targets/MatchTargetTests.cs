using System.Net;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Contributions;
using NamRo.Targets.Domain;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Targets;

public sealed class MatchTargetTests(TestHost host)
{
    /// <summary>What a person would say of a selection of the labelled targets.</summary>
    private static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        ["Mở rộng phủ sóng 5G"] = "HT-01",
        ["Tối thiểu 90% hồ sơ TTHC được xử lý hoàn toàn trực tuyến"] = "TTHC-04",
        ["Tỷ lệ số hóa hồ sơ, kết quả giải quyết"] = "TTHC-05",
        ["Tỷ lệ khai thác, sử dụng lại"] = "TTHC-06",
        ["100% TTHC được thực hiện không phụ thuộc"] = "TTHC-07",
        ["Duy trì tỷ lệ hài lòng"] = "TTHC-11",
        ["Tối thiểu 90% nhiệm vụ thực hiện cập nhật"] = "CQ-06",
        ["Nghiên cứu, lựa chọn từ 3-5 vấn đề lớn"] = "KH-02",
        ["đảm bảo tối thiểu có 10 sáng kiến"] = "ST-01",
        ["có ít nhất 01 sáng kiến đề xuất"] = "ST-02",
        ["tổ chức kiểm tra nhà nước về đo lường"] = "KH-01",
        ["Đảm bảo tỉ lệ chi tối thiểu 3%"] = "NS-01",
        ["Tỷ lệ giao dịch hành chính thuộc diện"] = "TTHC-12",
        ["Tỷ lệ người dân có tài khoản định danh"] = "XH-02",
        ["Tỷ lệ dân số trưởng thành"] = "XH-01",
        ["Tỷ lệ chế độ báo cáo"] = "CQ-04",
    };

    [Fact]
    public async Task Propose_LabelledTargets_NamesTheRightIndicatorFirstWithReasons()
    {
        var ward = await TestWard.CreateAsync(host);
        var matcher = new IndicatorMatcher(await ward.ReadAsync(database => database.Set<Indicator>().ToListAsync()));
        var wrong = new List<string>();
        var proposed = 0;
        foreach (var target in GoldTargets.Read())
        {
            var traits = SeriesTraits.Of(target);
            var proposals = matcher.Propose(target.Text, traits.Kind, traits.MeasureUnit);
            proposed += proposals.Count > 0 ? 1 : 0;
            Assert.All(proposals, proposal => Assert.True(proposal.Reasons.Count >= 2));
            var key = Expected.Keys.FirstOrDefault(start => target.Text.StartsWith(start, StringComparison.Ordinal));
            if (key is not null && (proposals.Count == 0 || proposals[0].Indicator.Code != Expected[key]))
            {
                wrong.Add($"{target.Text}: {string.Join(", ", proposals.Select(proposal => $"{proposal.Indicator.Code} {proposal.Score}"))}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(proposed >= 50, $"only {proposed} of 56 have a proposal");
    }

    /// <summary>What is taken without a look must be right; what is left over is looked at.</summary>
    [Fact]
    public async Task Certain_LabelledTargets_AreTheRightOnes()
    {
        var ward = await TestWard.CreateAsync(host);
        var matcher = new IndicatorMatcher(await ward.ReadAsync(database => database.Set<Indicator>().ToListAsync()));
        var (labelled, certain) = (new List<string>(), 0);
        foreach (var target in GoldTargets.Read())
        {
            var traits = SeriesTraits.Of(target);
            if (IndicatorMatcher.CertainOf(matcher.Propose(target.Text, traits.Kind, traits.MeasureUnit)) is { } indicator)
            {
                certain++;
                TestContext.Current.SendDiagnosticMessage($"{indicator.Code} {indicator.Name} <- {target.Text}");
                var key = Expected.Keys.FirstOrDefault(start => target.Text.StartsWith(start, StringComparison.Ordinal));
                labelled.AddRange(key is null ? [] : [$"{Expected[key]} {indicator.Code}"]);
            }
        }

        Assert.All(labelled, pair => Assert.Equal(pair.Split(' ')[0], pair.Split(' ')[1]));
        Assert.InRange(certain, 20, 56);
    }

    [Fact]
    public async Task Post_Certain_MatchesThemAtOnceAndLeavesTheRest()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var plan = Guid.CreateVersion7();
        await ward.OpenAsync(Promises.Online(plan), Promises.Online(plan) with { Id = Guid.CreateVersion7(), Ordinal = 2, Value = 84 },
            Promises.Online(plan) with { Id = Guid.CreateVersion7(), Ordinal = 3, Text = "Trồng 100 cây xanh ở mỗi tổ dân phố" });

        var page = await browser.GetAsync("/chi-tieu/doi-chieu");
        Assert.Contains("Nhận 2 đề xuất chắc chắn", page.Words, StringComparison.Ordinal);

        var answer = await browser.SubmitAsync(page, new Dictionary<string, string>(), "form[action*='Certain']");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal([(15, true), (15, true), (null, false)], (await ward.TargetsAsync()).Select(row => (row.IndicatorId, row.IsMatched)));
    }

    [Fact]
    public async Task Post_TwoPlansOnOneIndicator_ShareOneSeries()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var (first, second) = (Promises.Online(Guid.CreateVersion7()), Promises.Online(Guid.CreateVersion7()) with { Ordinal = 2, Value = 84 });
        await ward.OpenAsync(first);
        await ward.OpenAsync(second);
        var page = await browser.GetAsync("/chi-tieu/doi-chieu");
        Assert.Contains("TTHC-04", page.Words, StringComparison.Ordinal);
        Assert.Contains("có cụm “hồ sơ tthc”", page.Words, StringComparison.Ordinal);

        foreach (var target in new[] { first, second })
        {
            var answer = await browser.SubmitAsync(page, new Dictionary<string, string> { ["TargetId"] = target.Id.ToString(), ["Choice"] = "15" });
            Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        }

        var rows = await ward.TargetsAsync();
        Assert.Single(rows.Select(row => row.SeriesId).Distinct());
        Assert.All(rows, row => Assert.Equal((15, true), (row.IndicatorId!.Value, row.IsMatched)));
        Assert.Contains("Mọi chỉ tiêu đã được đối chiếu", (await browser.GetAsync("/chi-tieu/doi-chieu")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_IndicatorInAnotherUnit_IsRefused()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var promise = Promises.Online(Guid.CreateVersion7());
        await ward.OpenAsync(promise);

        var answer = await browser.SubmitAsync(await browser.GetAsync("/chi-tieu/doi-chieu"),
            new Dictionary<string, string> { ["TargetId"] = promise.Id.ToString(), ["Choice"] = "34" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.False((await ward.TargetsAsync())[0].IsMatched);
    }

    [Fact]
    public async Task Get_Officer_MayNotMatch()
    {
        var ward = await TestWard.CreateAsync(host);
        using var browser = await ward.SignInAsync(BuiltInRole.Officer);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/chi-tieu/doi-chieu")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/chi-tieu/danh-muc")).Status);
    }
}
