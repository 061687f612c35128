using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Events;
using NamRo.Kernel.Pages;
using NamRo.Ui.Lists;

namespace NamRo.Administration;

/// <summary>What happened in the ward, newest first, by person, act, object and time.</summary>
[RequirePermission(AdministrationPermission.ReadAudit)]
internal sealed class ReadAuditPage(AuditQuery audit, EventCatalogue catalogue) : PageModel
{
    public const int PageSize = 50;

    private const string BeforeNumber = "so";

    public ListQuery Query { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? OlderHref { get; private set; }

    public string ExportHref => Query.At("/quan-tri/nhat-ky/xuat", "dang", "csv");

    public IEnumerable<SelectListItem> Kinds => catalogue.Kinds.Select(kind => new SelectListItem(catalogue.TitleOf(kind), kind))
        .OrderBy(item => item.Text, StringComparer.CurrentCulture);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Query = ListQuery.From(Request);
        var before = long.TryParse(Query[BeforeNumber], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : long.MaxValue;
        var links = await audit.Find(Query).Where(row => row.Sequence < before).OrderByDescending(row => row.Sequence).Take(PageSize + 1)
            .Select(row => new { row.Sequence, row.At, row.ActorName, row.Kind, row.SubjectTitle }).ToListAsync(cancel);
        OlderHref = links.Count > PageSize ? Query.With(BeforeNumber, links[PageSize - 1].Sequence.ToString(CultureInfo.InvariantCulture))
            : null;
        Rows = [.. links.Take(PageSize)
            .Select(link => new Row(link.Sequence, AuditQuery.Show(link.At), link.ActorName, catalogue.TitleOf(link.Kind),
            link.SubjectTitle))];
    }

    public sealed record Row(long Sequence, string At, string Actor, string What, string Subject);
}
