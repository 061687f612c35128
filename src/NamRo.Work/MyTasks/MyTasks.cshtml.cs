using NamRo.Kernel.Pages;
using NamRo.Work.Lists;

namespace NamRo.Work;

/// <summary>What the user carries out, and the steps they have.</summary>
[RequirePermission(WorkPermission.Report)]
internal sealed class MyTasksPage(ListContext context) : TaskListPage(context)
{
    public override TaskScope Scope => TaskScope.Mine;
}
