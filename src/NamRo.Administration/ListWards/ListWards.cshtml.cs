using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Language;
using NamRo.Ui.Lists;

namespace NamRo.Administration;

/// <summary>The communes of the city and which of them use the system.</summary>
[RequirePermission(AdministrationPermission.ReadWards)]
internal sealed class ListWardsPage(AppDb database, CurrentUser user) : PageModel
{
    /// <summary>A city has one or two hundred communes; beyond this the list is cut.</summary>
    private const int MostShown = 500;

    public ListQuery Query { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int OpenCount { get; private set; }

    public int TotalCount { get; private set; }

    public bool MayEnter => user.May(AdministrationPermission.EnterWards);

    public bool MayOpen => user.May(AdministrationPermission.WriteWards);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Query = ListQuery.From(Request);
        var all = await (from commune in database.Set<Commune>().AsNoTracking()
                         join ward in database.Set<WardRecord>() on commune.Code equals ward.Code into wards
                         from ward in wards.DefaultIfEmpty()
                         orderby commune.FullName
                         select new Row(commune.Code, commune.FullName, ward == null ? null : ward.Id)).Take(MostShown).ToListAsync(cancel);
        (TotalCount, OpenCount) = (all.Count, all.Count(row => row.WardId is not null));
        var sought = Query["ten"] is { } name ? VietnameseText.WithoutAccents(name) : "";
        Rows = [.. all.Where(row => VietnameseText.WithoutAccents(row.Name).Contains(sought, StringComparison.Ordinal))];
    }

    public sealed record Row(string Code, string Name, Guid? WardId);
}
