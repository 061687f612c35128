using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Mail;
using NamRo.Kernel.Notices;
using NamRo.Kernel.Time;
using NamRo.Schedule;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Kernel;

/// <summary>A host of its own with a mail server: its clock is moved from day to day.</summary>
public sealed class MailHost : IAsyncLifetime
{
    public SmtpSink Sink { get; } = new();

    public TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = new TestHost(new TestCluster("-mail"), new Dictionary<string, string?>
        {
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = Sink.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Mail:From"] = "namro@phuong.example",
            ["Mail:Site"] = "https://namro.phuong.example/",
            ["Mail:TimeoutSeconds"] = "2",
        });
        await Host.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Sink.DisposeAsync();
    }

    /// <summary>Moves the clock to a time of the next working day.</summary>
    public void MoveToNextDay(int hour, int minute = 0)
    {
        var clock = Host.Services.GetRequiredService<WardClock>();
        var calendar = new WorkingCalendar(WorkingCalendar.Declared);
        var day = calendar.AddWorkingDays(clock.Today, 1);
        Host.Time.Forward(WardClock.StartOf(day).AddHours(hour).AddMinutes(minute) - clock.Now);
    }

    /// <summary>Runs all that is due.</summary>
    public async Task WorkAsync()
    {
        using var scheduler = ActivatorUtilities.CreateInstance<Scheduler>(Host.Services);
        await scheduler.QueueDueAsync(CancellationToken.None);
        using var worker = ActivatorUtilities.CreateInstance<JobWorker>(Host.Services);
        while (await worker.RunNextAsync(CancellationToken.None))
        {
        }
    }
}

public sealed class MailTests : IClassFixture<MailHost>
{
    private const string AtOnce = "administration.role";

    private readonly MailHost mail;
    private readonly Guid person = Guid.CreateVersion7();

    public MailTests(MailHost mail)
    {
        this.mail = mail;
        (mail.Sink.IsDown, mail.Sink.IsSilent, mail.Sink.RecipientAnswer, mail.Sink.DataAnswer) = (false, false, "250 ok", "250 ok");
    }

    private string Name => person.ToString("N");

    private SmtpSink Sink => mail.Sink;

    [Fact]
    public async Task AtOnce_TwoNoticesOfAMinute_AreOneMailInWorkingHours()
    {
        mail.MoveToNextDay(9);
        var ward = await WardAsync();
        await PostAsync(ward, "Được giao <việc> một", "Được giao việc hai");
        await WaitAndWorkAsync(5);

        var received = Assert.Single(Sink.To(Name));
        Assert.Equal("Năm Rõ: 2 thông báo mới", received.Subject);
        Assert.Equal(["text/plain", "text/html"], Parts(received));
        Assert.Contains("- Được giao <việc> một", received.Parts[0], StringComparison.Ordinal);
        Assert.Contains("https://namro.phuong.example/thong-bao/", received.Parts[0], StringComparison.Ordinal);
        Assert.Contains("Được giao &lt;vi", received.Parts[1], StringComparison.Ordinal);
        Assert.Equal("<https://namro.phuong.example/tai-khoan/thong-bao>", received.Header("List-Unsubscribe"));
        var row = Assert.Single(await LogAsync(ward));
        Assert.Equal($"<{row.Id:N}@phuong.example>", received.Header("Message-ID"));
        Assert.Equal((MailState.Sent, 1), (row.State, row.Attempts));
    }

    [Fact]
    public async Task AtOnce_PostedAtNight_WaitsForTheMorning()
    {
        mail.MoveToNextDay(22);
        var ward = await WardAsync();
        await PostAsync(ward, "Việc trong đêm");
        await WaitAndWorkAsync(30);
        Assert.Empty(Sink.To(Name));

        mail.MoveToNextDay(7, 29);
        await mail.WorkAsync();
        Assert.Empty(Sink.To(Name));

        await WaitAndWorkAsync(2);
        Assert.Single(Sink.To(Name));
    }

    [Fact]
    public async Task AtOnce_ReadBeforeTheMorning_IsNotMailed()
    {
        mail.MoveToNextDay(22);
        var ward = await WardAsync();
        await PostAsync(ward, "Đọc ngay trong đêm");
        await ward.InsideAsync((database, services) => database.Set<NoticeRow>()
            .ExecuteUpdateAsync(row => row.SetProperty(notice => notice.ReadAt, services.GetRequiredService<WardClock>().Now)));
        mail.MoveToNextDay(9);
        await mail.WorkAsync();

        Assert.Empty(Sink.To(Name));
        Assert.Empty(await LogAsync(ward));
    }

    [Fact]
    public async Task Digest_GoesToThoseForWhomSomethingWaits_OnceADay()
    {
        mail.MoveToNextDay(10);
        var ward = await WardAsync();
        await ward.InsideAsync(async (database, _) =>
        {
            database.Add(new NoticeChoice { PersonId = person, Kind = AtOnce, IsShown = true, MailTiming = MailTiming.Daily });
            await database.SaveChangesAsync();
        });
        await ward.AddPersonAsync(person: Guid.CreateVersion7(), email: "nobody@phuong.example");
        await PostAsync(ward, "Gộp một");
        await PostAsync(ward, "Gộp hai");
        await WaitAndWorkAsync(10);
        Assert.Empty(Sink.To(Name));

        mail.MoveToNextDay(8);
        await mail.WorkAsync();
        await mail.WorkAsync();
        mail.MoveToNextDay(8);
        await mail.WorkAsync();

        var digest = Assert.Single(Sink.To(Name));
        Assert.StartsWith("Năm Rõ: 2 thông báo đến ngày ", digest.Subject, StringComparison.Ordinal);
        Assert.Contains("Gộp một", digest.Parts[0], StringComparison.Ordinal);
        Assert.Contains("Gộp hai", digest.Parts[0], StringComparison.Ordinal);
        Assert.Empty(Sink.To("nobody"));
    }

    [Fact]
    public async Task Urgent_DoesNotWaitForTheDigest()
    {
        mail.MoveToNextDay(10);
        var ward = await WardAsync();
        await ward.InsideAsync(async (database, services) =>
        {
            database.Add(new NoticeChoice { PersonId = person, Kind = AtOnce, IsShown = true, MailTiming = MailTiming.Daily });
            services.GetRequiredService<NoticeBoard>().Post(new Notice(person, AtOnce, "Gấp", "/", IsUrgent: true));
            await database.SaveChangesAsync();
        });
        await ward.InsideAsync(async (database, services) =>
        {
            services.GetRequiredService<NoticeBoard>().Post(new Notice(person, AtOnce, "Gấp nữa", "/", IsUrgent: true));
            await database.SaveChangesAsync();
        });
        await WaitAndWorkAsync(5);

        Assert.Single(Sink.To(Name));
    }

    [Theory]
    [InlineData("down")]
    [InlineData("silent")]
    [InlineData("busy")]
    public async Task Send_ServerFailsForAWhile_IsTriedAgainAndDeliveredOnce(string trouble)
    {
        mail.MoveToNextDay(9);
        var ward = await WardAsync();
        await PostAsync(ward, "Thử lại");
        (Sink.IsDown, Sink.IsSilent, Sink.DataAnswer) = (trouble == "down", trouble == "silent", trouble == "busy" ? "451 later" : "250 ok");
        await WaitAndWorkAsync(5);
        var first = Assert.Single(await LogAsync(ward));
        (Sink.IsDown, Sink.IsSilent, Sink.DataAnswer) = (false, false, "250 ok");
        await WaitAndWorkAsync(2);

        Assert.Equal((MailState.Waiting, 1), (first.State, first.Attempts));
        Assert.False(string.IsNullOrEmpty(first.Error));
        Assert.Single(Sink.To(Name));
        Assert.Equal((MailState.Sent, 2), ((await LogAsync(ward)).Single().State, (await LogAsync(ward)).Single().Attempts));
    }

    [Fact]
    public async Task Send_ServerRefusesForGood_FailsWithItsWords()
    {
        mail.MoveToNextDay(9);
        var ward = await WardAsync();
        await PostAsync(ward, "Không nhận");
        Sink.RecipientAnswer = "550 no such user here";
        await WaitAndWorkAsync(5);
        Sink.RecipientAnswer = "250 ok";
        await WaitAndWorkAsync(60);

        var row = Assert.Single(await LogAsync(ward));
        Assert.Equal((MailState.Failed, 1), (row.State, row.Attempts));
        Assert.Empty(Sink.To(Name));
        using var admin = await ward.SignInAsync();
        Assert.Contains("Không gửi được", (await admin.GetAsync("/quan-tri/thu-da-gui")).Words, StringComparison.Ordinal);
        using var other = await (await TestWard.CreateAsync(mail.Host)).SignInAsync();
        Assert.Contains("Chưa có thư nào", (await other.GetAsync("/quan-tri/thu-da-gui")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WorkerDiedAfterTheServerAccepted_RepeatsUnderTheSameMessageId()
    {
        mail.MoveToNextDay(9);
        var ward = await WardAsync();
        await PostAsync(ward, "Gửi lại");
        await WaitAndWorkAsync(5);
        await ward.InsideAsync(async (database, _) =>
        {
            await database.Database.ExecuteSqlAsync($"update kernel.mail set state = 'waiting', attempts = 0, ended_at = null");
            await database.Database.ExecuteSqlAsync(
                $"update kernel.job set state = 'queued' where ward_id = {ward.Id} and kind = {SendMail.Kind}");
        });
        await PostAsync(ward, "Việc đến sau");
        await WaitAndWorkAsync(0);

        var received = Sink.To(Name);
        Assert.Equal(2, received.Count);
        Assert.Equal(received[0].Header("Message-ID"), received[1].Header("Message-ID"));
        Assert.Equal(received[0].Parts[0], received[1].Parts[0]);
    }

    [Fact]
    public async Task Compose_HostileTitle_AddsNoHeader()
    {
        mail.MoveToNextDay(9);
        var ward = await WardAsync();
        await PostAsync(ward, "Việc\r\nBcc: trom@phuong.example\r\n\r\nxin chào");
        await WaitAndWorkAsync(5);

        var received = Assert.Single(Sink.To(Name));
        Assert.DoesNotContain("Bcc", received.HeaderNames, StringComparer.OrdinalIgnoreCase);
        Assert.Equal("Năm Rõ: Việc  Bcc: trom@phuong.example    xin chào", received.Subject);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("khong phai dia chi")]
    [InlineData("a@phuong.example\r\nRCPT TO:<trom@phuong.example>")]
    public async Task Compose_NoUsableAddress_FailsAtOnce(string? address)
    {
        mail.MoveToNextDay(9);
        var ward = await TestWard.CreateAsync(mail.Host);
        await ward.AddPersonAsync(person: person, email: address);
        var title = $"Không có chỗ gửi, {ward.Id:N}";
        await PostAsync(ward, title);
        await WaitAndWorkAsync(5);

        Assert.Equal(MailState.Failed, Assert.Single(await LogAsync(ward)).State);
        Assert.DoesNotContain(Sink.Received, received => received.Subject.Contains(title, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Parts(ReceivedMail received) => received.Text.Split('\n')
        .Where(line => line.StartsWith("Content-Type: text/", StringComparison.OrdinalIgnoreCase)).Select(line => line.Split(':', ';')[1].Trim());

    private static Task<List<MailRow>> LogAsync(TestWard ward) =>
        ward.ReadAsync(database => database.Set<MailRow>().AsNoTracking().ToListAsync());

    private async Task<TestWard> WardAsync()
    {
        var ward = await TestWard.CreateAsync(mail.Host);
        await ward.AddPersonAsync(person: person, email: Name + "@phuong.example");
        return ward;
    }

    private Task PostAsync(TestWard ward, params string[] titles) => ward.InsideAsync(async (database, services) =>
    {
        foreach (var title in titles)
        {
            services.GetRequiredService<NoticeBoard>().Post(new Notice(person, AtOnce, title, "/"));
        }

        await database.SaveChangesAsync();
    });

    private async Task WaitAndWorkAsync(int minutes)
    {
        mail.Host.Time.Forward(TimeSpan.FromMinutes(minutes));
        await mail.WorkAsync();
    }
}
