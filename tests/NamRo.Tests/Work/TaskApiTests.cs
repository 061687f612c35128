using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Api;
using NamRo.Tests.Fixtures;
using NamRo.Work;
using NamRo.Work.Domain;

namespace NamRo.Tests.Work;

/// <summary>Tasks through the JSON interface, with tokens.</summary>
public sealed class TaskApiTests(TestHost host)
{
    [Fact]
    public async Task Get_List_IsPagedByKeyAndFiltered()
    {
        var ward = await WorkWard.CreateAsync(host);
        var mine = await ward.OpenTaskAsync("Số hóa hồ sơ lưu trữ");
        var other = await ward.OpenTaskAsync("Tuyên truyền chuyển đổi số");
        using var program = await ProgramAsync(ward, ward.Secretary);

        var first = await ReadAsync(program, "/api/v1/tasks?limit=1");
        var second = await ReadAsync(program, "/api/v1/tasks?limit=1&after=" + first.GetProperty("next").GetString());
        var found = await ReadAsync(program, "/api/v1/tasks?q=so%20hoa");

        Assert.Equal(new[] { mine, other }.Order(), new[] { IdOf(first, 0), IdOf(second, 0) }.Order());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal(mine, IdOf(found, 0));
        Assert.Equal(1, found.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Get_ListPageByPage_ShowsEachTaskOnceAndLastWhatIsNotDue()
    {
        var ward = await WorkWard.CreateAsync(host);
        var due = new Dictionary<Guid, DateOnly?>();
        foreach (DateOnly? day in new DateOnly?[] { null, ward.Today.AddDays(9), ward.Today.AddDays(2), null, ward.Today.AddDays(2), null, ward.Today })
        {
            var task = await ward.OpenTaskAsync();
            due[task] = day;
            await ward.Ward.InsideAsync((database, _) => database.Set<TaskStanding>().Where(row => row.TaskId == task)
                .ExecuteUpdateAsync(row => row.SetProperty(standing => standing.NextDue, day)));
        }

        using var program = await ProgramAsync(ward, ward.Secretary);
        var (listed, after) = (new List<Guid>(), "");
        for (var page = 0; page < due.Count && after is not null; page++)
        {
            var answer = await ReadAsync(program, "/api/v1/tasks?limit=2" + (after.Length == 0 ? "" : "&after=" + after));
            listed.AddRange(answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            after = answer.GetProperty("next").GetString();
        }

        Assert.Equal(due.OrderBy(pair => pair.Value ?? DateOnly.MaxValue).Select(pair => pair.Value), listed.Select(task => due[task]));
        Assert.Equal(due.Keys.Order(), listed.Order());
    }

    [Fact]
    public async Task Get_OneTask_TellsItsStandingAndTag()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var program = await ProgramAsync(ward, ward.Secretary);

        using var answer = await program.GetAsync(new Uri($"/api/v1/tasks/{task}", UriKind.Relative));
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal($"\"{body.GetProperty("version").GetInt32()}\"", answer.Headers.ETag!.Tag);
        Assert.Equal("Báo cáo kết quả", body.GetProperty("task").GetProperty("output").GetString());
        Assert.NotEmpty(body.GetProperty("standing").GetProperty("reason").GetString()!);
        Assert.Contains(body.GetProperty("obligations").EnumerateArray(), duty => duty.GetProperty("kind").GetString() == "OneOff");
    }

    [Fact]
    public async Task Post_TheLifeOfATask_IsLivedThroughTheInterface()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var officer = await ProgramAsync(ward, ward.Officer);
        using var head = await ProgramAsync(ward, ward.Head);
        var file = new { name = "ket-qua.txt", content = Convert.ToBase64String("Kết quả: đạt."u8) };

        await ActAsync(officer, $"{task}/receipts", new { });
        await ActAsync(officer, $"{task}/updates", new { result = "Đã xong dự thảo", percent = 50, evidence = new { documentNumber = "12/BC" } });
        var product = await ActAsync(officer, $"{task}/products", new { note = "Bản cuối", evidence = new { files = new[] { file } } });
        var own = await SendAsync(officer, $"{task}/products/{product}/decisions", new { isAccepted = true }, Guid.CreateVersion7());
        await ActAsync(head, $"{task}/products/{product}/decisions", new { isAccepted = true, closes = true });
        var told = await ReadAsync(officer, $"/api/v1/tasks/{task}");
        var evidence = told.GetProperty("products")[0].GetProperty("evidence")[0].GetProperty("id").GetString();
        using var proof = await officer.GetAsync(new Uri($"/api/v1/tasks/{task}/evidence/{evidence}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, own.Status);
        Assert.StartsWith("Done", told.GetProperty("standing").GetProperty("state").GetString(), StringComparison.Ordinal);
        Assert.Equal("Done", told.GetProperty("closures")[0].GetProperty("kind").GetString());
        Assert.Equal("Đã xong dự thảo", told.GetProperty("updates")[0].GetProperty("result").GetString());
        Assert.Contains("(qua Thử", told.GetProperty("receipts")[0].GetProperty("entry").GetProperty("by").GetString(), StringComparison.Ordinal);
        Assert.Equal("Kết quả: đạt.", await proof.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Post_SameKeyTwice_WritesOnceAndAnswersAlike()
    {
        var ward = await WorkWard.CreateAsync(host);
        var (task, other) = (await ward.OpenTaskAsync(), await ward.OpenTaskAsync("Việc khác"));
        using var program = await ProgramAsync(ward, ward.Officer);
        var key = Guid.CreateVersion7();
        var update = new { result = "Một lần" };

        var first = await SendAsync(program, $"{task}/updates", update, key, "\"" + await VersionAsync(ward, task) + "\"");
        var again = await SendAsync(program, $"{task}/updates", update, key, "\"1\"");
        var elsewhere = await SendAsync(program, $"{other}/updates", update, key);
        var without = await SendAsync(program, $"{task}/updates", update, null);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, again.Status));
        Assert.Equal(first.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.Status);
        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.Equal(1, await ward.Ward.ReadAsync(database => database.Set<TaskUpdate>().CountAsync()));
    }

    [Fact]
    public async Task Post_SameKeyWithOtherContent_IsRefusedAndChangesNothing()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var program = await ProgramAsync(ward, ward.Officer);
        var key = Guid.CreateVersion7();

        var refused = await SendAsync(program, $"{task}/updates", new { result = "" }, key);
        var first = await SendAsync(program, $"{task}/updates", new { result = "Lần đầu" }, key);
        var other = await SendAsync(program, $"{task}/updates", new { result = "Lần khác" }, key);
        var again = await SendAsync(program, $"{task}/updates", new { result = "Lần đầu" }, key);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Created), (refused.Status, first.Status));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency-Key"), (other.Status, other.Body.GetProperty("field").GetString()));
        Assert.Equal(first.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal("Lần đầu", await ward.Ward.ReadAsync(database => database.Set<TaskUpdate>().Select(row => row.Result).SingleAsync()));
    }

    [Fact]
    public async Task Post_MissingElements_AreRefusedWithTheirPlace()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var program = await ProgramAsync(ward, ward.Secretary);
        var seen = "\"" + await VersionAsync(ward, task) + "\"";

        var share = await SendAsync(program, $"{task}/assignments", new { leadUnitId = ward.EconomyUnit, coUnits = new object?[] { null } },
            Guid.CreateVersion7(), seen);
        var file = await SendAsync(program, $"{task}/updates", new { result = "x", evidence = new { files = new object?[] { null } } },
            Guid.CreateVersion7());
        var list = await SendAsync(program, $"{task}/assignments", new { leadUnitId = ward.EconomyUnit, coUnits = (object?)null },
            Guid.CreateVersion7(), seen);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "coUnits[0]"), (share.Status, share.Body.GetProperty("field").GetString()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "evidence.files[0]"), (file.Status, file.Body.GetProperty("field").GetString()));
        Assert.Equal(HttpStatusCode.BadRequest, list.Status);
    }

    [Theory]
    [InlineData(null, 50)]
    [InlineData(0, 1)]
    [InlineData(200, 200)]
    [InlineData(201, 200)]
    public void Listing_Limit_IsKeptWithinWhatIsServed(int? limit, int size) => Assert.Equal(size, new ApiListing { Limit = limit }.Size);

    [Fact]
    public async Task Post_TaskChangedMeanwhile_IsRefusedWith412()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var program = await ProgramAsync(ward, ward.Secretary);
        var assignment = new { leadUnitId = ward.EconomyUnit, note = "Chuyển đơn vị" };
        var seen = "\"" + await VersionAsync(ward, task) + "\"";

        var unseen = await SendAsync(program, $"{task}/assignments", assignment, Guid.CreateVersion7());
        var first = await SendAsync(program, $"{task}/assignments", assignment, Guid.CreateVersion7(), seen);
        var late = await SendAsync(program, $"{task}/assignments", assignment, Guid.CreateVersion7(), seen);

        Assert.Equal((HttpStatusCode)428, unseen.Status);
        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.Status);
        Assert.Equal("Đã có thay đổi khác", late.Body.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Post_WrongContent_TellsTheFieldInVietnamese()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var program = await ProgramAsync(ward, ward.Officer);

        var percent = await SendAsync(program, $"{task}/updates", new { result = "x", percent = 120 }, Guid.CreateVersion7());
        var empty = await SendAsync(program, $"{task}/updates", new { }, Guid.CreateVersion7());
        var nested = await SendAsync(program, $"{task}/updates", new { result = "x", evidence = new { address = "javascript:1" } },
            Guid.CreateVersion7());
        using var broken = await program.PostAsync(new Uri($"/api/v1/tasks/{task}/updates", UriKind.Relative),
            new StringContent("{", System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(("percent", HttpStatusCode.UnprocessableEntity), (percent.Body.GetProperty("field").GetString(), percent.Status));
        Assert.Equal("result", empty.Body.GetProperty("field").GetString());
        Assert.Contains("Không phát sinh", empty.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("evidence.address", nested.Body.GetProperty("field").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Equal("application/problem+json", broken.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Api_OtherWardOrOtherUnit_IsNotFound()
    {
        var (ward, other) = (await WorkWard.CreateAsync(host), await WorkWard.CreateAsync(host));
        var task = await ward.OpenTaskAsync();
        using var neighbour = await ProgramAsync(other, other.Secretary);
        using var stranger = await ProgramAsync(ward, ward.Stranger);

        foreach (var program in new[] { neighbour, stranger })
        {
            using var read = await program.GetAsync(new Uri($"/api/v1/tasks/{task}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(program, $"{task}/updates", new { result = "x" }, Guid.CreateVersion7())).Status);
            Assert.Equal(0, (await ReadAsync(program, "/api/v1/obligations")).GetProperty("items").GetArrayLength());
        }
    }

    [Fact]
    public async Task Get_ObligationsAndCalendar_TellWhatIsDue()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var program = await ProgramAsync(ward, ward.Officer);

        await ward.OpenTaskAsync("Việc khác");
        var duty = (await ReadAsync(program, $"/api/v1/obligations?taskId={task}&isOpen=true")).GetProperty("items")[0];
        var first = await ReadAsync(program, "/api/v1/obligations?isOpen=true&limit=1");
        var next = await ReadAsync(program, $"/api/v1/obligations?limit=1&after={first.GetProperty("next").GetString()}");
        var month = await ReadAsync(program, "/api/v1/calendar?month=" + duty.GetProperty("dueOn").GetString()![..7]);
        using var wrong = await program.GetAsync(new Uri("/api/v1/calendar?month=2026", UriKind.Relative));

        Assert.NotEqual(first.GetProperty("items")[0].GetProperty("id").GetString(), next.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Contains(month.EnumerateArray(), day => day.GetProperty("date").GetString() == duty.GetProperty("dueOn").GetString()
            && day.GetProperty("due").EnumerateArray().Any(one => one.GetProperty("taskId").GetGuid() == task));
        Assert.Contains(month.EnumerateArray(), day => !day.GetProperty("isWorkingDay").GetBoolean());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    [Fact]
    public async Task OpenApi_Document_DescribesEveryOperation()
    {
        using var anyone = host.NewBrowser();
        var document = await ReadAsync(anyone.Client, "/api/openapi.json");

        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("scheme").GetString());
        var operations = document.GetProperty("paths").EnumerateObject()
            .Where(path => path.Name.StartsWith("/api/v1/", StringComparison.Ordinal))
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Value))).ToList();
        Assert.True(operations.Count > 20);
        Assert.All(operations, operation =>
        {
            Assert.True(operation.Value.TryGetProperty("summary", out _), operation.Name);
            Assert.True(operation.Value.TryGetProperty("operationId", out _), operation.Name);
            Assert.True(operation.Value.GetProperty("responses").TryGetProperty("401", out _), operation.Name);
            Assert.Contains("Quyền cần có", operation.Value.GetProperty("description").GetString(), StringComparison.Ordinal);
        });
    }

    private static Guid IdOf(JsonElement page, int at) => page.GetProperty("items")[at].GetProperty("id").GetGuid();

    private static Task<int> VersionAsync(WorkWard ward, Guid task) =>
        ward.Ward.ReadAsync(database => database.Set<WorkTask>().Where(row => row.Id == task).Select(row => row.Version).SingleAsync());

    private static async Task<Guid> ActAsync(HttpClient program, string path, object content)
    {
        var (status, body) = await SendAsync(program, path, content, Guid.CreateVersion7());
        Assert.True(status == HttpStatusCode.Created, body.GetRawText());
        return body.GetProperty("id").GetGuid();
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpClient program, string path, object content, Guid? key,
        string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tasks/" + path) { Content = JsonContent.Create(content) };
        if (key is { } value)
        {
            request.Headers.Add("Idempotency-Key", value.ToString());
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var answer = await program.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static async Task<JsonElement> ReadAsync(HttpClient program, string path)
    {
        using var answer = await program.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpClient> ProgramAsync(WorkWard ward, string userName) => ward.Ward.ProgramAsync(userName, WorkPermission.All);
}
