using System.Globalization;
using NamRo.Language;

namespace NamRo.Kernel.Sheets;

/// <summary>
/// A row of a sheet that was read. The typed readers note an error on the row when the cell does not fit, and return nothing; so a whole
/// file is checked in one go.
/// </summary>
public sealed class SheetRow
{
    private static readonly string[] DateForms =
        ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy/M/d", "d/M/yyyy H:m", "d/M/yyyy H:m:s", "yyyy-M-d H:m:s"];

    private readonly IReadOnlyDictionary<SheetColumn, object> cells;
    private readonly List<RowError> errors = [];

    internal SheetRow(int number, IReadOnlyDictionary<SheetColumn, object> cells)
    {
        Number = number;
        this.cells = cells;
    }

    /// <summary>As in the margin of the spreadsheet.</summary>
    public int Number { get; }

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<RowError> Errors => errors;

    /// <summary>Notes an error of the module's own.</summary>
    public void Refuse(SheetColumn? column, string message) => errors.Add(new RowError(Number, column?.Title, message));

    /// <summary>
    /// The cell as one line of text, "" if empty. A required column refuses the empty cell, every column what is too long.
    /// </summary>
    public string Text(SheetColumn column, int longest = SheetText.LongestCell)
    {
        ArgumentNullException.ThrowIfNull(column);
        var text = VietnameseText.Normalize(Shown(column));
        if (text.Length == 0 && column.IsRequired)
        {
            Refuse(column, "chưa có giá trị.");
        }
        else if (text.Length > longest)
        {
            Refuse(column, $"dài {text.Length} ký tự; chỉ nhận đến {longest}.");
            return "";
        }

        return text;
    }

    /// <summary>
    /// A number, written as one or in the Vietnamese way ("1.234,5", "12,5%"). In a percent column 12,5 % is 12.5.
    /// </summary>
    public decimal? Decimal(SheetColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (cells.GetValueOrDefault(column) is PlainNumber plain)
        {
            return column.Kind == SheetKind.Percent && plain.IsPercent ? plain.Value * 100 : plain.Value;
        }

        var text = Text(column);
        var digits = column.Kind == SheetKind.Percent ? text.TrimEnd('%', ' ') : text;
        var isNegative = digits.StartsWith('-');
        var value = VietnameseNumber.ParseDigits((isNegative ? digits[1..] : digits).Replace(" ", "", StringComparison.Ordinal));
        if (text.Length > 0 && value is null)
        {
            Refuse(column, $"“{Cut(text)}” không phải là số. Viết như 1.234,5.");
        }

        return isNegative ? -value : value;
    }

    /// <summary>A whole number within the limits.</summary>
    public int? Whole(SheetColumn column, int least = 0, int most = int.MaxValue)
    {
        var value = Decimal(column);
        if (value is { } number && (number != decimal.Truncate(number) || number < least || number > most))
        {
            Refuse(column, $"cần một số nguyên từ {least} đến {most}.");
            return null;
        }

        return (int?)value;
    }

    /// <summary>A date, kept by the spreadsheet as one or written as "30/6/2026".</summary>
    public DateOnly? Date(SheetColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (cells.GetValueOrDefault(column) is DateTime kept)
        {
            return DateOnly.FromDateTime(kept);
        }

        var text = Text(column);
        if (DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return DateOnly.FromDateTime(date);
        }

        if (text.Length > 0)
        {
            Refuse(column, $"“{Cut(text)}” không phải là ngày có thật. Viết như 30/6/2026.");
        }

        return null;
    }

    /// <summary>Yes for "Có", "x", "1", "true"; no for an empty cell, "Không", "0", "false".</summary>
    public bool YesNo(SheetColumn column)
    {
        var text = Text(column);
        switch (VietnameseText.WithoutAccents(text))
        {
            case "co" or "x" or "1" or "true" or "yes" or "dung":
                return true;
            case "" or "khong" or "0" or "false" or "no" or "sai":
                return false;
            default:
                Refuse(column, $"“{Cut(text)}” không rõ. Viết “Có” hoặc để trống.");
                return false;
        }
    }

    /// <summary>The value whose title the cell shows, case and accents optional.</summary>
    public T? Choice<T>(SheetColumn column, IEnumerable<KeyValuePair<string, T>> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var text = Text(column);
        if (text.Length == 0)
        {
            return default;
        }

        var key = VietnameseText.WithoutAccents(text);
        foreach (var (title, value) in choices)
        {
            if (VietnameseText.WithoutAccents(title) == key)
            {
                return value;
            }
        }

        Refuse(column, $"không có “{Cut(text)}” trong danh mục.");
        return default;
    }

    private string Shown(SheetColumn column) => cells.GetValueOrDefault(column) switch
    {
        null => "",
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "dd/MM/yyyy" : "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
        PlainNumber number => number.Value.ToString("0.############################", CultureInfo.InvariantCulture),
        var text => (string)text,
    };

    private static string Cut(string text) => text.Length <= 40 ? text : text[..39] + "…";

    /// <summary>A number that the spreadsheet kept as one.</summary>
    internal sealed record PlainNumber(decimal Value, bool IsPercent);
}
