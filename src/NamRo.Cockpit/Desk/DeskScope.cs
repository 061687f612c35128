using NamRo.Kernel.Tenancy;
using NamRo.Targets.Contracts;
using NamRo.Work.Contracts;

namespace NamRo.Cockpit.Desk;

/// <summary>From whose seat the desk is seen.</summary>
internal enum DeskView
{
    /// <summary>The whole ward: chair, secretariat.</summary>
    Ward,

    /// <summary>The units one works in.</summary>
    Unit,

    /// <summary>One's own work.</summary>
    Mine,
}

/// <summary>What the desk is about, never more than the user may see.</summary>
internal sealed record DeskScope(DeskView View, IReadOnlyList<Guid> UnitIds, Guid? PersonId)
{
    /// <summary>The seats the user may take, the widest first.</summary>
    public static IReadOnlyList<DeskView> ViewsOf(CurrentUser user)
    {
        var views = new List<DeskView>();
        if (user.May(CockpitPermission.ReadAllTasks))
        {
            views.Add(DeskView.Ward);
        }

        if (user.UnitIds.Count > 0)
        {
            views.Add(DeskView.Unit);
        }

        if (user.PersonId is not null)
        {
            views.Add(DeskView.Mine);
        }

        return views;
    }

    /// <summary>The seat asked for if it is the user's, else their widest; null: none.</summary>
    public static DeskScope? Of(CurrentUser user, string? asked)
    {
        var views = ViewsOf(user);
        var view = views.Where(one => Code(one) == asked).Select(one => (DeskView?)one).FirstOrDefault()
            ?? views.Select(one => (DeskView?)one).FirstOrDefault();
        return view is { } found ? new DeskScope(found, user.UnitIds, user.PersonId) : null;
    }

    /// <summary>Its name in the address.</summary>
    public static string Code(DeskView view) => view switch
    {
        DeskView.Ward => "phuong",
        DeskView.Unit => "don-vi",
        _ => "cua-toi",
    };

    public IQueryable<TaskRow> Tasks(IQueryable<TaskRow> rows) => View switch
    {
        DeskView.Ward => rows,
        DeskView.Unit => rows.Where(row => (row.LeadUnitId != null && UnitIds.Contains(row.LeadUnitId.Value))
            || (row.HolderUnitId != null && UnitIds.Contains(row.HolderUnitId.Value))),
        _ => rows.Where(row => row.ResponsiblePersonId == PersonId || row.LeaderPersonId == PersonId || row.HolderPersonId == PersonId),
    };

    /// <summary>An officer answers for the targets of their unit.</summary>
    public IQueryable<TargetRow> Targets(IQueryable<TargetRow> rows) => View == DeskView.Ward
        ? rows.Where(row => row.EndedOn == null)
        : rows.Where(row => row.EndedOn == null && row.LeadUnitId != null && UnitIds.Contains(row.LeadUnitId.Value));

    public IQueryable<ObligationRow> Obligations(IQueryable<ObligationRow> rows) => View switch
    {
        DeskView.Ward => rows,
        DeskView.Unit => rows.Where(row => row.UnitId != null && UnitIds.Contains(row.UnitId.Value)),
        _ => rows.Where(row => row.ResponsiblePersonId == PersonId),
    };

    /// <summary>The address of the list of tasks behind a number of this seat.</summary>
    public string TasksHref(string query = "")
    {
        var path = View switch
        {
            DeskView.Ward => "/nhiem-vu",
            DeskView.Unit => "/nhiem-vu/don-vi",
            _ => "/nhiem-vu/cua-toi",
        };
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    public string TargetsHref(string query = "")
    {
        var unit = View != DeskView.Ward && UnitIds.Count == 1 ? $"don-vi={UnitIds[0]}" : "";
        var whole = string.Join('&', new[] { unit, query }.Where(part => part.Length > 0));
        return whole.Length == 0 ? "/chi-tieu" : $"/chi-tieu?{whole}";
    }
}
