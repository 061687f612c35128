using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Measures;
using NamRo.Schedule;
using NamRo.Ui.Charts;
using NamRo.Ui.Lists;

namespace NamRo.Cockpit;

/// <summary>One figure: its sentence, its value by month, and the very rows that were counted.</summary>
[RequirePermission(CockpitPermission.ReadMeasures)]
internal sealed class ShowMeasurePage(MeasureBook book, MeasureRunner runner, CurrentUser user, WardClock clock) : PageModel
{
    private const int MonthsShown = 12;
    private const int RowsShown = 50;

    /// <summary>Value of <see cref="Part"/> for the rows that meet a share's condition.</summary>
    public const string Met = "dat";

    /// <summary>Value of <see cref="Part"/> for those that do not.</summary>
    public const string Rest = "con-lai";

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Such as "2026-M5" or "2026-Q2"; the running month when empty.</summary>
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? PeriodCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "phan")]
    public string? Part { get; set; }

    /// <summary>Which of the expression's counts the rows are of, from 0.</summary>
    [BindProperty(SupportsGet = true, Name = "dem")]
    public int Index { get; set; }

    public NamedMeasure Measure { get; private set; } = null!;

    public ReportingPeriod Named { get; private set; }

    public MeasurePeriod Period { get; private set; } = null!;

    public MeasureValue Value { get; private set; } = MeasureValue.None;

    /// <summary>Null: the figure speaks of today, whatever the month.</summary>
    public ChartModel? Chart { get; private set; }

    public IReadOnlyList<CountedRow> Rows { get; private set; } = [];

    /// <summary>Where the next rows begin; null: these are the last.</summary>
    public string? NextHref { get; private set; }

    public Aggregate Counted => Measure.Measure.Aggregates[Index];

    public bool MayWrite => Measure.Id is not null && user.May(CockpitPermission.WriteMeasures);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await book.FindAsync(Code, cancel) is not { } measure || !runner.MayRead(measure.Measure))
        {
            return NotFound();
        }

        Measure = measure;
        Index = Math.Clamp(Index, 0, measure.Measure.Aggregates.Count - 1);
        Named = ReportingPeriod.FromCode(PeriodCode) ?? PeriodRules.Calendar.On(PeriodKind.Month, clock.Today);
        var span = PeriodRules.Calendar.SpanOf(Named);
        Period = new MeasurePeriod(span.From, span.To);
        Value = await runner.TakeAsync(measure.Measure, Period, cancel);
        Chart = measure.Measure.UsesPeriod ? await DrawAsync(cancel) : null;
        await ListAsync(cancel);
        return Page();
    }

    public string AddressOf(string? part, int index) => string.Create(CultureInfo.InvariantCulture,
        $"/cach-tinh/{Code}?ky={Named.Code}&phan={part}&dem={index}");

    private async Task<ChartModel> DrawAsync(CancellationToken cancel)
    {
        var months = Enumerable.Range(1 - MonthsShown, MonthsShown).Select(shift => MeasurePeriod.MonthOf(Period.To.AddMonths(shift)))
            .ToList();
        var values = new List<decimal?>();
        foreach (var month in months)
        {
            values.Add((await runner.TakeAsync(Measure.Measure, month, cancel)).Value);
        }

        return new ChartModel(ChartKind.Line, Measure.Title, "Tháng",
            months.ConvertAll(month => month.From.ToString("M/yyyy", CultureInfo.InvariantCulture)),
            [new ChartSeries(Measure.Title, values.ConvertAll(value => value is { } known ? Math.Round(known, 2) : (decimal?)null))])
        {
            Target = Measure.Goal,
            Unit = Measure.Measure.IsShare ? "%" : null,
        };
    }

    private async Task ListAsync(CancellationToken cancel)
    {
        (string, Guid)? after = Cursor.TryDecode(Request.Query["after"], out var cursor) ? (cursor.Value ?? "", cursor.Id) : null;
        bool? isPart = Part switch
        {
            Met => true,
            Rest => false,
            _ => null,
        };
        var rows = await runner.ListAsync(Counted, isPart, Period, after, RowsShown + 1, cancel);
        Rows = rows.Count > RowsShown ? rows[..RowsShown] : rows;
        NextHref = rows.Count > RowsShown ? $"{AddressOf(Part, Index)}&after={new Cursor(Rows[^1].Title, Rows[^1].Key).Encode()}" : null;
    }
}
