using NamRo.Kernel.Pages;
using NamRo.Work.Lists;

namespace NamRo.Work;

/// <summary>Every task that the user may see.</summary>
[RequirePermission(WorkPermission.Read)]
internal sealed class ListTasksPage(ListContext context) : TaskListPage(context)
{
    public override TaskScope Scope => TaskScope.All;
}
