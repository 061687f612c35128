using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Administration.Access;
using NamRo.Ui.Forms;

namespace NamRo.Administration;

internal sealed class EnableSecondFactorPage(EnableSecondFactorHandler handler) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public AuthenticatorKey? Key { get; private set; }

    /// <summary>Set in the answer that turned the second factor on, and never again.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : LocalRedirect("/tai-khoan");

    public async Task<IActionResult> OnPostBeginAsync()
    {
        ModelState.Clear();
        return this.Answer(await handler.BeginAsync(), () => LocalRedirect("/tai-khoan/xac-thuc-hai-lop"));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync())
        {
            return LocalRedirect("/tai-khoan");
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await handler.HandleAsync(new EnableSecondFactor(Input.Code), cancel);
        return this.Answer(outcome, codes =>
        {
            RecoveryCodes = codes;
            return Page();
        });
    }

    private async Task<bool> LoadAsync()
    {
        Response.Headers.CacheControl = "no-store";
        Key = await handler.FindKeyAsync();
        return Key is not null;
    }

    public sealed class Fields
    {
        [Required]
        [StringLength(SecondFactorCode.Longest)]
        [Display(Name = "Mã 6 số trong ứng dụng")]
        public string Code { get; set; } = "";
    }
}
