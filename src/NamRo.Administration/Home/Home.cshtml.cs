using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

/// <summary>Where everyone lands after signing in.</summary>
internal sealed class HomePage(CurrentWard ward, WardClock clock) : PageModel
{
    public bool HasWard => ward.IsChosen;

    public string Lead => clock.Today.ToString("dddd, d/M/yyyy", CultureInfo.CurrentCulture) + (HasWard ? " · " + ward.Name : "");
}
