using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Ui.Flash;
using NamRo.Ui.Forms;

namespace NamRo.Plans;

[RequirePermission(PlansPermission.ReviewPlans)]
internal sealed class CreatePlanPage(CreatePlanHandler handler, CurrentWard ward, WardClock clock) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public void OnGet() => (Input.Id, Input.Authority) = (Guid.CreateVersion7(clock.Now), $"Ủy ban nhân dân {ward.Name}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        return this.Answer(await handler.HandleAsync(new CreatePlan(Input.Id, Input.Apply(null)), cancel), () =>
        {
            this.Tell("Đã mở kế hoạch. Hãy nhập từng nhiệm vụ, chỉ tiêu.");
            return LocalRedirect($"/ke-hoach/{Input.Id}/duyet");
        });
    }

    public sealed class Fields : HeaderFields
    {
        /// <summary>Made when the form is shown, so that a double submit makes one plan.</summary>
        public Guid Id { get; set; }
    }
}
