using System.Net;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Sheets;
using NamRo.Schedule;
using NamRo.Tests.Fixtures;
using NamRo.Work;
using NamRo.Work.Domain;

namespace NamRo.Tests.Work;

/// <summary>Many reports at once: in the grid, and by a spreadsheet filled in without the network.</summary>
public sealed class UpdateRoundTripTests(TestHost host)
{
    [Fact]
    public async Task Grid_OneSave_WritesWhatIsFilledIn()
    {
        var ward = await WorkWard.CreateAsync(host);
        var tasks = await OpenAsync(ward, 3);
        using var officer = await ward.SignInAsync(ward.Officer);
        var form = await officer.GetAsync("/nhiem-vu/cap-nhat");

        var answer = await officer.SubmitAsync(form, new Dictionary<string, string>
        {
            ["Lines[0].Result"] = "Đã tập huấn 40 người",
            ["Lines[1].NothingArose"] = "true",
        });

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var updates = await ward.Ward.ReadAsync(database => database.Set<TaskUpdate>().ToListAsync());
        Assert.Equal(2, updates.Count);
        Assert.Single(updates, update => update.NothingArose);
        Assert.Single(await OpenDutiesAsync(ward, tasks));
    }

    [Fact]
    public async Task Grid_OneLineRefused_SavesNoneAndKeepsWhatWasTyped()
    {
        var ward = await WorkWard.CreateAsync(host);
        await OpenAsync(ward, 2);
        using var officer = await ward.SignInAsync(ward.Officer);
        using var head = await ward.SignInAsync(ward.Head);
        var late = await officer.GetAsync("/nhiem-vu/cap-nhat");
        await head.SubmitAsync(await head.GetAsync("/nhiem-vu/cap-nhat"), new Dictionary<string,
            string>
        { ["Lines[0].Result"] = "Của trưởng phòng" });

        var answer = await officer.SubmitAsync(late, new Dictionary<string, string>
        {
            ["Lines[0].Result"] = "Của chuyên viên",
            ["Lines[1].Result"] = "Dòng thứ hai",
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("đã báo cáo kỳ này lúc", answer.Words, StringComparison.Ordinal);
        Assert.Contains("Của chuyên viên", answer.Text, StringComparison.Ordinal);
        Assert.Single(await ward.Ward.ReadAsync(database => database.Set<TaskUpdate>().ToListAsync()));
    }

    [Fact]
    public async Task Workbook_FilledInAndImportedTwice_ReportsOnce()
    {
        var ward = await WorkWard.CreateAsync(host);
        var tasks = await OpenAsync(ward, 3);
        using var officer = await ward.SignInAsync(ward.Officer);
        var duties = await OpenDutiesAsync(ward, tasks);
        var file = Workbook([duties[0].Id, "Đã ban hành 5/KH-UBND", null], [duties[1].Id, null, "Có"], [duties[2].Id, null, null]);

        for (var round = 0; round < 2; round++)
        {
            var preview = await officer.UploadAsync(await officer.GetAsync("/nhiem-vu/cap-nhat/nhap"), "bao-cao.xlsx", file);
            Assert.Equal(HttpStatusCode.OK, preview.Status);
            Assert.Contains(round == 0 ? "2 báo cáo mới, 0 đã có sẵn" : "0 báo cáo mới, 2 đã có sẵn", preview.Words,
                StringComparison.Ordinal);
            var done = await officer.SubmitAsync(preview, new Dictionary<string, string>(), "main form[action*=Import]");
            Assert.Equal(HttpStatusCode.Redirect, done.Status);
        }

        Assert.Equal(2, (await ward.Ward.ReadAsync(database => database.Set<TaskUpdate>().ToListAsync())).Count);
    }

    [Fact]
    public async Task Workbook_WithAWrongRow_ImportsNothingAndNamesTheRow()
    {
        var ward = await WorkWard.CreateAsync(host);
        var tasks = await OpenAsync(ward, 1);
        using var officer = await ward.SignInAsync(ward.Officer);
        var duties = await OpenDutiesAsync(ward, tasks);
        var file = Workbook([duties[0].Id, "Xong", null], [Guid.CreateVersion7(), "Lạ", null]);

        var preview = await officer.UploadAsync(await officer.GetAsync("/nhiem-vu/cap-nhat/nhap"), "bao-cao.xlsx", file);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, preview.Status);
        Assert.Contains("Dòng 3: không nhận ra kỳ báo cáo này", preview.Words, StringComparison.Ordinal);
        Assert.Null(preview.Document.QuerySelector("main form[action*=Import]"));
        var rubbish = await officer.UploadAsync(await officer.GetAsync("/nhiem-vu/cap-nhat/nhap"), "bao-cao.xlsx", [1, 2, 3]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, rubbish.Status);
    }

    [Fact]
    public async Task Export_HoldsTheOpenReportsAndTheList()
    {
        var ward = await WorkWard.CreateAsync(host);
        await OpenAsync(ward, 2);
        using var officer = await ward.SignInAsync(ward.Officer);
        var bytes = await officer.Client.GetByteArrayAsync(new Uri("/nhiem-vu/cap-nhat/tep", UriKind.Relative));
        using var content = new MemoryStream(bytes);
        var read = Assert.IsType<Outcome<SheetContent>.Done>(
            SheetReader.Read(content, UpdateSheet.Columns, null, CancellationToken.None));

        Assert.Equal(2, read.Value.Rows.Count);
        var csv = await officer.Client.GetStringAsync(new Uri("/nhiem-vu/xuat/unit?dang=csv", UriKind.Relative));
        Assert.Equal(3, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/nhiem-vu/don-vi?tinh-trang=InProgress&tu-khoa=tuyen")).Status);
    }

    private static byte[] Workbook(params object?[][] rows)
    {
        using var file = new MemoryStream();
        using (var sheet = new SheetWriter(file, "Báo cáo tiến độ", UpdateSheet.Columns))
        {
            foreach (var row in rows)
            {
                sheet.Write([row[0]!.ToString(), null, null, null, null, row[1], null, null, null, row[2]]);
            }
        }

        return file.ToArray();
    }

    private static Task<List<Obligation>> OpenDutiesAsync(WorkWard ward, IReadOnlyList<Guid> tasks) => ward.Ward.ReadAsync(database =>
        database.Set<Obligation>()
            .Where(row => tasks.Contains(row.TaskId) && row.FulfilledBy == null && row.Kind == ObligationKind.MonthlyUpdate)
            .OrderBy(row => row.Id).ToListAsync());

    /// <summary>Opens tasks each with one report due, whatever the day of the month.</summary>
    private static async Task<IReadOnlyList<Guid>> OpenAsync(WorkWard ward, int count)
    {
        var tasks = new List<Guid>();
        for (var ordinal = 1; ordinal <= count; ordinal++)
        {
            var place = ordinal;
            tasks.Add(await ward.OpenTaskAsync($"Tuyên truyền đợt {ordinal}", says => says with { Ordinal = place }));
        }

        await ward.OpenReportsAsync(tasks);
        return tasks;
    }
}
