using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NamRo.Administration.Domain;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Ui;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

/// <summary>A new key for another program; shown once.</summary>
[RequirePermission(AdministrationPermission.ManageTokens)]
internal sealed class CreateTokenPage(CreateTokenHandler handler, ModuleWords words, WardClock clock) : PageModel
{
    private const int UsualDays = 90;

    [BindProperty]
    public Fields Input { get; set; } = new();

    public string? NewToken { get; private set; }

    public IEnumerable<SelectListItem> Choices => handler.Offered.Select(permission => new SelectListItem(words[permission.Title],
        permission.Code));

    public void OnGet() => Input = new Fields { Id = Guid.CreateVersion7(clock.Now), ExpiresOn = clock.Today.AddDays(UsualDays) };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => !ModelState.IsValid ? this.Invalid()
        : this.Answer(await handler.HandleAsync(
            new CreateToken(Input.Id, Input.Name, Input.Permissions, Input.ExpiresOn!.Value), cancel), token =>
        {
            NewToken = token;
            return token is null ? LocalRedirect(ListTokensPage.Address) : Page();
        });

    public sealed class Fields
    {
        /// <summary>Made when the form is shown, so that a double submit makes one key.</summary>
        public Guid Id { get; set; }

        [Required]
        [StringLength(ApiToken.LongestName)]
        [Display(Name = "Tên phần mềm")]
        public string Name { get; set; } = "";

        [Required]
        [Display(Name = "Dùng đến hết ngày")]
        public DateOnly? ExpiresOn { get; set; }

        [Display(Name = "Được làm gì")]
        public List<string> Permissions { get; set; } = [];
    }
}
