using NamRo.Kernel.Pages;
using NamRo.Work.Lists;

namespace NamRo.Work;

/// <summary>What the user's units lead or take part in.</summary>
[RequirePermission(WorkPermission.Read)]
internal sealed class UnitTasksPage(ListContext context) : TaskListPage(context)
{
    public override TaskScope Scope => TaskScope.Unit;
}
