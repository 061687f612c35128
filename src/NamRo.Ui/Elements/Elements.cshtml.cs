using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;
using NamRo.Ui.Lists;
using NamRo.Ui.Parts;

namespace NamRo.Ui.Elements;

/// <summary>
/// Every element of the interface on one page, for developers and for the tests of accessibility. Not there in production.
/// </summary>
[AllowAnonymous]
public sealed class ElementsPage(IHostEnvironment environment, IConfiguration configuration) : PageModel
{
    [BindProperty]
    public SampleInput Input { get; set; } = new();

    public IReadOnlyList<Crumb> Crumbs { get; } = [new("Bàn điều hành", "/"), new("Quản trị", "/quan-tri")];

    public ListQuery Query => ListQuery.From(Request);

    public KeysetPage<SampleRow> Rows => SampleRow.Page(Query);

    public override void OnPageHandlerSelected(PageHandlerSelectedContext context) =>
        ViewData["IsShown"] = environment.IsDevelopment() || configuration.GetValue("Ui:ShowElements", false);

    public IActionResult OnGet() => IsShown ? Page() : NotFound();

    public IActionResult OnPost()
    {
        if (!IsShown)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        this.TellWith($"Đã lưu đơn vị “{Input.Name}”.", undoAction: "/elements?handler=Undo");
        return RedirectToPage();
    }

    public IActionResult OnPostUndo()
    {
        this.Tell("Đã hoàn tác.");
        return RedirectToPage();
    }

    private bool IsShown => ViewData["IsShown"] is true;
}
