using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Events;
using NamRo.Kernel.Time;
using NamRo.Language;
using NamRo.Schedule;
using NamRo.Work.Contracts;
using NamRo.Work.Domain;

namespace NamRo.Tests.Fixtures;

/// <summary>A ward with two divisions, their people, a leader and a secretariat, into which tasks can be published.</summary>
public sealed class WorkWard
{
    private readonly TestHost host;
    private readonly Dictionary<string, Guid> personIds = [];

    private WorkWard(TestHost host, TestWard ward) => (this.host, Ward) = (host, ward);

    public TestWard Ward { get; }

    public Guid CultureUnit { get; } = Guid.CreateVersion7();

    public Guid EconomyUnit { get; } = Guid.CreateVersion7();

    public Guid OfficeUnit { get; } = Guid.CreateVersion7();

    public Guid Plan { get; } = Guid.CreateVersion7();

    public string Leader { get; private set; } = "";

    public string Secretary { get; private set; } = "";

    public string Head { get; private set; } = "";

    public string Officer { get; private set; } = "";

    /// <summary>Of the other division.</summary>
    public string Stranger { get; private set; } = "";

    public DateOnly Today => host.Services.GetRequiredService<WardClock>().Today;

    public static async Task<WorkWard> CreateAsync(TestHost host)
    {
        var made = new WorkWard(host, await TestWard.CreateAsync(host));
        await made.Ward.InsideAsync(async (database, services) =>
        {
            foreach (var (id, name, shortName) in new[] { (made.CultureUnit, "Phòng Văn hóa - Xã hội", "Phòng VH-XH"),
                (made.EconomyUnit, "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng KT-HT-ĐT"), (made.OfficeUnit, "Văn phòng HĐND và UBND", "Văn phòng") })
            {
                database.Add(OrgUnit.Create(id, name, shortName, OrgUnitKind.Division, null, new DateOnly(2025, 7, 1)));
            }

            services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("OrgUnit", made.CultureUnit, "units")));
            await database.SaveChangesAsync();
        });
        made.Leader = await made.AddPersonAsync("Trần Thị Bình", BuiltInRole.Leader, made.OfficeUnit, "Phó Chủ tịch UBND");
        made.Secretary = await made.AddPersonAsync("Lê Văn Chung", BuiltInRole.Secretariat, made.OfficeUnit, "Chuyên viên văn phòng");
        made.Head = await made.AddPersonAsync("Nguyễn Văn An", BuiltInRole.UnitHead, made.CultureUnit, "Trưởng phòng", isHead: true);
        made.Officer = await made.AddPersonAsync("Phạm Thị Dung", BuiltInRole.Officer, made.CultureUnit, "Chuyên viên");
        made.Stranger = await made.AddPersonAsync("Vũ Văn Em", BuiltInRole.Officer, made.EconomyUnit, "Chuyên viên");
        return made;
    }

    public Guid PersonId(string userName) => personIds[userName];

    public async Task<string> AddPersonAsync(string fullName, string role, Guid unit, string title, bool isHead = false)
    {
        var userName = "u" + Guid.CreateVersion7().ToString("N")[16..];
        await Ward.InsideAsync(async (database, services) =>
        {
            var account = new Account { UserName = userName, DisplayName = fullName };
            var result = await services.GetRequiredService<UserManager<Account>>().CreateAsync(account, TestWard.Password);
            Assert.True(result.Succeeded);
            var person = Person.Create(Guid.CreateVersion7(), fullName, null, null);
            person.AccountId = account.Id;
            person.Appointments.Add(new Appointment
            {
                Id = Guid.CreateVersion7(),
                PersonId = person.Id,
                UnitId = unit,
                Title = title,
                IsHead = isHead,
                ValidFrom = new DateOnly(2025, 7, 1),
            });
            database.Add(person);
            database.Add(new RoleAssignment
            {
                Id = Guid.CreateVersion7(),
                AccountId = account.Id,
                RoleCode = role,
                UnitId = unit,
                ValidFrom = Today,
            });
            services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("Person", person.Id, fullName)));
            await database.SaveChangesAsync();
            personIds[userName] = person.Id;
        });
        return userName;
    }

    /// <summary>Publishes tasks for the culture division: due in a month, product "Báo cáo kết quả", unless adjusted.</summary>
    public async Task<Guid> OpenTaskAsync(string text = "Xây dựng kế hoạch tuyên truyền chuyển đổi số", Func<TaskCommitment, TaskCommitment>? adjust = null)
    {
        var commitment = new TaskCommitment(Guid.CreateVersion7(), Plan, 1, text)
        {
            PlanTitle = "Kế hoạch 12/KH-UBND chuyển đổi số năm 2026",
            Number = "II.4",
            Group = "Phát triển xã hội số",
            LeadUnitId = CultureUnit,
            LeaderPersonId = PersonId(Leader),
            Output = "Báo cáo kết quả",
            DeadlineText = "trong tháng tới",
            Deadline = new Deadline(DeadlineKind.Date, Today.AddDays(31)),
            StartsOn = Today.AddDays(-60),
        };
        await Ward.InsideAsync((_, services) => services.GetRequiredService<ITaskRegister>()
            .OpenAsync([adjust is null ? commitment : adjust(commitment)], CancellationToken.None));
        return commitment.Id;
    }

    /// <summary>Gives each task exactly one monthly report that is due now, whatever the day of the month.</summary>
    public Task OpenReportsAsync(IReadOnlyList<Guid> tasks) => Ward.InsideAsync(async (database, _) =>
    {
        var due = await database.Set<Obligation>().Where(row => tasks.Contains(row.TaskId) && row.Kind == ObligationKind.MonthlyUpdate)
            .ToListAsync();
        database.RemoveRange(due);
        foreach (var task in await database.Set<WorkTask>().Where(row => tasks.Contains(row.Id)).OrderBy(row => row.Ordinal).ToListAsync())
        {
            var month = new DateOnly(Today.Year, Today.Month, 1);
            database.Add(Obligation.Expect(Guid.CreateVersion7(), task, new(ObligationKind.MonthlyUpdate,
                new(month, month.AddMonths(1).AddDays(-1)), month, Today, null, $"Tháng {month.Month}/{month.Year}")));
        }

        await database.SaveChangesAsync();
    });

    public async Task<Browser> SignInAsync(string userName)
    {
        var browser = host.NewBrowser();
        var answer = await browser.SubmitAsync(await browser.GetAsync("/dang-nhap"),
            new Dictionary<string, string> { ["Input.UserName"] = userName, ["Input.Password"] = TestWard.Password });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.Status);
        return browser;
    }
}
