using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Notices;

namespace NamRo.Administration;

/// <summary>Marks a notice as read and leads to where the person acts.</summary>
internal sealed class OpenNoticePage(NoticeReader notices) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await notices.OpenAsync(id, cancel) is { } href ? LocalRedirect(href) : NotFound();
}
