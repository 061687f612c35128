using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Administration.Access;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

internal sealed class RenewRecoveryCodesPage(RenewRecoveryCodesHandler handler) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Set in the answer to the post, and never again.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        Response.Headers.CacheControl = "no-store";
        var outcome = await handler.HandleAsync(new RenewRecoveryCodes(Input.Password), cancel);
        return this.Answer(outcome, codes =>
        {
            RecoveryCodes = codes;
            return Page();
        });
    }

    public sealed class Fields
    {
        [Required]
        [StringLength(PasswordRules.Longest)]
        [DataType(DataType.Password)]
        [Display(Name = "Mật khẩu hiện tại")]
        public string Password { get; set; } = "";
    }
}
