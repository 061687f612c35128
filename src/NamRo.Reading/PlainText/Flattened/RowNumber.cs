using System.Globalization;
using System.Text.RegularExpressions;

namespace NamRo.Reading.PlainText.Flattened;

/// <summary>The number at the start of a line, and whether it can be the next row's.</summary>
/// <param name="Written">As it stands, e.g. "1", "2.1", "III", "III.", "A".</param>
/// <param name="Rest">What follows on the line.</param>
internal sealed partial record RowNumber(string Written, string Rest)
{
    private const string RomanLetters = "IVX";

    public bool IsRoman => Bare.All(c => RomanLetters.Contains(c, StringComparison.Ordinal));

    public bool IsGroup => !char.IsDigit(Written[0]);

    /// <summary>The group's title follows the number with a dot: both stand in one cell.</summary>
    public bool IsWrittenInTitle => IsGroup && Written[^1] == '.' && Rest.Length > 0;

    private string Bare => Written.TrimEnd('.', ')');

    public static RowNumber? At(string line)
    {
        var match = Pattern().Match(line);
        return match.Success ? new RowNumber(match.Groups["number"].Value, line[match.Length..].Trim()) : null;
    }

    /// <summary>The number may follow the one before: counts on, opens a group, or starts again.</summary>
    /// <param name="row">The row before in the same group.</param>
    /// <param name="group">The group of the same kind (Roman or letter) before.</param>
    public bool CanFollow(RowNumber? row, RowNumber? group)
    {
        if (Rest.Length > 0 && char.IsLower(Rest[0]))
        {
            return false;
        }

        if (IsGroup)
        {
            return group is null ? Value is 1 or 2 : Value > group.Value && Value <= group.Value + 2;
        }

        return row is null ? Path[^1] == 1 : Follows(row.Path);
    }

    private bool Follows(int[] before)
    {
        var path = Path;
        if (path.Length == before.Length + 1)
        {
            return path[^1] == 1 && path.AsSpan(0, before.Length).SequenceEqual(before);
        }

        var isRestart = path is [1] && Rest.Length == 0;
        return isRestart
            || (path.Length <= before.Length && path.AsSpan(0, path.Length - 1).SequenceEqual(before.AsSpan(0, path.Length - 1))
            && path[^1] > before[path.Length - 1] && path[^1] <= before[path.Length - 1] + (Rest.Length == 0 ? 2 : 1));
    }

    private int[] Path => [.. Bare.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];

    private int Value => IsRoman ? RomanValue(Bare) : char.ToUpperInvariant(Bare[0]) - 'A' + 1;

    private static int RomanValue(string roman)
    {
        var value = 0;
        for (var i = 0; i < roman.Length; i++)
        {
            var digit = DigitValue(roman[i]);
            value += i + 1 < roman.Length && digit < DigitValue(roman[i + 1]) ? -digit : digit;
        }

        return value;
    }

    private static int DigitValue(char c) => c switch
    {
        'I' => 1,
        'V' => 5,
        _ => 10,
    };

    [GeneratedRegex(@"^(?<number>([1-9]\d{0,2}(\.[1-9]\d{0,2}){0,3}|[IVX]{1,6}|[A-H])[.)]?)( +|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
