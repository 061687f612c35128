using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Domain;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Notices;
using NamRo.Targets;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Targets.Jobs;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Targets;

public sealed class RemindFiguresTests(TestHost host)
{
    [Fact]
    public async Task Run_UnitThatOwesFigures_IsToldOnce()
    {
        var (ward, unit, person) = await WardAsync();

        await RunAsync(ward);
        await RunAsync(ward);

        var notice = await ward.ReadAsync(database => database.Set<NoticeRow>().SingleAsync(row => row.PersonId == person));
        Assert.Contains("nhập 2 số liệu tháng", notice.Title, StringComparison.Ordinal);
        Assert.StartsWith($"/chi-tieu/nhap-so-lieu?don-vi={unit}&ky=", notice.Href, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_UnitThatGaveItsFigures_IsLeftInPeace()
    {
        var (ward, unit, person) = await WardAsync();
        await GiveAsync(ward, unit);

        await RunAsync(ward);

        Assert.False(await ward.ReadAsync(database => database.Set<NoticeRow>().AnyAsync(row => row.PersonId == person)));
    }

    private async Task<(TestWard Ward, Guid Unit, Guid Person)> WardAsync()
    {
        var ward = await TestWard.CreateAsync(host);
        var (unit, person, plan) = (await ward.AddUnitAsync("Trung tâm Phục vụ hành chính công"), Guid.CreateVersion7(), Guid.CreateVersion7());
        await ward.AddPersonAsync(person: person);
        await ward.InsideAsync(async (database, services) =>
        {
            var title = "Giám đốc";
            database.Add(new Appointment { Id = Guid.CreateVersion7(), PersonId = person, UnitId = unit, Title = title, ValidFrom = new DateOnly(2026, 1, 1) });
            services.GetRequiredService<EventLog>().Record(new TestHappened(new EventSubject("Person", person, title)));
            await database.SaveChangesAsync();
        });
        await ward.OpenAsync(Promises.Online(plan) with { LeadUnitId = unit }, Promises.Initiatives(plan) with { LeadUnitId = unit });
        return (ward, unit, person);
    }

    private static Task GiveAsync(TestWard ward, Guid unit) => ward.InsideAsync(async (_, services) =>
    {
        var grid = services.GetRequiredService<FigureGrid>();
        var lines = await grid.LinesAsync(unit, grid.CurrentMonth(), CancellationToken.None);
        await services.GetRequiredService<RecordFiguresHandler>().HandleAsync(new RecordFigures(Guid.CreateVersion7(), FigureSource.Imported,
            [.. lines.Select(line => new FigureInput(line.Series.Id, line.Period.Start, Figure.Of(1), null))]), CancellationToken.None);
    });

    private static Task RunAsync(TestWard ward) => ward.InsideAsync((_, services) =>
        services.GetRequiredService<RemindFiguresJob>().RunAsync(new RemindFigures(),
            new JobRun(Guid.CreateVersion7(), 1, services.GetRequiredService<Npgsql.NpgsqlDataSource>()), CancellationToken.None));
}
