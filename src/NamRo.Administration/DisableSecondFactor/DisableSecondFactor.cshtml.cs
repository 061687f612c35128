using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Administration.Access;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

internal sealed class DisableSecondFactorPage(DisableSecondFactorHandler handler) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        return this.Answer(await handler.HandleAsync(new DisableSecondFactor(Input.Password), cancel), () =>
        {
            this.Tell("Đã tắt xác thực hai lớp.");
            return LocalRedirect("/tai-khoan");
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
