using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NamRo.Administration.Domain;
using NamRo.Kernel.Events;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Time;
using NamRo.Ui;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

/// <summary>A new webhook; its secret is shown once.</summary>
[RequirePermission(AdministrationPermission.ManageTokens)]
internal sealed class CreateWebhookPage(CreateWebhookHandler handler, EventCatalogue catalogue, ModuleWords words, WardClock clock)
    : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public string? NewSecret { get; private set; }

    public IEnumerable<SelectListItem> Choices =>
        handler.OfferedKinds.Select(kind => new SelectListItem(words[catalogue.TitleOf(kind)], kind));

    public void OnGet() => Input = new Fields { Id = Guid.CreateVersion7(clock.Now) };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => !ModelState.IsValid ? this.Invalid()
        : this.Answer(await handler.HandleAsync(new CreateWebhook(Input.Id, Input.Name, Input.Address.Trim(), Input.Kinds), cancel),
            secret =>
            {
                NewSecret = secret;
                return secret is null ? LocalRedirect($"{ListWebhooksPage.Address}/{Input.Id}") : Page();
            });

    public sealed class Fields
    {
        /// <summary>Made when the form is shown, so that a double submit makes one webhook.</summary>
        public Guid Id { get; set; }

        [Required]
        [StringLength(Webhook.LongestName)]
        [Display(Name = "Tên phần mềm")]
        public string Name { get; set; } = "";

        [Required]
        [StringLength(Webhook.LongestAddress)]
        [Display(Name = "Địa chỉ nhận")]
        public string Address { get; set; } = "";

        [Display(Name = "Khi có sự kiện")]
        public List<string> Kinds { get; set; } = [];
    }
}
