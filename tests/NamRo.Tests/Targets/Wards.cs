using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration;
using NamRo.Administration.Domain;
using NamRo.Kernel.Time;
using NamRo.Targets.Contracts;
using NamRo.Tests.Fixtures;

namespace NamRo.Tests.Targets;

/// <summary>What tests of targets need from a ward.</summary>
internal static class Wards
{
    public static async Task<DateOnly> TodayAsync(this TestWard ward)
    {
        var today = default(DateOnly);
        await ward.InsideAsync((_, services) =>
        {
            today = services.GetRequiredService<WardClock>().Today;
            return Task.CompletedTask;
        });
        return today;
    }

    public static async Task<Guid> AddUnitAsync(this TestWard ward, string name)
    {
        var id = Guid.CreateVersion7();
        await ward.InsideAsync((_, services) => services.GetRequiredService<CreateUnitHandler>().HandleAsync(
            new CreateUnit(id, name, "", OrgUnitKind.Division, null, new DateOnly(2025, 7, 1)), CancellationToken.None));
        return id;
    }

    /// <summary>Opens promises led by a unit and gives back their rows in the order of the plan.</summary>
    public static async Task<List<TargetRow>> OpenAsync(this TestWard ward, params TargetCommitment[] promises)
    {
        await ward.InsideAsync((_, services) =>
            services.GetRequiredService<ITargetRegister>().OpenAsync(promises, CancellationToken.None));
        return await ward.TargetsAsync();
    }

    public static Task<List<TargetRow>> TargetsAsync(this TestWard ward) =>
        ward.ReadAsync(database => database.Set<TargetRow>().OrderBy(row => row.Ordinal).ToListAsync());
}
