using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Pages;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

[RequirePermission(AdministrationPermission.WritePeople)]
internal sealed class ResetSecondFactorPage(ResetSecondFactorHandler handler, PersonReader reader) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public string PersonName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        return !ModelState.IsValid ? this.Invalid()
            : this.Answer(await handler.HandleAsync(new ResetSecondFactor(Id, Input.Reason), cancel), () =>
            {
                this.TellWith($"Đã đặt lại xác thực hai lớp của {PersonName}.");
                return LocalRedirect($"/quan-tri/can-bo/{Id}");
            });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var person = await reader.FindAsync(Id, cancel);
        PersonName = person?.FullName ?? "";
        return person?.AccountId is not null;
    }

    public sealed class Fields
    {
        [Required]
        [StringLength(500, MinimumLength = 5)]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Lý do")]
        public string Reason { get; set; } = "";
    }
}
