using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Events;
using NamRo.Kernel.Files;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Mail;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Time;
using NamRo.Schedule;
using NamRo.Tests.Fixtures;
using NamRo.Work.Contracts;
using NamRo.Work.Domain;
using NamRo.Work.Nightly;

namespace NamRo.Tests.Kernel;

/// <summary>A PostgreSQL that waits for the disk, for processes that are killed.</summary>
public sealed class KillHost : IAsyncLifetime
{
    public TestHost Host { get; } = new(new TestCluster("-kill", "-c max_connections=150"), new Dictionary<string, string?>
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:From"] = "namro@phuong.example",
        ["Mail:Site"] = "https://namro.phuong.example",
    });

    public ValueTask InitializeAsync() => Host.InitializeAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>Tests that kill processes share one PostgreSQL and take turns.</summary>
[CollectionDefinition(Name)]
public sealed class KillCollection : ICollectionFixture<KillHost>
{
    public const string Name = "kill";
}

/// <summary>The web process dies in the middle of writes and uploads, the worker in the middle of a job.</summary>
[Collection(KillCollection.Name)]
public sealed class KillTests(KillHost kill)
{
    private const string NewUnitPath = "/quan-tri/don-vi/moi";
    private const string UploadPath = "/ke-hoach/tai-len";
    private const int Writers = 4;

    private readonly TestHost host = kill.Host;

    [Fact]
    public async Task Web_KilledWhileWriting_LosesNothingAcknowledgedAndDoublesNothing()
    {
        var ward = await TestWard.CreateAsync(host);
        var (acknowledged, sent) = (new ConcurrentBag<string>(), new ConcurrentBag<(string Name, IReadOnlyDictionary<string, string> Form)>());
        using (var web = await host.RunAsync("web"))
        {
            var writing = Enumerable.Range(0, Writers).Select(number => UntilKilledAsync(web, ward, async (browser, round) =>
            {
                var name = $"Tổ {number}-{round}";
                var form = await browser.GetAsync(NewUnitPath);
                var id = form.Document.QuerySelector("[name='Input.Id']")?.GetAttribute("value") ?? "";
                var values = new Dictionary<string, string> { ["Input.Name"] = name, ["Input.Id"] = id };
                sent.Add((name, values));
                if ((await browser.SubmitAsync(form, values)).Status == HttpStatusCode.Redirect)
                {
                    acknowledged.Add(name);
                }
            })).ToList();
            await KillAfterAsync(web, () => acknowledged.Count > 3 * Writers);
            await Task.WhenAll(writing);
        }

        // Whoever got no answer sends the same form again.
        using var again = await host.RunAsync("web");
        using var later = await SignInAsync(again, ward);
        foreach (var (_, form) in sent.Where(one => !acknowledged.Contains(one.Name)))
        {
            await later.SubmitAsync(await later.GetAsync(NewUnitPath), form);
        }

        var names = await ward.ReadAsync(database => database.Set<OrgUnit>().Select(unit => unit.Name).ToListAsync());
        Assert.Equal(sent.Select(one => one.Name).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        Assert.Equal(names.Count, (await ward.EventsAsync()).Count(row => row.Kind == "UnitCreated"));
        await AssertChainAsync(ward);
    }

    [Fact]
    public async Task Web_KilledWhileUploading_KeepsWholeFilesOnly()
    {
        var ward = await TestWard.CreateAsync(host);
        var acknowledged = new ConcurrentBag<byte[]>();
        using (var web = await host.RunAsync("web"))
        {
            var uploading = Enumerable.Range(0, Writers).Select(number => UntilKilledAsync(web, ward, async (browser, round) =>
            {
                var text = Encoding.UTF8.GetBytes($"KẾ HOẠCH {number}-{round}\n" + new string('x', 400_000));
                if ((await browser.UploadAsync(await browser.GetAsync(UploadPath), "kh.txt", text)).Status == HttpStatusCode.Redirect)
                {
                    acknowledged.Add(SHA256.HashData(text));
                }
            })).ToList();
            await KillAfterAsync(web, () => acknowledged.Count > 2 * Writers);
            await Task.WhenAll(uploading);
        }

        await ward.InsideAsync(async (database, services) =>
        {
            var files = await database.Set<StoredFile>().ToListAsync();
            Assert.All(acknowledged, hash => Assert.Single(files, file => file.Sha256.SequenceEqual(hash)));
            foreach (var file in files)
            {
                await using var content = services.GetRequiredService<FileStore>().Open(file);
                Assert.Equal(file.Sha256, await SHA256.HashDataAsync(content));
            }
        });
        await AssertChainAsync(ward);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Worker_KilledWhileMailing_SendsOnceOrRecognisably(bool hasServerTakenIt)
    {
        await using var sink = new SmtpSink { IsSilent = !hasServerTakenIt, HoldsAnswer = hasServerTakenIt };
        var ward = await TestWard.CreateAsync(host);
        var person = Guid.CreateVersion7();
        await ward.AddPersonAsync(person: person, email: "can-bo@phuong.example");
        await ward.InsideAsync(async (database, services) =>
        {
            services.GetRequiredService<NoticeBoard>().Post(new Notice(person, "administration.role", "Được giao việc", "/"));
            await database.SaveChangesAsync();
        });
        await MakeDueAsync(ward);
        using (var first = await host.RunAsync("worker", MailSettings(sink)))
        {
            await Wait.UntilAsync(async () => await RunningAsync(ward) == 1 && (!hasServerTakenIt || !sink.Received.IsEmpty));
            first.Kill();
        }

        (sink.IsSilent, sink.HoldsAnswer) = (false, false);
        await MakeDueAsync(ward);
        using var second = await host.RunAsync("worker", MailSettings(sink));
        await Wait.UntilAsync(async () => await ward.ReadAsync(database => database.Set<MailRow>().AnyAsync(row => row.State == MailState.Sent)));

        Assert.Equal(hasServerTakenIt ? 2 : 1, sink.Received.Count);
        Assert.Single(sink.Received.Select(mail => mail.Header("Message-ID")).Distinct());
        Assert.Single(await ward.ReadAsync(database => database.Set<MailRow>().ToListAsync()));
    }

    [Fact]
    public async Task Worker_KilledInTheMiddleOfTheNight_IsMadeUpForWithoutDoubling()
    {
        const int tasks = 1500;
        var ward = await WorkWard.CreateAsync(host);
        var first = await ward.OpenTaskAsync();
        await ward.Ward.InsideAsync(async (database, services) =>
        {
            var model = await database.Set<WorkTask>().AsNoTracking().SingleAsync(row => row.Id == first);
            await services.GetRequiredService<ITaskRegister>().OpenAsync([.. Enumerable.Range(2, tasks - 1).Select(number =>
                new TaskCommitment(Guid.CreateVersion7(), ward.Plan, number, $"Việc số {number}")
                {
                    PlanTitle = model.PlanTitle,
                    LeadUnitId = ward.CultureUnit,
                    Output = "Báo cáo",
                    Deadline = model.Deadline,
                    StartsOn = model.StartsOn,
                })], CancellationToken.None);
            await database.Set<TaskStanding>().ExecuteUpdateAsync(row => row.SetProperty(standing => standing.NextChangeOn, ward.Today));
        });
        // Days ahead of those on which the other tests run workers: each night is queued once.
        var day = new WorkingCalendar(WorkingCalendar.Declared).AddWorkingDays(ward.Today, 10);
        var night = new Dictionary<string, string> { ["Clock__Now"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:31" };
        using (var worker = await host.RunAsync("worker", night))
        {
            await Wait.UntilAsync(async () => await NightAsync(ward.Ward) is { State: JobState.Running, ProgressPercent: > 0 });
            worker.Kill();
        }

        Assert.Equal(0, await ward.Ward.ReadAsync(database => database.Set<StandingSnapshot>().CountAsync()));
        await MakeDueAsync(ward.Ward);
        using var second = await host.RunAsync("worker", night);
        await Wait.UntilAsync(async () => await NightAsync(ward.Ward) is { State: JobState.Done });

        await ward.Ward.InsideAsync(async (database, _) =>
        {
            Assert.Equal(tasks, await database.Set<StandingSnapshot>().CountAsync());
            Assert.Equal(0, await database.Set<TaskStanding>().CountAsync(row => row.NextChangeOn <= day));
            Assert.Empty(await database.Set<Obligation>().GroupBy(row => new { row.TaskId, row.Kind, row.PeriodTo })
                .Where(group => group.Count() > 1).Select(group => group.Key).ToListAsync());
            Assert.Empty(await database.Set<HolderSegment>().Where(row => row.EndedAt == null).GroupBy(row => row.TaskId)
                .Where(group => group.Count() > 1).Select(group => group.Key).ToListAsync());
            Assert.Empty(await database.Set<NoticeRow>().Where(row => row.OnceKey != null).GroupBy(row => new { row.PersonId, row.OnceKey })
                .Where(group => group.Count() > 1).Select(group => group.Key).ToListAsync());
        });
        Assert.Equal(1, await ward.Ward.ReadAsync(database => database.Set<JobRow>()
            .CountAsync(row => row.WardId == ward.Ward.Id && row.Kind == TaskNight.Name)));
        await AssertChainAsync(ward.Ward);
    }

    private static Task<JobRow?> NightAsync(TestWard ward) => ward.ReadAsync(database => database.Set<JobRow>().AsNoTracking()
        .SingleOrDefaultAsync(row => row.WardId == ward.Id && row.Kind == TaskNight.Name));

    private static Dictionary<string, string> MailSettings(SmtpSink sink) => new()
    {
        ["Mail__Host"] = "127.0.0.1",
        ["Mail__Port"] = sink.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail__From"] = "namro@phuong.example",
        ["Mail__Site"] = "https://namro.phuong.example",
        ["Clock__Now"] = new WorkingCalendar(WorkingCalendar.Declared).AddWorkingDays(WardClock.DateOf(TimeProvider.System.GetUtcNow()), 1)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "T10:00",
    };

    /// <summary>Jobs of the ward run now, and leases of the dead have run out.</summary>
    internal static Task MakeDueAsync(TestWard ward) => ward.InsideAsync((database, _) => database.Database.ExecuteSqlAsync(
        $"update kernel.job set run_at = '2026-01-01', leased_until = '2026-01-01' where ward_id = {ward.Id} and state in ('queued', 'running')"));

    private static Task<int> RunningAsync(TestWard ward) => ward.ReadAsync(database =>
        database.Set<JobRow>().CountAsync(row => row.WardId == ward.Id && row.Kind == SendMail.Kind && row.State == JobState.Running));

    private static async Task KillAfterAsync(HostProcess process, Func<bool> isBusy)
    {
        await Wait.UntilAsync(isBusy);
        process.Kill();
    }

    internal static async Task AssertChainAsync(TestWard ward) => await ward.InsideAsync(async (_, services) =>
        Assert.True((await services.GetRequiredService<EventVerifier>().VerifyAsync(CancellationToken.None)).IsWhole));

    internal static async Task<Browser> SignInAsync(HostProcess web, TestWard ward, string role = BuiltInRole.WardAdmin)
    {
        var browser = new Browser(web.Address);
        var name = await ward.AddPersonAsync(role);
        var answer = await browser.SubmitAsync(await browser.GetAsync("/dang-nhap"),
            new Dictionary<string, string> { ["Input.UserName"] = name, ["Input.Password"] = TestWard.Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return browser;
    }

    private static async Task UntilKilledAsync(HostProcess web, TestWard ward, Func<Browser, int, Task> act)
    {
        using var browser = await SignInAsync(web, ward);
        try
        {
            for (var round = 0; ; round++)
            {
                await act(browser, round);
            }
        }
        catch (HttpRequestException)
        {
            // The process was killed.
        }
    }
}
