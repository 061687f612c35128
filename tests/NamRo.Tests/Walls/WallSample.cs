using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Events;
using NamRo.Kernel.Files;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Notices;
using NamRo.Language;
using NamRo.Plans.Domain;
using NamRo.Targets;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Tests.Fixtures;
using NamRo.Tests.Targets;
using NamRo.Work.Contracts;
using NamRo.Work.Domain;
using NamRo.Work.Warnings;
using Npgsql;

namespace NamRo.Tests.Walls;

/// <summary>
/// A ward with objects of every kind, each named by a word that stands nowhere else. A new page with a key in its address needs an object
/// behind it: add one to <see cref="FillAsync"/>, through the module's own contract or form.
/// </summary>
internal sealed class WallSample
{
    public const string Secret = "Bímậtxyz";

    private WallSample(TestHost host, TestWard ward) => (Host, Ward) = (host, ward);

    public TestHost Host { get; }

    public TestWard Ward { get; }

    /// <summary>The unit that has the sample's task.</summary>
    public Guid Unit { get; } = Guid.CreateVersion7();

    /// <summary>Keys of objects of the ward: of each table, the first and the last.</summary>
    public IReadOnlyList<Guid> Keys { get; private set; } = [];

    /// <summary>Keys of things that have parts with pages of their own.</summary>
    public IReadOnlyList<Guid> Parents { get; private set; } = [];

    public static async Task<WallSample> CreateAsync(TestHost host)
    {
        var sample = new WallSample(host, await TestWard.CreateAsync(host));
        await sample.FillAsync();
        sample.Keys = await sample.ReadKeysAsync();
        return sample;
    }

    /// <summary>A person who holds every role of the ward.</summary>
    /// <param name="unit">Where they are an officer; null: nowhere in particular.</param>
    public static async Task<Browser> SignInWithAllRolesAsync(TestHost host, TestWard ward, Guid? unit = null)
    {
        var name = await ward.AddPersonAsync(BuiltInRole.WardAdmin, Guid.CreateVersion7());
        await ward.InsideAsync(async (database, services) =>
        {
            var account = await database.Set<Account>().SingleAsync(row => row.UserName == name);
            database.AddRange(BuiltInRole.OfWard.Where(role => role != BuiltInRole.WardAdmin).Select(role => new RoleAssignment
            {
                Id = Guid.CreateVersion7(),
                AccountId = account.Id,
                RoleCode = role,
                UnitId = role == BuiltInRole.Officer ? unit : null,
                ValidFrom = new DateOnly(2026, 1, 1),
            }));
            services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("Account", account.Id, name)));
            await database.SaveChangesAsync();
        });
        var browser = host.NewBrowser();
        await browser.SubmitAsync(await browser.GetAsync("/dang-nhap"),
            new Dictionary<string, string> { ["Input.UserName"] = name, ["Input.Password"] = TestWard.Password });
        return browser;
    }

    /// <summary>Everything the ward holds, as one text: rows of its tables, its jobs, its people's accounts and sessions.</summary>
    public static async Task<string> DumpAsync(TestHost host, Guid ward)
    {
        await using var source = NpgsqlDataSource.Create(host.Cluster.Connection("postgres"));
        var queries = (await TablesAsync(source)).Select(table => $"select '{table}' || t::text from {table} t where ward_id = $1")
            .Append("select a.id || a.password_hash || coalesce(a.disabled_at::text, '') from administration.account a where id in "
                + "(select account_id from administration.role_assignment where ward_id = $1)")
            .Append("select s.id || coalesce(s.ended_at::text, '') from administration.sign_in_session s where account_id in "
                + "(select account_id from administration.role_assignment where ward_id = $1)");
        await using var command = source.CreateCommand(string.Join(" union all ", queries) + " order by 1");
        command.Parameters.Add(new NpgsqlParameter { Value = ward });
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }

    /// <summary>Tables with a ward, the queue included.</summary>
    public static async Task<IReadOnlyList<string>> TablesAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
              and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'ward_id')
            order by 1
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private async Task FillAsync()
    {
        var (person, unit) = (Guid.CreateVersion7(), Unit);
        await Ward.AddPersonAsync(person: person, email: "bimatxyz@phuong.example");
        await Ward.InsideAsync(async (database, services) =>
        {
            database.Add(OrgUnit.Create(unit, Secret + " đơn vị", "", OrgUnitKind.Division, null, new DateOnly(2026, 1, 1)));
            services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("OrgUnit", unit, Secret + " sự kiện")));
            await database.SaveChangesAsync();
            var staff = await database.Set<Person>().SingleAsync(row => row.Id == person);
            staff.Change(Secret + " cán bộ", "bimatxyz@phuong.example", null);
            database.Add(new Appointment
            {
                Id = Guid.CreateVersion7(),
                PersonId = person,
                UnitId = unit,
                Title = Secret,
                ValidFrom = new DateOnly(2026, 1, 1),
            });
            database.Add(Webhook.Create(Guid.CreateVersion7(), Secret, "https://receiver.example/", ["TaskOpened"], "", 1, DateTimeOffset.UtcNow));
            database.Add(new WeeklyNote { Id = Guid.CreateVersion7(), WeekFrom = new DateOnly(2026, 1, 5), PersonId = person, Lines = Secret });
            services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("Person", person, Secret)));
            services.GetRequiredService<NoticeBoard>().Post(new Notice(person, "administration.role", Secret + " thông báo", "/"));
            services.GetRequiredService<JobQueue>().Enqueue(new TestWork(Guid.CreateVersion7()), DateTimeOffset.UtcNow.AddYears(1));
            await database.SaveChangesAsync();
        });
        var text = $"KẾ HOẠCH {Secret}\nNăm 2026\nI. MỤC TIÊU\n1. {Secret} đạt tối thiểu 90% hồ sơ.\n";
        var plan = await UploadPlanAsync(Secret + ".txt", System.Text.Encoding.UTF8.GetBytes(text));
        var printed = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "data", "samples", "000_plan.pdf"));
        var task = Guid.CreateVersion7();
        var amending = await UploadPlanAsync(Secret + ".pdf", printed);
        Parents = [plan, amending, task];
        await Ward.InsideAsync(async (database, services) =>
        {
            await services.GetRequiredService<ITaskRegister>().OpenAsync([new TaskCommitment(task, plan, 1, Secret + " việc")
            {
                PlanTitle = Secret + " kế hoạch",
                LeadUnitId = unit,
                Output = Secret + " sản phẩm",
                StartsOn = new DateOnly(2026, 1, 5),
                Deadline = new Deadline(DeadlineKind.Quarter, new DateOnly(2026, 6, 30)),
                Parts = [new("(1)", Secret + " phần")],
            }], CancellationToken.None);
            await services.GetRequiredService<ITargetRegister>().OpenAsync(
                [Promises.Of(plan, 1, Secret + " chỉ tiêu 90% hồ sơ", Comparator.AtLeast, 90, "%"),
                    Promises.Of(plan, 2, Secret + " chỉ tiêu tự tính", Comparator.AtLeast, 90, "%")], CancellationToken.None);
            var series = await database.Set<TargetRow>().MinAsync(row => row.SeriesId);
            (await database.Set<Series>().SingleAsync(row => row.Id != series)).ComputeBy(WorkFigure.MonthlyUpdate);
            var file = await database.Set<StoredFile>().Select(row => row.Id).FirstAsync();
            await services.GetRequiredService<RecordFiguresHandler>().HandleAsync(
                new RecordFigures(Guid.CreateVersion7(), FigureSource.Entered, [new(series, new DateOnly(2026, 1, 1), Figure.Of(88), null)])
                {
                    EvidenceIds = [file],
                }, CancellationToken.None);
            var author = new Author(null, Secret, DateTimeOffset.UtcNow);
            foreach (var entry in EntriesOf(task, unit, file))
            {
                entry.Sign(author);
                database.Add(entry);
            }

            database.Add(new Amendment
            {
                Id = Guid.CreateVersion7(),
                PlanId = amending,
                FormerPlanId = plan,
                ProposedByName = Secret,
                ProposedAt = author.Now,
            });
            services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("WorkTask", task, Secret)));
            await database.SaveChangesAsync();
        });
        await DrainAsync();
    }

    /// <summary>Of each kind of entry that has a page of its own, one that waits for somebody.</summary>
    private static TaskEntry[] EntriesOf(Guid task, Guid unit, Guid file)
    {
        var day = new DateOnly(2026, 12, 1);
        var submission = Guid.CreateVersion7();
        return
        [
            new TaskStep { Id = Guid.CreateVersion7(), TaskId = task, Text = Secret + " bước" },
            new TaskUpdate { Id = Guid.CreateVersion7(), TaskId = task, UnitId = unit, PeriodFrom = day, PeriodTo = day, Result = Secret },
            new ProductSubmission { Id = submission, TaskId = task, Note = Secret },
            new Evidence
            {
                Id = Guid.CreateVersion7(), TaskId = task, SubmissionId = submission, Kind = EvidenceKind.File, Title = Secret, FileId = file,
            },
            new ExtensionRequest { Id = Guid.CreateVersion7(), TaskId = task, NewDue = day, Reason = Secret },
            new ExplanationRequest { Id = Guid.CreateVersion7(), TaskId = task, Question = Secret, DueOn = day },
            new WaitingSpell { Id = Guid.CreateVersion7(), TaskId = task, WaitsFor = Secret, StartedOn = new DateOnly(2026, 1, 5) },
        ];
    }

    private async Task<Guid> UploadPlanAsync(string name, byte[] content)
    {
        using var browser = await SignInWithAllRolesAsync(Host, Ward);
        var answer = await browser.UploadAsync(await browser.GetAsync("/ke-hoach/tai-len"), name, content);
        await DrainAsync();
        return Guid.Parse(answer.Location!.Split('/')[^1]);
    }

    private async Task DrainAsync()
    {
        using var worker = ActivatorUtilities.CreateInstance<JobWorker>(Host.Services);
        while (await worker.RunNextAsync(CancellationToken.None))
        {
        }
    }

    public async Task<IReadOnlyList<Guid>> ReadKeysAsync()
    {
        await using var source = NpgsqlDataSource.Create(Host.Cluster.Connection("postgres"));
        var keys = new List<Guid> { Ward.Id };
        foreach (var table in await TablesAsync(source))
        {
            await using var has = source.CreateCommand(
                $"select exists (select from pg_attribute where attrelid = '{table}'::regclass and attname = 'id' and atttypid = 'uuid'::regtype)");
            if (await has.ExecuteScalarAsync() is true)
            {
                await using var command = source.CreateCommand(
                    $"(select id from {table} where ward_id = $1 order by id limit 1) union (select id from {table} where ward_id = $1 order by id desc limit 1)");
                command.Parameters.Add(new NpgsqlParameter { Value = Ward.Id });
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    keys.Add(reader.GetGuid(0));
                }
            }
        }

        return [.. keys.Distinct()];
    }
}
