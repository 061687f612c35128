using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Contracts;
using NamRo.Administration.Domain;
using NamRo.Kernel.Contributions;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Plans.Domain;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Plans;

/// <summary>A ward with a plan that has been read and waits for its review.</summary>
public sealed class ReviewedPlan
{
    private ReviewedPlan(TestHost host, TestWard ward, Browser browser, Guid id) => (Host, Ward, Browser, Id) = (host, ward, browser, id);

    public TestHost Host { get; }

    public TestWard Ward { get; }

    /// <summary>The secretary, who uploaded the plan.</summary>
    public Browser Browser { get; }

    public Guid Id { get; }

    public string Path => $"/ke-hoach/{Id}";

    public string Review => $"{Path}/duyet";

    public static async Task<ReviewedPlan> CreateAsync(TestHost host, string file = "seeds/000_5ff484b46b8ac1a0.txt")
    {
        var ward = await TestWard.CreateAsync(host);
        await AddUnitAsync(ward, "Phòng Văn hóa - Xã hội");
        var browser = await ward.SignInAsync(BuiltInRole.Secretariat);
        var content = await File.ReadAllBytesAsync(System.IO.Path.Combine(Repository.Root, "tests", "data", file));
        var answer = await browser.UploadAsync(await browser.GetAsync("/ke-hoach/tai-len"), System.IO.Path.GetFileName(file), content);
        await DrainAsync(host);
        return new ReviewedPlan(host, ward, browser, Guid.Parse(answer.Location!.Split('/')[^1]));
    }

    /// <summary>The same for a plan that a test writes itself.</summary>
    public static async Task<ReviewedPlan> OfTextAsync(TestHost host, string name, string text)
    {
        var ward = await TestWard.CreateAsync(host);
        await AddUnitAsync(ward, "Phòng Văn hóa - Xã hội");
        return await new ReviewedPlan(host, ward, await ward.SignInAsync(BuiltInRole.Secretariat), Guid.Empty)
            .AlsoAsync(name, System.Text.Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Another plan of the same ward, read by the same secretary.</summary>
    public async Task<ReviewedPlan> AlsoAsync(string name, byte[] content)
    {
        var answer = await Browser.UploadAsync(await Browser.GetAsync("/ke-hoach/tai-len"), name, content);
        await DrainAsync(Host);
        return new ReviewedPlan(Host, Ward, Browser, Guid.Parse(answer.Location!.Split('/')[^1]));
    }

    public static Task AddUnitAsync(TestWard ward, string name) => ward.InsideAsync(async (database, services) =>
    {
        var unit = OrgUnit.Create(Guid.CreateVersion7(), name, "", OrgUnitKind.Division, null, new DateOnly(2025, 7, 1));
        database.Add(unit);
        services.GetRequiredService<EventLog>().Record(new UnitCreated(new EventSubject(nameof(OrgUnit), unit.Id, name)));
        await database.SaveChangesAsync();
    });

    public static async Task DrainAsync(TestHost host)
    {
        using var worker = ActivatorUtilities.CreateInstance<JobWorker>(host.Services);
        while (await worker.RunNextAsync(CancellationToken.None))
        {
        }
    }

    internal Task<List<PlanRow>> RowsAsync(RowKind kind = RowKind.Task) => Ward.ReadAsync(database => database.Set<PlanRow>()
        .Where(row => row.PlanId == Id && row.Kind == kind).OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync());

    /// <summary>Presses a button of the current row's card, as it was rendered.</summary>
    public async Task<Page> PressAsync(string handler, string query = "", Browser? browser = null)
    {
        var page = await (browser ?? Browser).GetAsync(Review + query);
        return await PressAsync(page, handler, browser);
    }

    public Task<Page> PressAsync(Page page, string handler, Browser? browser = null)
    {
        var form = handler is "AcceptCertain" or "Undo" ? "#review-foot" : ".review-row[aria-current] form.decide";
        var element = page.Document.QuerySelector(form) ?? throw new InvalidOperationException($"No '{form}' at {page.Path}.");
        element.SetAttribute("action", element.GetAttribute("action")!.Replace("handler=AcceptCertain", "handler=" + handler, StringComparison.Ordinal)
            .Replace("handler=Accept", "handler=" + handler, StringComparison.Ordinal).Replace("CertainCertain", "Certain", StringComparison.Ordinal));
        return (browser ?? Browser).SubmitAsync(page, new Dictionary<string, string>(), form);
    }

    /// <summary>Accepts every row and settles every finding, so that only the publishing is left.</summary>
    public async Task AcceptAllAsync()
    {
        foreach (var tab in new[] { "nhiem-vu", "loi-van", "chi-tieu" })
        {
            var kind = tab == "chi-tieu" ? RowKind.Target : RowKind.Task;
            if (!(await RowsAsync(kind)).Exists(row => row.State == RowState.Pending && row.IsNarrative == (tab == "loi-van")))
            {
                continue;
            }

            await PressAsync("AcceptCertain", "?muc=" + tab);
            foreach (var row in (await RowsAsync(kind)).Where(row => row.State == RowState.Pending && row.IsNarrative == (tab == "loi-van")))
            {
                await PressAsync("Accept", $"?muc={tab}&dong={row.Id}");
            }
        }

        for (var page = await Browser.GetAsync(Review + "?muc=can-xem"); page.Document.QuerySelector(".review-finding.open form") is not null;
            page = await Browser.GetAsync(Review + "?muc=can-xem"))
        {
            await Browser.SubmitAsync(page, new Dictionary<string, string>(), ".review-finding.open form");
        }
    }
}
