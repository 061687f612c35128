using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NamRo.Administration.Access;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

[AllowAnonymous]
internal sealed class SignInPage(SignInHandler handler, SignInWithPasskeyHandler passkeys,
    IOptionsMonitor<ProviderOptions> provider) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnPath { get; set; }

    /// <summary>Words of the way through the city's sign-in service; null: there is none.</summary>
    public string? ProviderTitle => provider.CurrentValue is { IsEnabled: true } options ? options.Title : null;

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.MakeOptionsAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm(Name = "Credential")] string? credential, CancellationToken cancel)
    {
        ModelState.Clear();
        return this.Answer(await passkeys.HandleAsync(new SignInWithPasskey(credential ?? ""), cancel),
            () => LocalRedirect(Url.IsLocalUrl(ReturnPath) ? ReturnPath : "/"));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await handler.HandleAsync(new SignIn(Input.UserName, Input.Password), cancel);
        var after = Url.IsLocalUrl(ReturnPath) ? ReturnPath : "/";
        return this.Answer(outcome, step => LocalRedirect(step == SignInStep.SecondFactor
            ? "/dang-nhap/xac-thuc?ve=" + Uri.EscapeDataString(after) : after));
    }

    public sealed class Fields
    {
        [Required]
        [StringLength(256)]
        [Display(Name = "Tên đăng nhập")]
        public string UserName { get; set; } = "";

        [Required]
        [StringLength(PasswordRules.Longest)]
        [DataType(DataType.Password)]
        [Display(Name = "Mật khẩu")]
        public string Password { get; set; } = "";
    }
}
