using System.Globalization;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Sheets;
using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Targets.Standings;

namespace NamRo.Targets;

/// <summary>A unit's month as a spreadsheet: what is exported can be filled in and imported again.</summary>
internal static class FigureSheet
{
    private static readonly SheetColumn Key = new("Mã số liệu") { IsHidden = true, IsRequired = true };
    private static readonly SheetColumn Name = new("Chỉ tiêu") { Width = 70, IsWrapped = true };
    private static readonly SheetColumn Period = new("Kỳ") { Width = 14, IsRequired = true };
    private static readonly SheetColumn MeasureUnit = new("Đơn vị tính") { Width = 14 };
    private static readonly SheetColumn Former = new("Kỳ trước", SheetKind.Number) { Width = 12 };
    private static readonly SheetColumn Numerator = new("Tử số", SheetKind.Number) { Width = 12 };
    private static readonly SheetColumn Denominator = new("Mẫu số", SheetKind.Number) { Width = 12 };
    private static readonly SheetColumn Value = new("Giá trị", SheetKind.Number) { Width = 12 };
    private static readonly SheetColumn Nothing = new("Không phát sinh") { Width = 16, Choices = ["có"] };

    public static IReadOnlyList<SheetColumn> Columns { get; } =
        [Key, Name, Period, MeasureUnit, Former, Numerator, Denominator, Value, Nothing];

    public static object?[] Row(FigureGridLine line) =>
    [
        line.Series.Id.ToString(CultureInfo.InvariantCulture), line.Series.Name, line.Period.Code, line.Series.MeasureUnit,
        line.Former?.Value, line.Figure?.IsNothing() == true ? null : line.Figure?.Numerator,
        line.Figure?.IsNothing() == true ? null : line.Figure?.Denominator, line.Figure is { Numerator: null } ? line.Figure.Value : null,
        line.Figure?.IsNothing() == true ? "có" : null,
    ];

    /// <summary>What a filled-in sheet would do to the lines of the grid.</summary>
    public static ImportPlan<FigureInput> Plan(SheetContent content, IReadOnlyList<FigureGridLine> lines)
    {
        var byKey = lines.ToDictionary(line => (line.Series.Id.ToString(CultureInfo.InvariantCulture), line.Period.Code));
        return content.Plan(row => PlanRow(row, byKey));
    }

    private static PlannedRow<FigureInput>? PlanRow(SheetRow row, Dictionary<(string, string), FigureGridLine> lines)
    {
        if (!lines.TryGetValue((row.Text(Key), row.Text(Period)), out var line))
        {
            row.Refuse(null, "Dòng này không thuộc đơn vị và kỳ đã chọn. Hãy dùng tệp mẫu của đúng đơn vị, đúng kỳ.");
            return null;
        }

        var read = row.YesNo(Nothing) ? Figure.NothingArose
            : Figure.Read(line.Series.Kind, row.Decimal(Numerator), row.Decimal(Denominator), row.Decimal(Value));
        if (read is Outcome<Figure?>.Refused refused)
        {
            row.Refuse(Value, refused.Refusal.Message);
            return null;
        }

        return read is Outcome<Figure?>.Done { Value: { } figure } ? Change(row, line, figure) : null;
    }

    private static PlannedRow<FigureInput>? Change(SheetRow row, FigureGridLine line, Figure figure)
    {
        var change = line.Figure is null ? RowChange.New : line.Figure.AsFigure() == figure ? RowChange.Same : RowChange.Changed;
        if (change != RowChange.Same && !line.IsOpen)
        {
            row.Refuse(Value, line.IsClosed ? "Kỳ này đã khóa." : "Số này đã được xác nhận; hãy sửa bằng “Đính chính” có lý do.");
            return null;
        }

        var detail = $"{Show(line.Figure?.AsFigure(), line.Series)} → {Show(figure, line.Series)}";
        return new(row.Number, line.Series.Name, change, detail, new(line.Series.Id, line.Period.Start, figure, line.Figure?.Number));
    }

    private static string Show(Figure? figure, Series series) => figure switch
    {
        null => "chưa có",
        { Value: null } => "không phát sinh",
        { Value: { } value } => FigureWords.Show(value, series.Kind == FigureKind.YesNo ? null : series.MeasureUnit),
    };
}
