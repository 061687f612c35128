using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Notices;
using NamRo.Schedule;
using NamRo.Tests.Fixtures;
using NamRo.Work;
using NamRo.Work.Contracts;
using NamRo.Work.Domain;

namespace NamRo.Tests.Work;

/// <summary>What was done wrongly is put right, who is away is stood in for, and what changes outside is followed.</summary>
[Collection("jobs")]
public sealed class CorrectionTests(TestHost host)
{
    [Fact]
    public async Task Period_Locked_TakesItsReportOnceReopenedAndLocksAgainWhenTakenBack()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        var (period, last) = (Guid.CreateVersion7(), new DateOnly(ward.Today.Year, ward.Today.Month, 1).AddDays(-1));
        await ward.Ward.InsideAsync(async (database, _) =>
        {
            var row = await database.Set<WorkTask>().SingleAsync();
            database.Add(Obligation.Expect(period, row, new(ObligationKind.MonthlyUpdate, new(new DateOnly(last.Year, last.Month, 1), last),
                last.AddDays(-5), last, DateTimeOffset.UtcNow.AddHours(-1), "Tháng trước")));
            await database.SaveChangesAsync();
        });
        using var secretary = await ward.SignInAsync(ward.Secretary);
        using var officer = await ward.SignInAsync(ward.Officer);
        using var head = await ward.SignInAsync(ward.Head);
        var path = $"/nhiem-vu/{task}/ky/{period}/mo-lai";

        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync(path)).Status);
        await RefusedAsync(secretary, path, "nhiều nhất 31 ngày", ("Input.Until", Iso(ward.Today.AddDays(60))), ("Input.Reason", "Mất điện"));
        await ActAsync(secretary, path, ("Input.Until", Iso(ward.Today.AddDays(2))), ("Input.Reason", "Mất điện cả tuần"));
        await RefusedAsync(secretary, path, "không cần mở lại", ("Input.Until", Iso(ward.Today.AddDays(2))), ("Input.Reason", "Nữa"));
        var opened = await ward.Ward.ReadAsync(database => database.Set<PeriodReopening>().SingleAsync());
        await ActAsync(secretary, $"/nhiem-vu/{task}/hoan-tac/mo-ky/{opened.Id}", ("Input.Reason", "Nhầm kỳ"));
        Assert.True((await DutyAsync(ward, period)).IsLockedAt(DateTimeOffset.UtcNow));
        await ActAsync(secretary, path, ("Input.Until", Iso(ward.Today.AddDays(2))), ("Input.Reason", "Mất điện cả tuần"));
        await ActAsync(officer, $"/nhiem-vu/{task}/bao-cao", ("Input.ObligationId", period.ToString()), ("Input.Result", "Đã làm"));

        Assert.False((await DutyAsync(ward, period)).IsOpen);
        Assert.Contains(await ward.Ward.EventsAsync(), link => link is { Kind: "ReportPeriodReopened", Reason: "Mất điện cả tuần" });
    }

    [Fact]
    public async Task Deputy_OfALeaderOnLeave_DecidesInTheirPlaceAndOnlyThen()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var officer = await ward.SignInAsync(ward.Officer);
        using var leader = await ward.SignInAsync(ward.Leader);
        using var deputy = await ward.SignInAsync(ward.Stranger);
        await ActAsync(officer, $"/nhiem-vu/{task}/gia-han", ("Input.NewDue", Iso(ward.Today.AddDays(60))), ("Input.Reason", "Chờ hướng dẫn"));
        var request = await ward.Ward.ReadAsync(database => database.Set<ExtensionRequest>().Select(row => row.Id).SingleAsync());
        var path = $"/nhiem-vu/{task}/gia-han/{request}/quyet-dinh";
        Assert.Equal(HttpStatusCode.NotFound, (await deputy.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await deputy.GetAsync("/nhiem-vu/cho-duyet")).Status);

        await leader.SubmitAsync(await leader.GetAsync("/nhiem-vu/uy-quyen"), new Dictionary<string, string>
        {
            ["Input.DeputyPersonId"] = ward.PersonId(ward.Stranger).ToString(),
            ["Input.StartsOn"] = Iso(ward.Today),
            ["Input.EndsOn"] = Iso(ward.Today.AddDays(3)),
        });

        var door = (await deputy.GetAsync("/nhiem-vu/cua-toi")).Document.QuerySelector("main .notice a")?.GetAttribute("href");
        Assert.Contains("Xây dựng kế hoạch", (await deputy.GetAsync(door!)).Words, StringComparison.Ordinal);
        await ActAsync(deputy, path, ("Input.IsGranted", "True"));
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(path)).Status);
        Assert.Equal("Vũ Văn Em", (await ward.Ward.ReadAsync(database => database.Set<ExtensionDecision>().SingleAsync())).AuthorName);
    }

    [Fact]
    public async Task Steps_CalledDoneByMistake_AreTakenUpAgain()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var officer = await ward.SignInAsync(ward.Officer);
        await ActAsync(officer, $"/nhiem-vu/{task}/buoc", ("Input.Text", "Lấy ý kiến"));
        var step = await ward.Ward.ReadAsync(database => database.Set<TaskStep>().Select(row => row.Id).SingleAsync());
        await ActAsync(officer, $"/nhiem-vu/{task}/buoc/{step}/xong");
        await ActAsync(officer, $"/nhiem-vu/{task}/cho", ("Input.WaitsFor", "Sở Nội vụ"), ("Input.StartedOn", Iso(ward.Today)));
        var spell = await ward.Ward.ReadAsync(database => database.Set<WaitingSpell>().Select(row => row.Id).SingleAsync());
        await ActAsync(officer, $"/nhiem-vu/{task}/cho/{spell}/het", ("Input.EndedOn", Iso(ward.Today)));
        var page = await officer.GetAsync($"/nhiem-vu/{task}");

        await officer.SubmitAsync(page, new Dictionary<string, string>(), $"form[action='/nhiem-vu/{task}/buoc/{step}/xong?handler=Again']");
        await officer.SubmitAsync(page, new Dictionary<string, string>(), $"form[action='/nhiem-vu/{task}/cho/{spell}/het?handler=Again']");

        Assert.Null((await ward.Ward.ReadAsync(database => database.Set<TaskStep>().SingleAsync())).DoneAt);
        Assert.Null((await ward.Ward.ReadAsync(database => database.Set<WaitingSpell>().SingleAsync())).EndedOn);
        var told = await ward.Ward.EventsAsync();
        Assert.Contains(told, link => link.Kind == "StepTakenUp");
        Assert.Contains(told, link => link.Kind == "WaitingWentOn");
    }

    [Fact]
    public async Task Reopening_TakenBack_ClosesTheTaskAgain()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync(adjust: commitment => commitment with { Output = null });
        using var head = await ward.SignInAsync(ward.Head);
        await ActAsync(head, $"/nhiem-vu/{task}/bao-cao", ("Input.Result", "Đã xong"));
        await ActAsync(head, $"/nhiem-vu/{task}/dong");
        await ActAsync(head, $"/nhiem-vu/{task}/mo-lai", ("Input.Reason", "Còn việc"));
        var opened = await ward.Ward.ReadAsync(database => database.Set<TaskReopening>().Select(row => row.Id).SingleAsync());
        Assert.Contains($"/hoan-tac/mo-lai/{opened}", (await head.GetAsync($"/nhiem-vu/{task}")).Text, StringComparison.Ordinal);

        await ActAsync(head, $"/nhiem-vu/{task}/hoan-tac/mo-lai/{opened}", ("Input.Reason", "Nhầm nhiệm vụ"));

        Assert.StartsWith("Done", (await RowAsync(ward, task)).State, StringComparison.Ordinal);
    }

    [Fact]
    public async Task View_Saved_IsOfferedInTheListsAndForgotten()
    {
        var ward = await WorkWard.CreateAsync(host);
        await ward.OpenTaskAsync();
        using var officer = await ward.SignInAsync(ward.Officer);
        using var other = await ward.SignInAsync(ward.Head);
        const string List = "/nhiem-vu/bang?tu-khoa=chuyen+doi";
        var form = await officer.GetAsync("/nhiem-vu/bo-loc?tu=" + Uri.EscapeDataString(List));

        var saved = await officer.SubmitAsync(form, new Dictionary<string, string> { ["Input.Name"] = "Chuyển đổi số" });
        await officer.SubmitAsync(form, new Dictionary<string, string> { ["Input.Name"] = "Chuyển đổi số" });
        var elsewhere = await officer.SubmitAsync(await officer.GetAsync("/nhiem-vu/bo-loc?tu=" + Uri.EscapeDataString("https://example.com")),
            new Dictionary<string, string> { ["Input.Name"] = "Bẫy" });

        Assert.Equal(List, saved.Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.Status);
        Assert.Equal("Chuyển đổi số", Assert.Single((await officer.GetAsync("/nhiem-vu")).Document.QuerySelectorAll($"nav.chosen a[href='{List}']")).TextContent);
        Assert.DoesNotContain("Chuyển đổi số", (await other.GetAsync("/nhiem-vu")).Document.QuerySelector("nav.chosen")?.TextContent ?? "",
            StringComparison.Ordinal);
        await officer.SubmitAsync(await officer.GetAsync("/nhiem-vu/bo-loc"), new Dictionary<string, string>(), "form[action$='handler=Forget']");
        Assert.Empty(await ward.Ward.ReadAsync(database => database.Set<SavedView>().ToListAsync()));
    }

    [Fact]
    public async Task Calendar_Changed_HasTheNextNightWorkOutEveryOpenTask()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        await ward.Ward.InsideAsync(async (database, services) =>
        {
            await database.Set<TaskStanding>().ExecuteUpdateAsync(row => row.SetProperty(standing => standing.NextChangeOn, ward.Today.AddDays(90)));
            services.GetRequiredService<EventLog>().Record(new CalendarChanged(new EventSubject("CalendarDay", ward.Ward.Id, "ngày nghỉ"), ward.Today));
            await database.SaveChangesAsync();
        });

        using var worker = ActivatorUtilities.CreateInstance<JobWorker>(host.Services);
        while (await worker.RunNextAsync(CancellationToken.None))
        {
        }

        Assert.Equal(ward.Today.AddDays(1), await ward.Ward.ReadAsync(database =>
            database.Set<TaskStanding>().Where(row => row.TaskId == task).Select(row => row.NextChangeOn).SingleAsync()));
    }

    [Fact]
    public async Task ReceiptLink_FromAMail_ConfirmsThatReceiptAndNothingElse()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var head = await ward.SignInAsync(ward.Head);
        await ActAsync(head, $"/nhiem-vu/{task}/giao", ("Input.ResponsiblePersonId", ward.PersonId(ward.Officer).ToString()));
        var notice = await ward.Ward.ReadAsync(database => database.Set<NoticeRow>()
            .SingleAsync(row => row.PersonId == ward.PersonId(ward.Officer) && row.Kind == "work.task_assigned"));
        var path = host.Services.GetRequiredService<ReceiptLink>().For(notice)!.Value.Path;
        using var anyone = host.NewBrowser();

        var form = await anyone.GetAsync(path);
        Assert.Empty(await ward.Ward.ReadAsync(database => database.Set<TaskReceipt>().ToListAsync()));
        var told = await anyone.SubmitAsync(form, new Dictionary<string, string>());
        var again = await anyone.SubmitAsync(form, new Dictionary<string, string>());
        var page = await anyone.GetAsync($"/nhiem-vu/{task}");

        Assert.Contains("Xây dựng kế hoạch", form.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Phạm Thị Dung", form.Words, StringComparison.Ordinal);
        Assert.Contains("Đã xác nhận", told.Words, StringComparison.Ordinal);
        Assert.Contains("đã tiếp nhận lúc", again.Words, StringComparison.Ordinal);
        Assert.Contains("/dang-nhap", page.Location, StringComparison.Ordinal);
        var receipt = Assert.Single(await ward.Ward.ReadAsync(database => database.Set<TaskReceipt>().ToListAsync()));
        Assert.Equal("Phạm Thị Dung (qua thư)", receipt.AuthorName);
    }

    [Fact]
    public async Task ReceiptLink_ChangedOldOrOfAnother_OpensNothing()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        var link = host.Services.GetRequiredService<ReceiptLink>();
        var old = host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("task-receipt").ToTimeLimitedDataProtector()
            .Protect([.. ward.Ward.Id.ToByteArray(), .. ward.PersonId(ward.Officer).ToByteArray(), .. task.ToByteArray()], TimeSpan.FromTicks(1));
        var stranger = link.Write(new ReceiptGrant(ward.Ward.Id, ward.PersonId(ward.Stranger), task));
        var good = link.Write(new ReceiptGrant(ward.Ward.Id, ward.PersonId(ward.Officer), task));
        using var anyone = host.NewBrowser();

        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/nhan-viec/" + System.Buffers.Text.Base64Url.EncodeToString(old))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/nhan-viec/x" + good)).Status);
        var refused = await anyone.SubmitAsync(await anyone.GetAsync("/nhan-viec/" + good), new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/nhan-viec/" + stranger)).Status);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task<Obligation> DutyAsync(WorkWard ward, Guid id) =>
        ward.Ward.ReadAsync(database => database.Set<Obligation>().AsNoTracking().SingleAsync(row => row.Id == id));

    private static Task<TaskRow> RowAsync(WorkWard ward, Guid task) =>
        ward.Ward.ReadAsync(database => database.Set<TaskRow>().SingleAsync(row => row.Id == task));

    private static async Task ActAsync(Browser browser, string path, params (string Name, string Value)[] values)
    {
        var answer = await browser.SubmitAsync(await browser.GetAsync(path), values.ToDictionary(pair => pair.Name, pair => pair.Value));
        Assert.True(answer.Status == HttpStatusCode.Redirect, $"{path}: {(int)answer.Status} {answer.Words}");
    }

    private static async Task RefusedAsync(Browser browser, string path, string words, params (string Name, string Value)[] values)
    {
        var answer = await browser.SubmitAsync(await browser.GetAsync(path), values.ToDictionary(pair => pair.Name, pair => pair.Value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(words, answer.Words, StringComparison.Ordinal);
    }
}
