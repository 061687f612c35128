using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NamRo.Administration;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;
using NamRo.Tests.Fixtures;

namespace NamRo.Benchmarks.Plans;

/// <summary>
/// A plan of 300 pages and 2 000 rows through the real host, worker and PostgreSQL: how long it is read, how soon its pages open, how soon
/// the next row stands there when a key is pressed in Chromium, how long it takes to publish.
/// </summary>
internal static class PlansBench
{
    private const int Opens = 40;
    private const int Moves = 120;

    public static async Task RunAsync()
    {
        await using var host = await BenchHost.StartAsync("");
        await host.RunAsync();
        var ward = await OpenWardAsync(host.Services);
        using var secretary = await SignInAsync(host, ward, "secretariat");
        using var leader = await SignInAsync(host, ward, "leader");
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Headless = true,
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var screen = await BenchScreen.OpenAsync(chromium, host.Address, secretary);
        var plan = await ReadAsync(screen, host.Services, ward, LongPlan.Html(12));
        await ReportReviewAsync(secretary, screen, plan);
        await AcceptAsync(screen, host.Services, ward, plan);
        await PublishAsync(await BenchScreen.OpenAsync(chromium, host.Address, leader), plan);
        await ReportOpenAsync("plan page", secretary, plan);
        await ReportOpenAsync("plan page, targets", secretary, plan + "?muc=chi-tieu");
        await ReportOpenAsync("print", secretary, plan + "/in", times: 5);
        await ReportOpenAsync("Excel export", secretary, plan + "/xuat-excel", times: 5);

        var later = await ReadAsync(screen, host.Services, ward, LongPlan.Html(45, amends: 12));
        await ReportOpenAsync("coverage of one by the other", secretary, $"{later}/bao-quat?cap-tren={plan.Split('/')[^1]}", times: 5);
        await AcceptAsync(screen, host.Services, ward, later);
        await screen.ClickAsync(later + "/dieu-chinh/de-xuat", "So sánh từng dòng", "**/dieu-chinh");
        await ReportOpenAsync("diff, changed rows", secretary, later + "/dieu-chinh?xem=thay-doi", times: 5);
        await ReportOpenAsync("diff, unchanged rows", secretary, later + "/dieu-chinh?xem=giu-nguyen", times: 5);
    }

    private static async Task<Guid> OpenWardAsync(IServiceProvider services)
    {
        var ward = Guid.CreateVersion7();
        await InsideAsync(services, ward, async (database, inside) =>
        {
            var clock = inside.GetRequiredService<WardClock>();
            database.Add(new WardRecord { Id = ward, Code = ward.ToString("N"), Name = "Phường đo", Kind = "phuong", CreatedAt = clock.Now });
            await database.SaveChangesAsync();
            foreach (var unit in StandardUnits.For("phuong", clock))
            {
                database.Add(unit);
                inside.GetRequiredService<Kernel.Events.EventLog>().Record(new UnitCreated(new EventSubject("OrgUnit", unit.Id, unit.Name)));
            }

            await database.SaveChangesAsync();
        });
        return ward;
    }

    private static async Task<BenchVisitor> SignInAsync(BenchHost host, Guid ward, string role)
    {
        var name = "";
        await InsideAsync(host.Services, ward, async (_, inside) => name = await BenchVisitor.AddAsync(inside, role));
        return await BenchVisitor.SignInAsync(host.Address, name);
    }

    private static async Task<string> ReadAsync(BenchScreen screen, IServiceProvider services, Guid ward, string html)
    {
        var file = Path.Combine(Path.GetTempPath(), $"namro-bench-{Environment.ProcessId}.pdf");
        await screen.PrintAsync(html, file);
        var watch = Stopwatch.StartNew();
        var plan = await screen.UploadAsync(file);
        var id = Guid.Parse(plan.Split('/')[^1]);
        var state = PlanState.Reading;
        await Wait.UntilAsync(async () =>
        {
            await InsideAsync(services, ward, async (database, _) =>
                state = await database.Set<PlanDocument>().Where(row => row.Id == id).Select(row => row.State).SingleAsync());
            return state != PlanState.Reading;
        });

        var took = watch.Elapsed.TotalSeconds;
        await InsideAsync(services, ward, async (database, _) =>
        {
            var pages = await database.Set<PlanPage>().CountAsync(row => row.PlanId == id);
            var rows = await database.Set<PlanRow>().Where(row => row.PlanId == id).GroupBy(row => new { row.Kind, row.IsNarrative, HasDoubts = row.DoubtCount > 0 })
                .Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
            Measure.Print($"read: {pages} pages, {string.Join(", ", rows.Select(row => $"{row.Count} {row.Key.Kind}{(row.Key.IsNarrative ? " in text" : "")}{(row.Key.HasDoubts ? " with doubts" : "")}"))}: {took:0.0} s from upload to draft");
        });
        File.Delete(file);
        return plan;
    }

    private static async Task ReportReviewAsync(BenchVisitor secretary, BenchScreen screen, string plan)
    {
        await ReportOpenAsync("review page, server (limit 1000)", secretary, plan + "/duyet");
        await ReportOpenAsync("review page by document", secretary, plan + "/duyet?xep=van-ban");
        await ReportOpenAsync("review page, targets", secretary, plan + "/duyet?muc=chi-tieu");
        await ReportOpenAsync("review page, findings", secretary, plan + "/duyet?muc=can-xem");
        var opens = new List<double>();
        for (var open = 0; open < Opens / 2; open++)
        {
            opens.Add(await screen.OpenReviewAsync(plan));
        }

        Report("review page, Chromium: until its rows stand there (limit 1000)", opens);
        var (shown, source) = await screen.MoveAsync(Moves);
        Report($"move by key, Chromium: until the next row is painted (limit 100), {Moves} moves", shown);
        Report("move by key, Chromium: until its source is lit", source);
    }

    private static async Task AcceptAsync(BenchScreen screen, IServiceProvider services, Guid ward, string plan)
    {
        var watch = Stopwatch.StartNew();
        await screen.PressAsync(plan + "/duyet", "Shift+Enter");
        Measure.Print($"all certain tasks accepted in one stroke: {watch.Elapsed.TotalSeconds:0.0} s");
        await screen.PressAsync(plan + "/duyet?muc=chi-tieu", "Shift+Enter");

        // What is left is not what is measured.
        await InsideAsync(services, ward, async (database, _) =>
        {
            var id = Guid.Parse(plan.Split('/')[^1]);
            var rejected = await database.Set<PlanRow>().Where(row => row.PlanId == id && row.State == RowState.Pending)
                .ExecuteUpdateAsync(rows => rows.SetProperty(row => row.State, RowState.Rejected));
            var findings = await database.Set<DraftFinding>().Where(row => row.PlanId == id && row.Severity == Extraction.Severity.Error)
                .ExecuteDeleteAsync();
            Measure.Print($"left aside: {rejected} rows, {findings} contradictions");
        });
    }

    private static async Task PublishAsync(BenchScreen screen, string plan)
    {
        var watch = Stopwatch.StartNew();
        await screen.ClickAsync(plan + "/cong-bo", "Công bố", "**" + plan);
        Measure.Print($"published, from click to the plan's page (limit 10): {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private static async Task ReportOpenAsync(string name, BenchVisitor visitor, string path, int times = Opens)
    {
        await visitor.GetAsync(path);
        var took = new List<double>();
        for (var time = 0; time < times; time++)
        {
            took.Add(await visitor.GetAsync(path));
        }

        Report(name, took);
    }

    private static void Report(string name, List<double> took)
    {
        took.Sort();
        Measure.Print($"{name}: p50 {took[took.Count / 2]:0} ms, p95 {took[took.Count * 95 / 100]:0} ms, slowest {took[^1]:0} ms");
    }

    private static async Task InsideAsync(IServiceProvider services, Guid ward, Func<AppDb, IServiceProvider, Task> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentWard>().Enter(ward, "đo");
        var database = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var transaction = await database.Database.BeginTransactionAsync();
        await work(database, scope.ServiceProvider);
        await transaction.CommitAsync();
    }
}
