using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Administration.Access;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

internal sealed class ChangePasswordPage(ChangePasswordHandler handler) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await handler.HandleAsync(new ChangePassword(Input.Current, Input.Chosen), cancel);
        return this.Answer(outcome, () =>
        {
            this.Tell("Đã đổi mật khẩu. Các phiên đăng nhập khác của tài khoản đã kết thúc.");
            return LocalRedirect("/");
        });
    }

    public sealed class Fields
    {
        [Required]
        [StringLength(PasswordRules.Longest)]
        [DataType(DataType.Password)]
        [Display(Name = "Mật khẩu hiện tại")]
        public string Current { get; set; } = "";

        [Required]
        [StringLength(PasswordRules.Longest)]
        [DataType(DataType.Password)]
        [Display(Name = "Mật khẩu mới")]
        public string Chosen { get; set; } = "";

        [DataType(DataType.Password)]
        [Display(Name = "Nhập lại mật khẩu mới")]
        [Compare(nameof(Chosen), ErrorMessage = "Hai lần nhập mật khẩu mới không giống nhau.")]
        public string Repeated { get; set; } = "";
    }
}
