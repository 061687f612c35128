using Microsoft.Extensions.DependencyInjection;
using NamRo.Administration.Contracts;
using NamRo.Kernel.Events;
using NamRo.Kernel.Jobs;
using NamRo.Kernel.Settings;
using NamRo.Work.FollowCalendar;
using NamRo.Work.FollowUnit;
using NamRo.Work.Warnings;

namespace NamRo.Work.Nightly;

/// <summary>What runs by itself: the night of each ward, and what follows when units or rules change.</summary>
internal static class NightServices
{
    public static IServiceCollection AddTaskNight(this IServiceCollection services)
    {
        services.AddScoped<WarningRound>().AddScoped<WeeklyNoteWriter>();
        services.AddJob<RunTaskNight, TaskNight>(TaskNight.Name)
            .AddSchedule(TaskNight.Name, Rhythm.DailyAt(0, 30), slot => new RunTaskNight(slot.Date));
        return services.AddSubscriber<UnitSucceeded, FollowSuccessor>().AddSubscriber<SettingChanged, RefreshAfterRules>()
            .AddSubscriber<CalendarChanged, RefreshAfterCalendar>().AddJob<RefreshTasks, RefreshTasksJob>(RefreshTasks.Kind);
    }
}
