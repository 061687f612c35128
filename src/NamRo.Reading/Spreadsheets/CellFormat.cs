using System.Globalization;
using System.Text;

namespace NamRo.Reading.Spreadsheets;

/// <summary>Writes a cell's value as a Vietnamese user sees it: "95%", "31/12/2026", "3.450", "0,5".</summary>
internal static class CellFormat
{
    private static readonly NumberFormatInfo Vietnamese = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <param name="value">Text, number, date, time span or truth value; null for an empty cell.</param>
    /// <param name="format">The cell's number format code (ECMA-376 part 1, 18.8.31).</param>
    public static string Write(object? value, string? format) => value switch
    {
        null => string.Empty,
        string text => text.Normalize(),
        DateTime date => WriteDate(date, format ?? string.Empty),
        TimeSpan time => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        bool truth => truth ? "Có" : "Không",
        IConvertible number => WriteNumber(number.ToDouble(CultureInfo.InvariantCulture), format ?? string.Empty),
        _ => string.Empty,
    };

    /// <summary>Day first, whatever order the format asks for; only the parts that it shows.</summary>
    private static string WriteDate(DateTime date, string format)
    {
        var marks = WithoutLiterals(format).ToLowerInvariant();
        var hasTime = marks.Contains('h', StringComparison.Ordinal);
        var hasYear = marks.Contains('y', StringComparison.Ordinal);
        var hasDay = marks.Contains('d', StringComparison.Ordinal);
        var hasMonth = marks.Contains('m', StringComparison.Ordinal) && (hasYear || hasDay);
        var pattern = (hasDay, hasMonth, hasYear) switch
        {
            (true, true, false) => "dd/MM",
            (false, true, true) => "MM/yyyy",
            (false, false, true) => "yyyy",
            (false, false, false) when hasTime => string.Empty,
            _ => "dd/MM/yyyy",
        };
        pattern += hasTime && (pattern.Length == 0 || date.TimeOfDay > TimeSpan.Zero) ? " HH:mm" : string.Empty;
        return date.ToString(pattern, CultureInfo.InvariantCulture).Trim();
    }

    private static string WriteNumber(double number, string format)
    {
        if (!double.IsFinite(number))
        {
            return string.Empty;
        }

        var section = SectionFor(number, format);
        var marks = WithoutLiterals(section);
        if (!marks.AsSpan().ContainsAny('0', '#'))
        {
            return WriteGeneral(number);
        }

        var isPercent = marks.Contains('%', StringComparison.Ordinal);
        var shown = isPercent ? number * 100 : number;
        if (Math.Abs(shown) > 1e15 || marks.Contains('E', StringComparison.OrdinalIgnoreCase))
        {
            return WriteGeneral(number);
        }

        var written = Math.Round((decimal)shown, CountDecimals(marks, '0') + CountDecimals(marks, '#'), MidpointRounding.AwayFromZero)
            .ToString(Pattern(marks), Vietnamese);
        return Literal(section, before: true) + written + (isPercent ? "%" : string.Empty) + Literal(section, before: false);
    }

    private static string WriteGeneral(double number) =>
        Math.Abs(number) is >= 1e15 or (> 0 and < 1e-9)
            ? number.ToString("R", Vietnamese)
            : Math.Round((decimal)number, 10).ToString("0.##########", Vietnamese);

    private static string Pattern(string marks)
    {
        var whole = marks.Split('.')[0];
        var digits = Math.Clamp(whole.Count(c => c == '0'), 1, 20);
        var pattern = (whole.Contains(',', StringComparison.Ordinal) ? "#," : string.Empty) + new string('0', digits);
        var (required, optional) = (CountDecimals(marks, '0'), CountDecimals(marks, '#'));
        return required + optional == 0 ? pattern : pattern + "." + new string('0', required) + new string('#', optional);
    }

    private static int CountDecimals(string marks, char mark)
    {
        var point = marks.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : Math.Min(10, marks[point..].Count(c => c == mark));
    }

    /// <summary>A format holds up to three sections: for positive numbers, negative numbers and zero.</summary>
    private static string SectionFor(double number, string format)
    {
        var sections = format.Split(';');
        return number switch
        {
            0 when sections.Length > 2 => sections[2],
            < 0 when sections.Length > 1 && sections[1].Contains('-', StringComparison.Ordinal) => "-" + sections[0],
            _ => sections[0],
        };
    }

    /// <summary>The format without quoted text, escapes, conditions and padding.</summary>
    private static string WithoutLiterals(string format)
    {
        var marks = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '"':
                    i = EndOf(format, i, '"');
                    break;
                case '[':
                    i = EndOf(format, i, ']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                default:
                    marks.Append(format[i]);
                    break;
            }
        }

        return marks.ToString();
    }

    /// <summary>The quoted text before or after the digits.</summary>
    private static string Literal(string section, bool before)
    {
        var digits = section.AsSpan().IndexOfAny('0', '#');
        var literal = new StringBuilder();
        for (var i = 0; i < section.Length; i++)
        {
            if (section[i] == '"')
            {
                var end = EndOf(section, i, '"');
                literal.Append(i < digits == before ? section[(i + 1)..end] : string.Empty);
                i = end;
            }
            else if (section[i] == '[')
            {
                i = EndOf(section, i, ']');
            }
        }

        return literal.ToString();
    }

    private static int EndOf(string format, int start, char mark)
    {
        var end = format.IndexOf(mark, start + 1);
        return end < 0 ? format.Length : end;
    }
}
