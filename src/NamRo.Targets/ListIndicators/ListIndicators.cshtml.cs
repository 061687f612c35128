using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Ui.Lists;
using NamRo.Ui.Parts;

namespace NamRo.Targets;

/// <summary>The catalogue of canonical indicators, and which of the ward's targets are measured by them. A short list: one page.</summary>
[RequirePermission(TargetsPermission.Read)]
internal sealed class ListIndicatorsPage(AppDb database) : PageModel
{
    public const string TextFilter = "tu-khoa";

    public const int Most = 500;

    public static IReadOnlyList<Crumb> Crumbs { get; } = [new("Chỉ tiêu", "/chi-tieu")];

    public ListQuery Query { get; private set; } = null!;

    public IReadOnlyList<Indicator> Rows { get; private set; } = [];

    public ILookup<int, TargetRow> Targets { get; private set; } = Array.Empty<TargetRow>().ToLookup(row => 0);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Query = ListQuery.From(Request);
        var sought = VietnameseText.WithoutAccents(Query[TextFilter] ?? "");
        Rows = [.. (await database.Set<Indicator>().AsNoTracking().OrderBy(row => row.Id).Take(Most).ToListAsync(cancel))
            .Where(row => VietnameseText.WithoutAccents($"{row.Code} {row.Name} {row.Definition}")
                .Contains(sought, StringComparison.Ordinal))];
        Targets = (await database.Set<TargetRow>().AsNoTracking().Where(row => row.IndicatorId != null && row.EndedOn == null)
            .ToListAsync(cancel)).ToLookup(row => row.IndicatorId!.Value);
    }
}
