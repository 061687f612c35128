using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Administration.Access;
using NamRo.Kernel.Outcomes;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

[AllowAnonymous]
internal sealed class VerifySecondFactorPage(VerifySecondFactorHandler handler, PendingSignIn pending) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnPath { get; set; }

    public async Task<IActionResult> OnGetAsync() => await pending.FindAsync() is null ? StartAgain() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await handler.HandleAsync(new VerifySecondFactor(Input.Code), cancel);
        return outcome is Outcome.NotFound ? StartAgain()
            : this.Answer(outcome, () => LocalRedirect(Url.IsLocalUrl(ReturnPath) ? ReturnPath : "/"));
    }

    private LocalRedirectResult StartAgain() => LocalRedirect("/dang-nhap");

    public sealed class Fields
    {
        [Required]
        [StringLength(SecondFactorCode.Longest)]
        [Display(Name = "Mã xác thực hoặc mã dự phòng")]
        public string Code { get; set; } = "";
    }
}
