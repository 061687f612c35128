using Microsoft.AspNetCore.Mvc;
using NamRo.Kernel.Pages;
using NamRo.Work.Access;
using NamRo.Work.Acts;

namespace NamRo.Work;

[RequirePermission(WorkPermission.Report)]
internal sealed class ConfirmReceiptPage(ConfirmReceiptHandler handler, ActContext context) : TaskActPage(context)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync(() => handler.HandleAsync(new ConfirmReceipt(Id, EntryId), cancel), "Đã tiếp nhận nhiệm vụ.", cancel);

    protected override bool Allows(TaskRights rights) => rights.MayReceive;
}
