using NamRo.Kernel.Data;
using NamRo.Kernel.Tenancy;
using NamRo.Work.Domain;

namespace NamRo.Work.Access;

/// <summary>What the user may do with one task: the role's permission, and being of the unit that has it.</summary>
internal sealed class TaskRights(CurrentPerson person, Me me, WorkTask task)
{
    private bool IsOfLeadUnit => (task.LeadUnitId is { } unit && me.UnitIds.Contains(unit)) || IsResponsible;

    private bool IsResponsible => task.ResponsiblePersonId is { } one && me.PersonIds.Contains(one);

    private bool TakesPart => IsOfLeadUnit || task.CoUnits.Exists(unit => me.UnitIds.Contains(unit.UnitId));

    /// <summary>To another unit, another leader.</summary>
    public bool MayAssign => person.May(WorkPermission.Assign) && (me.SeesAll || IsOfLeadUnit);

    /// <summary>Not only within the user's own unit.</summary>
    public bool MayMoveUnit => person.May(WorkPermission.Assign) && me.SeesAll;

    /// <summary>Also the secretariat, for a unit without the network.</summary>
    public bool MayReport => person.May(WorkPermission.Report) && (me.SeesAll || TakesPart);

    public bool MayReceive => person.May(WorkPermission.Report) && IsOfLeadUnit;

    public bool MaySubmit => person.May(WorkPermission.Report) && (me.SeesAll || IsOfLeadUnit);

    public bool MayAccept => (person.May(WorkPermission.Accept) && (me.SeesAll || IsOfLeadUnit))
        || Deputises(WorkPermission.Accept, absent => Leads(absent) || (task.LeadUnitId is { } unit && absent.UnitIds.Contains(unit)));

    public bool MayDecide => person.May(WorkPermission.Decide) || Deputises(WorkPermission.Decide, Leads);

    /// <summary>The secretariat, for a unit that comes late.</summary>
    public bool MayReopenPeriods => MayMoveUnit;

    /// <summary>Whether somebody is away for whom the user acts, who holds the permission and whose task this is to decide.</summary>
    private bool Deputises(string permission, Func<UserAccess, bool> isTheirs) =>
        me.Absent.Any(absent => absent.Permissions.Contains(permission) && isTheirs(absent));

    private bool Leads(UserAccess absent) => task.LeaderPersonId is { } leader && leader == absent.PersonId;

    /// <summary>One's own, or as a leader.</summary>
    public bool MayRevoke(TaskEntry entry) => entry.RevokedAt is null
        && ((entry.AuthorId is { } author && author == me.AccountId) || MayDecide);
}

/// <summary>
/// Which tasks a person sees: leaders all, others those of their units and those they carry out, answer for or have a
/// step in.
/// </summary>
internal static class TaskVisibility
{
    public static IQueryable<WorkTask> VisibleTo(this IQueryable<WorkTask> tasks, Me me, AppDb database)
    {
        if (me.SeesAll)
        {
            return tasks;
        }

        var (units, people) = (me.SeenUnitIds, me.PersonIds);
        // One index for each way of having to do with a task; conditions joined by "or" would read the ward's every task.
        var all = database.Set<WorkTask>();
        var seen = all.Where(row => row.LeadUnitId != null && units.Contains(row.LeadUnitId.Value)).Select(row => row.Id)
            .Union(database.Set<TaskCoUnit>().Where(unit => units.Contains(unit.UnitId)).Select(unit => unit.TaskId))
            .Union(all.Where(row => row.ResponsiblePersonId != null && people.Contains(row.ResponsiblePersonId.Value))
                .Select(row => row.Id))
            .Union(all.Where(row => row.LeaderPersonId != null && people.Contains(row.LeaderPersonId.Value)).Select(row => row.Id))
            .Union(database.Set<TaskStep>().Where(step => step.RevokedAt == null && step.AssigneePersonId != null
                && people.Contains(step.AssigneePersonId.Value)).Select(step => step.TaskId));
        return tasks.Where(task => seen.Contains(task.Id));
    }
}
