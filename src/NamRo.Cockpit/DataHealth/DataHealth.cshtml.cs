using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Pages;

namespace NamRo.Cockpit;

/// <summary>What is missing, what that keeps the system from saying, and the step that mends it.</summary>
[RequirePermission(CockpitPermission.Health)]
internal sealed class DataHealthPage(DataHealthReader reader) : PageModel
{
    public IReadOnlyList<HealthCheck> Checks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Checks = await reader.ReadAsync(cancel);
}
