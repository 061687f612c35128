using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

[RequirePermission(AdministrationPermission.ReadAudit)]
internal sealed class ReadAuditPage(AppDb database, EventCatalogue catalogue) : PageModel
{
    public const int PageSize = 50;

    /// <summary>Shows the events before this number; null: the newest.</summary>
    [BindProperty(SupportsGet = true, Name = "truoc")]
    public long? Before { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public long? NextBefore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var before = Before ?? long.MaxValue;
        var links = await database.Set<LoggedEvent>().AsNoTracking().Where(row => row.Sequence < before)
            .OrderByDescending(row => row.Sequence).Take(PageSize + 1).ToListAsync(cancel);
        NextBefore = links.Count > PageSize ? links[PageSize - 1].Sequence : null;
        Rows = [.. links.Take(PageSize).Select(link => new Row(link.Sequence, Show(link.At), link.ActorName, catalogue.TitleOf(link.Kind),
            link.SubjectTitle))];
    }

    private static string Show(DateTimeOffset at) => at.ToOffset(WardClock.Offset).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    public sealed record Row(long Sequence, string At, string Actor, string What, string Subject);
}
