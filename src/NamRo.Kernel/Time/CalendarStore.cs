using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NamRo.Kernel.Data;
using NamRo.Schedule;

namespace NamRo.Kernel.Time;

/// <summary>The declared days of this installation: those shipped, and those a city has added or changed.</summary>
public sealed class CalendarStore(AppDb database)
{
    /// <summary>The calendar as it is now. Must run in a transaction.</summary>
    public async Task<WorkingCalendar> LoadAsync(CancellationToken cancel) => new(await ListAsync(cancel));

    /// <summary>The declared days in order.</summary>
    public async Task<IReadOnlyList<CalendarDay>> ListAsync(CancellationToken cancel) =>
        await database.Set<CalendarDay>().AsNoTracking().OrderBy(day => day.Date).ToListAsync(cancel);

    /// <summary>Declares a day or changes what was declared; the caller saves.</summary>
    public async Task DeclareAsync(CalendarDay day, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(day);
        await ForgetAsync(day.Date, cancel);
        database.Add(day);
    }

    /// <summary>Takes a declaration back: the day is what its weekday says. False: nothing was declared.</summary>
    public async Task<bool> ForgetAsync(DateOnly date, CancellationToken cancel) =>
        await database.Set<CalendarDay>().Where(day => day.Date == date).ExecuteDeleteAsync(cancel) == 1;

    /// <summary>Adds the shipped days of the years that are not in the database yet; the caller saves.</summary>
    public async Task AddShippedAsync(CancellationToken cancel)
    {
        var years = await database.Set<CalendarDay>().Select(day => day.Date.Year).Distinct().ToListAsync(cancel);
        database.AddRange(WorkingCalendar.Declared.Where(day => !years.Contains(day.Date.Year)));
    }
}

internal sealed class CalendarDayMapping : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("calendar_day", KernelModule.SchemaName).HasKey(day => day.Date);
        builder.Property(day => day.Date).ValueGeneratedNever();
    }
}
