using System.Net;
using Microsoft.EntityFrameworkCore;
using NamRo.Tests.Fixtures;
using NamRo.Work.Contracts;
using NamRo.Work.Domain;
using NamRo.Work.Standing;

namespace NamRo.Tests.Work;

/// <summary>The life of a task, by the people who lead it.</summary>
public sealed class TaskLifeTests(TestHost host)
{
    [Fact]
    public async Task Task_FromAssignmentToClosing_StandsAsItShould()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var head = await ward.SignInAsync(ward.Head);
        using var officer = await ward.SignInAsync(ward.Officer);

        await ActAsync(head, $"/nhiem-vu/{task}/giao", ("Input.ResponsiblePersonId", ward.PersonId(ward.Officer).ToString()));
        await ActAsync(officer, $"/nhiem-vu/{task}/tiep-nhan");
        await ActAsync(officer, $"/nhiem-vu/{task}/bao-cao", ("Input.Result", "Đã dự thảo xong"), ("Input.NextStep", "Lấy ý kiến"));
        Assert.Equal(nameof(StandingState.InProgress), (await RowAsync(ward, task)).State);

        await RefusedAsync(head, $"/nhiem-vu/{task}/dong", "Chưa có sản phẩm được duyệt");
        await RefusedAsync(officer, $"/nhiem-vu/{task}/san-pham", "Sản phẩm cần minh chứng");
        await ActAsync(officer, $"/nhiem-vu/{task}/san-pham", ("Evidence.DocumentNumber", "45/BC-VHXH"));
        Assert.Equal(nameof(StandingState.WaitingForOthers), (await RowAsync(ward, task)).State);

        var submission = (await ward.Ward.ReadAsync(database => database.Set<ProductSubmission>().SingleAsync())).Id;
        await ActAsync(head, $"/nhiem-vu/{task}/san-pham/{submission}/quyet-dinh", ("Input.IsAccepted", "True"), ("Input.Closes", "true"));

        Assert.Equal(nameof(StandingState.DoneOnTime), (await RowAsync(ward, task)).State);
        var page = await head.GetAsync($"/nhiem-vu/{task}");
        Assert.Contains("Xong đúng hạn", page.Words, StringComparison.Ordinal);
        Assert.Contains("Phạm Thị Dung: Nộp sản phẩm", page.Words, StringComparison.Ordinal);
        await RefusedAsync(officer, $"/nhiem-vu/{task}/bao-cao", "Nhiệm vụ đã đóng", ("Input.Result", "Thêm"));
    }

    [Fact]
    public async Task Product_OfOneself_IsNotAcceptedByOneself()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var head = await ward.SignInAsync(ward.Head);
        await ActAsync(head, $"/nhiem-vu/{task}/san-pham", ("Evidence.Address", "https://haiduong.gov.vn/bao-cao"));
        var submission = (await ward.Ward.ReadAsync(database => database.Set<ProductSubmission>().SingleAsync())).Id;

        await RefusedAsync(head, $"/nhiem-vu/{task}/san-pham/{submission}/quyet-dinh", "không tự duyệt", ("Input.IsAccepted", "True"));
    }

    [Fact]
    public async Task Extension_RequestedByTheUnit_MovesTheDueDayWhenALeaderGrantsIt()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var officer = await ward.SignInAsync(ward.Officer);
        using var leader = await ward.SignInAsync(ward.Leader);
        await RefusedAsync(officer, $"/nhiem-vu/{task}/gia-han", "Hạn mới phải sau", ("Input.NewDue", Iso(ward.Today)),
            ("Input.Reason", "Chậm"));
        var asked = ward.Today.AddDays(60);
        await ActAsync(officer, $"/nhiem-vu/{task}/gia-han", ("Input.NewDue", Iso(asked)), ("Input.Cause", "Objective"),
            ("Input.Reason", "Chờ hướng dẫn của Sở"), ("Input.WaitsFor", "Sở Khoa học và Công nghệ"));
        await RefusedAsync(officer, $"/nhiem-vu/{task}/gia-han", "chờ lãnh đạo quyết định", ("Input.NewDue", Iso(asked)),
            ("Input.Reason", "Nữa"));
        var request = (await ward.Ward.ReadAsync(database => database.Set<ExtensionRequest>().SingleAsync())).Id;
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync($"/nhiem-vu/{task}/gia-han/{request}/quyet-dinh")).Status);

        await ActAsync(leader, $"/nhiem-vu/{task}/gia-han/{request}/quyet-dinh", ("Input.IsGranted", "True"));

        Assert.Equal(asked, (await RowAsync(ward, task)).Due);
        var decision = (await ward.Ward.ReadAsync(database => database.Set<ExtensionDecision>().SingleAsync())).Id;
        await ActAsync(leader, $"/nhiem-vu/{task}/hoan-tac/quyet-dinh/{decision}", ("Input.Reason", "Ký nhầm"));
        Assert.Equal(ward.Today.AddDays(31), (await RowAsync(ward, task)).Due);
    }

    [Fact]
    public async Task Task_OfAnotherUnitOrWard_IsNotFound()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var stranger = await ward.SignInAsync(ward.Stranger);
        using var elsewhere = await (await TestWard.CreateAsync(host)).SignInAsync();

        foreach (var path in new[] { "", "/bao-cao", "/san-pham", "/phieu-giao", "/tiep-nhan" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/nhiem-vu/{task}{path}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/nhiem-vu/{task}")).Status);
        Assert.DoesNotContain("tuyên truyền", (await stranger.GetAsync("/nhiem-vu")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_Twice_OfTheSameForm_IsSavedOnce()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var officer = await ward.SignInAsync(ward.Officer);
        var form = await officer.GetAsync($"/nhiem-vu/{task}/bao-cao");
        var values = new Dictionary<string, string> { ["Input.Result"] = "Đã xong bước một" };

        await officer.SubmitAsync(form, values, Form);
        var again = await officer.SubmitAsync(form, values, Form);

        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Single(await ward.Ward.ReadAsync(database => database.Set<TaskUpdate>().ToListAsync()));
    }

    [Fact]
    public async Task Update_ByTwentyPeopleAtOnce_OneStandsAndTheOthersAreToldWithoutLoss()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        await ward.OpenReportsAsync([task]);
        var browsers = new List<Browser>();
        for (var count = 0; count < 20; count++)
        {
            browsers.Add(await ward.SignInAsync(count % 2 == 0 ? ward.Officer : ward.Head));
        }

        var forms = await Task.WhenAll(browsers.Select(browser => browser.GetAsync($"/nhiem-vu/{task}/bao-cao")));
        var answers = await Task.WhenAll(browsers.Select((browser, index) =>
            browser.SubmitAsync(forms[index], new Dictionary<string, string> { ["Input.Result"] = $"Kết quả của người {index}" }, Form)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.All(answers.Index().Where(pair => pair.Item.Status != HttpStatusCode.Redirect), pair =>
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, pair.Item.Status);
            Assert.Contains("đã báo cáo kỳ này lúc", pair.Item.Words, StringComparison.Ordinal);
            Assert.Contains($"Kết quả của người {pair.Index}", pair.Item.Text, StringComparison.Ordinal);
        });
        Assert.Single(await ward.Ward.ReadAsync(database => database.Set<TaskUpdate>().ToListAsync()));
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task Assign_AfterSomebodyElseDid_IsRefusedAndKeepsWhatWasTyped()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var secretary = await ward.SignInAsync(ward.Secretary);
        using var head = await ward.SignInAsync(ward.Head);
        var late = await secretary.GetAsync($"/nhiem-vu/{task}/giao");
        await ActAsync(head, $"/nhiem-vu/{task}/giao", ("Input.ResponsiblePersonId", ward.PersonId(ward.Officer).ToString()));

        var answer = await secretary.SubmitAsync(late, new Dictionary<string, string> { ["Input.Note"] = "Khẩn" }, Form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Người khác vừa sửa nhiệm vụ này", answer.Words, StringComparison.Ordinal);
        Assert.Contains("Khẩn", answer.Text, StringComparison.Ordinal);
        await RefusedAsync(head, $"/nhiem-vu/{task}/giao", "Trưởng đơn vị chỉ giao người trong đơn vị mình",
            ("Input.LeadUnitId", ward.EconomyUnit.ToString()), ("Input.ResponsiblePersonId", ""));
        await RefusedAsync(secretary, $"/nhiem-vu/{task}/giao", "Người thực hiện phải thuộc đơn vị chủ trì",
            ("Input.ResponsiblePersonId", ward.PersonId(ward.Stranger).ToString()));
    }

    [Fact]
    public async Task OtherActs_EachHappensOnceAndIsTold()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync(adjust: says => says with
        {
            Deadline = new(Language.DeadlineKind.Conditional, Condition: "sau khi có hướng dẫn của thành phố"),
        });
        using var officer = await ward.SignInAsync(ward.Officer);
        using var leader = await ward.SignInAsync(ward.Leader);
        Assert.Equal(nameof(StandingState.WaitingForCondition), (await RowAsync(ward, task)).State);
        await ActAsync(officer, $"/nhiem-vu/{task}/dieu-kien", ("Input.OccurredOn", Iso(ward.Today)), ("Input.DocumentNumber", "9/HD-UBND"),
            ("Input.DueOn", Iso(ward.Today.AddDays(40))));
        await ActAsync(officer, $"/nhiem-vu/{task}/buoc", ("Input.Text", "Khảo sát các tổ dân phố"));
        var step = (await ward.Ward.ReadAsync(database => database.Set<TaskStep>().SingleAsync())).Id;
        await ActAsync(officer, $"/nhiem-vu/{task}/buoc/{step}/xong");
        await ActAsync(officer, $"/nhiem-vu/{task}/cho", ("Input.WaitsFor", "Sở Nội vụ"));
        Assert.Equal(nameof(StandingState.WaitingForOthers), (await RowAsync(ward, task)).State);
        var spell = (await ward.Ward.ReadAsync(database => database.Set<WaitingSpell>().SingleAsync())).Id;
        await ActAsync(officer, $"/nhiem-vu/{task}/cho/{spell}/het");
        await ActAsync(leader, $"/nhiem-vu/{task}/giai-trinh", ("Input.Question", "Vì sao chậm?"),
            ("Input.DueOn", Iso(ward.Today.AddDays(3))));
        var question = (await ward.Ward.ReadAsync(database => database.Set<ExplanationRequest>().SingleAsync())).Id;
        await ActAsync(officer, $"/nhiem-vu/{task}/giai-trinh/{question}/tra-loi", ("Input.Text", "Do chờ hướng dẫn"));
        await ActAsync(officer, $"/nhiem-vu/{task}/tra-lai", ("Input.Reason", "Trùng nhiệm vụ khác"));

        var page = await leader.GetAsync($"/nhiem-vu/{task}");
        foreach (var told in new[] { "Ghi nhận điều kiện đã có", "Xong một bước", "Hết chờ", "Trả lời giải trình", "Trả lại nhiệm vụ" })
        {
            Assert.Contains(told, page.Words, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync("/nhiem-vu/cho-duyet")).Status);
        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync($"/nhiem-vu/{task}/phieu-giao")).Status);
    }

    private const string Form = "main form[method=post]:not([action])";

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task ActAsync(Browser browser, string path, params (string Name, string Value)[] values)
    {
        var answer = await browser.SubmitAsync(await browser.GetAsync(path), values
            .ToDictionary(pair => pair.Name, pair => pair.Value), Form);
        Assert.True(answer.Status == HttpStatusCode.Redirect, $"{path}: {answer.Status} {answer.Words}");
    }

    private static async Task RefusedAsync(Browser browser, string path, string message, params (string Name, string Value)[] values)
    {
        var answer = await browser.SubmitAsync(await browser.GetAsync(path), values
            .ToDictionary(pair => pair.Name, pair => pair.Value), Form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(message, answer.Words, StringComparison.Ordinal);
    }

    private static Task<TaskRow> RowAsync(WorkWard ward, Guid task) =>
        ward.Ward.ReadAsync(database => database.Set<TaskRow>().SingleAsync(row => row.Id == task));
}
