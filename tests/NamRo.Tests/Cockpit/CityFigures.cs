using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Kernel.Files;
using NamRo.Kernel.Outcomes;
using NamRo.Targets;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Tests.Fixtures;
using NamRo.Tests.Targets;

namespace NamRo.Tests.Cockpit;

/// <summary>A ward with a figure of TTHC-04 and its evidence, as the city sees it.</summary>
internal static class CityFigures
{
    public static async Task<TestWard> GiveAsync(TestHost host)
    {
        var ward = await TestWard.CreateAsync(host);
        var promise = Promises.Online(Guid.CreateVersion7());
        await ward.OpenAsync(promise);
        await ward.InsideAsync(async (database, services) =>
        {
            var indicator = await database.Set<Indicator>().Where(row => row.Code == "TTHC-04").Select(row => row.Id).SingleAsync();
            await services.GetRequiredService<MatchTargetHandler>().HandleAsync(new MatchTarget(promise.Id, indicator), CancellationToken.None);
            await using var content = File.OpenRead(Path.Combine(Repository.Root, "tests", "data", "samples", "000_plan.pdf"));
            var stored = await services.GetRequiredService<FileStore>().AddAsync(content, "bao-cao.pdf", FileRules.Document, CancellationToken.None);
            await database.SaveChangesAsync();
            var series = await database.Set<TargetRow>().Select(row => row.SeriesId).SingleAsync();
            await services.GetRequiredService<RecordFiguresHandler>().HandleAsync(new RecordFigures(Guid.CreateVersion7(), FigureSource.Entered,
                [new(series, new DateOnly(2026, 10, 1), Figure.ShareOf(86, 100), null)])
            {
                EvidenceIds = [((Outcome<StoredFile>.Done)stored).Value.Id],
            }, CancellationToken.None);
        });
        return ward;
    }
}
