using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Pages;

namespace NamRo.Administration;

/// <summary>One event with what it changed, before and after.</summary>
[RequirePermission(AdministrationPermission.ReadAudit)]
internal sealed class ShowEventPage(AppDb database, EventCatalogue catalogue) : PageModel
{
    public LoggedEvent Link { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public IReadOnlyList<ChangedRow> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long sequence, CancellationToken cancel)
    {
        var link = await database.Set<LoggedEvent>().AsNoTracking().SingleOrDefaultAsync(row => row.Sequence == sequence, cancel);
        if (link is null)
        {
            return NotFound();
        }

        (Link, Title) = (link, catalogue.TitleOf(link.Kind));
        using var changes = JsonDocument.Parse(link.Changes);
        Changes = [.. changes.RootElement.EnumerateArray().Select(Read)];
        return Page();
    }

    private static ChangedRow Read(JsonElement row)
    {
        var (before, after) = (Values(row.GetProperty("before")), Values(row.GetProperty("after")));
        return new ChangedRow(row.GetProperty("table").GetString() ?? "", [.. before.Keys.Union(after.Keys)
            .Select(name => new ChangedField(name, before.GetValueOrDefault(name, ""), after.GetValueOrDefault(name, "")))]);
    }

    private static Dictionary<string, string> Values(JsonElement values) =>
        values.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ToString(), StringComparer.Ordinal);

    public sealed record ChangedRow(string Table, IReadOnlyList<ChangedField> Fields);

    public sealed record ChangedField(string Name, string Before, string After);
}
