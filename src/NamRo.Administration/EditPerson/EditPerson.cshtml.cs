using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Administration.Domain;
using NamRo.Kernel.Pages;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

[RequirePermission(AdministrationPermission.WritePeople)]
internal sealed class EditPersonPage(EditPersonHandler handler, PersonReader reader) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var person = await reader.FindAsync(Id, cancel);
        if (person is null)
        {
            return NotFound();
        }

        Input = new Fields { FullName = person.FullName, Email = person.Email, Phone = person.Phone };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        return this.Answer(await handler.HandleAsync(new EditPerson(Id, Input.FullName, Input.Email, Input.Phone), cancel), () =>
        {
            this.Tell("Đã lưu.");
            return LocalRedirect($"/quan-tri/can-bo/{Id}");
        });
    }

    public sealed class Fields
    {
        [Required]
        [StringLength(Person.LongestName)]
        [Display(Name = "Họ và tên")]
        public string FullName { get; set; } = "";

        [EmailAddress]
        [StringLength(254)]
        [Display(Name = "Thư điện tử công vụ")]
        public string? Email { get; set; }

        [StringLength(30)]
        [DataType(DataType.PhoneNumber)]
        [Display(Name = "Điện thoại")]
        public string? Phone { get; set; }
    }
}
