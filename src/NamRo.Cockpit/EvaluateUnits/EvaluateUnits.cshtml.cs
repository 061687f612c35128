using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NamRo.Cockpit.Scores;
using NamRo.Kernel.Data;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Measures;

namespace NamRo.Cockpit;

/// <summary>Units and their heads by what the rows say; those without enough data are named, not ranked.</summary>
[RequirePermission(CockpitPermission.ReadScores)]
internal sealed class EvaluateUnitsPage(ScoreReader reader, AppDb database, CurrentUser user, WardClock clock) : PageModel
{
    private const int MostAppeals = 20;

    public IReadOnlyList<Scorecard> Units { get; private set; } = [];

    public IReadOnlyList<Scorecard> Heads { get; private set; } = [];

    public WeightSet? Decision { get; private set; }

    public Weights Weights { get; private set; } = Weights.Default;

    public IReadOnlyList<NamedMeasure> Criteria { get; private set; } = [];

    public IReadOnlyList<Appeal> Appeals { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public bool MayWeigh => user.May(CockpitPermission.WriteWeights);

    public bool MayAppeal(Guid unit) => user.May(CockpitPermission.Appeal) && user.UnitIds.Contains(unit);

    public string NameOf(Guid unit) => Units.FirstOrDefault(score => score.Facts.Id == unit)?.Facts.Name ?? "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Decision = await reader.FindWeightsAsync(cancel);
        Weights = Decision?.AsWeights() ?? Weights.Default;
        Criteria = [.. ScoreReader.Criteria.Select(reader.Of)];
        var (units, heads) = await reader.ReadAsync(MeasurePeriod.MonthOf(clock.Today), cancel);
        (Units, Heads) = (Scoring.Rank(units, Weights), Scoring.Rank(heads, Weights));
        Appeals = await database.Set<Appeal>().AsNoTracking().OrderByDescending(row => row.MadeAt).Take(MostAppeals).ToListAsync(cancel);
    }
}
