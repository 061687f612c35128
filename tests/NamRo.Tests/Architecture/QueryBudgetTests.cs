using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Contributions;
using NamRo.Language;
using NamRo.Tests.Cockpit;
using NamRo.Tests.Fixtures;
using NamRo.Work.Contracts;

namespace NamRo.Tests.Architecture;

/// <summary>
/// A page asks the database a fixed number of questions, however many rows it shows. Each budget is what the page needs now; a page that
/// needs another question raises it knowingly.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class QueryBudgetTests(TestHost host)
{
    private const int ManyTasks = 40;

    [Theory]
    [InlineData("/nhiem-vu/cua-toi", 7)]
    [InlineData("/nhiem-vu", 7)]
    [InlineData("/nhiem-vu/bang", 13)]
    [InlineData("/", 15)]
    public async Task WardPage_OneTaskOrMany_AsksAsOften(string path, int budget)
    {
        var ward = await WorkWard.CreateAsync(host);
        using var officer = await ward.SignInAsync(ward.Secretary);
        await OpenAsync(ward, 1);
        var few = await CountAsync(officer, path);
        await OpenAsync(ward, ManyTasks);
        var many = await CountAsync(officer, path);
        Assert.InRange(many, 1, budget);
        Assert.Equal(few, many);
    }

    [Fact]
    public async Task TaskPage_OneStepOrMany_AsksAsOften()
    {
        var ward = await WorkWard.CreateAsync(host);
        var task = await ward.OpenTaskAsync();
        using var head = await ward.SignInAsync(ward.Head);
        var path = $"/nhiem-vu/{task}";
        await AddStepAsync(head, path, 0);
        var few = await CountAsync(head, path);
        for (var step = 1; step <= 12; step++)
        {
            await AddStepAsync(head, path, step);
        }

        var many = await CountAsync(head, path);
        Assert.InRange(many, 1, 12);
        Assert.Equal(few, many);
    }

    [Fact]
    public async Task CityPage_WardsOfAnyNumber_AsksWithinItsBudget()
    {
        await CityFigures.GiveAsync(host);
        using var viewer = await (await host.CityAsync()).SignInAsync(BuiltInRole.CityViewer);
        var few = await CountAsync(viewer, "/thanh-pho");
        await CityFigures.GiveAsync(host);
        await CityFigures.GiveAsync(host);
        var many = await CountAsync(viewer, "/thanh-pho");
        Assert.InRange(many, 1, 12);
        Assert.Equal(few, many);
    }

    /// <summary>
    /// The least of some requests: the first of a kind opens connections and reads what is kept afterwards, and what is kept of sign-ins
    /// is read again when it is no longer fresh. A neighbour who changes rights would have it read every time: hence alone.
    /// </summary>
    private static async Task<int> CountAsync(Browser browser, string path)
    {
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path)).Status);
        var least = int.MaxValue;
        for (var time = 0; time < 3; time++)
        {
            least = Math.Min(least, await SqlCommands.CountAsync(() => browser.GetAsync(path)));
        }

        return least;
    }

    private static async Task AddStepAsync(Browser browser, string path, int number)
    {
        var form = await browser.GetAsync($"{path}/buoc");
        var answer = await browser.SubmitAsync(form, new Dictionary<string, string> { ["Input.Text"] = $"Bước {number}" });
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }

    private static Task OpenAsync(WorkWard ward, int count) => ward.Ward.InsideAsync((_, services) =>
        services.GetRequiredService<ITaskRegister>().OpenAsync([.. Enumerable.Range(0, count).Select(number =>
            new TaskCommitment(Guid.CreateVersion7(), ward.Plan, number, $"Rà soát, số hóa hồ sơ, đợt {number}")
            {
                PlanTitle = "Kế hoạch thử",
                Group = $"Nhóm {number % 5}",
                LeadUnitId = number % 2 == 0 ? ward.CultureUnit : ward.EconomyUnit,
                LeaderPersonId = ward.PersonId(ward.Leader),
                Output = "Báo cáo",
                Deadline = new Deadline(DeadlineKind.Date, ward.Today.AddDays(10 * (number - 5))),
                StartsOn = ward.Today.AddDays(-90),
            })], CancellationToken.None));
}
