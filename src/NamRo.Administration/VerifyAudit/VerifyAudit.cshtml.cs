using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Events;
using NamRo.Kernel.Pages;
using NamRo.Ui.Parts;

namespace NamRo.Administration;

/// <summary>Recomputes the whole chain and says whether it is whole.</summary>
[RequirePermission(AdministrationPermission.ReadAudit)]
internal sealed class VerifyAuditPage(EventVerifier verifier) : PageModel
{
    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Nhật ký", "/quan-tri/nhat-ky")];

    public ChainReport? Report { get; private set; }

    public async Task OnPostAsync(CancellationToken cancel) => Report = await verifier.VerifyAsync(cancel);
}
