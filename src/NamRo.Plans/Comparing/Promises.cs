using NamRo.Language;

namespace NamRo.Plans.Comparing;

/// <summary>Compares what two rows promise: the figure of targets, the last day of tasks.</summary>
internal static class Promises
{
    private const string Percent = "%";

    /// <summary>A count of the whole city is no measure for one ward; one that is given for each ward is.</summary>
    private static readonly string[] ForEach =
        ["mỗi xã", "mỗi phường", "mỗi đơn vị", "mỗi địa phương", "mỗi cơ quan", "từng xã", "từng phường"];

    /// <param name="clause">The words of the own row that take the other up.</param>
    public static CoverageVerdict Compare(ComparedRow upper, ComparedRow own, string clause)
    {
        if (upper.Value is { } asked && AreComparable(upper) && Promised(upper, own, clause) is { } promised)
        {
            var isBetterWhenLess = upper.Comparator is Comparator.AtMost or Comparator.LessThan;
            return (promised.CompareTo(asked) * (isBetterWhenLess ? -1 : 1)) switch
            {
                0 => CoverageVerdict.Same,
                > 0 => CoverageVerdict.Higher,
                _ => CoverageVerdict.Lower,
            };
        }

        return upper.Deadline.Due is { } wanted && own.Deadline.Due is { } due
            ? due > wanted ? CoverageVerdict.Later : CoverageVerdict.Same
            : CoverageVerdict.TakenUp;
    }

    public static bool AreSameFigure(ComparedRow one, ComparedRow other) =>
        one.Value is not null && one.Value == other.Value && IsSameUnit(one.MeasureUnit, other.MeasureUnit);

    private static bool AreComparable(ComparedRow upper) => upper.MeasureUnit is { } unit
        && (unit.StartsWith(Percent, StringComparison.Ordinal)
            || Array.Exists(ForEach, words => VietnameseText.Fold(upper.Text).Contains(words, StringComparison.Ordinal)));

    /// <summary>The own figure: of the target, or the only one in a task's words in the unit asked for.</summary>
    private static decimal? Promised(ComparedRow upper, ComparedRow own, string clause)
    {
        if (own.Value is not null)
        {
            return IsSameUnit(own.MeasureUnit, upper.MeasureUnit) ? own.Value : null;
        }

        var figures = Quantities.FindIn(clause).Where(figure => IsSameUnit(figure.Unit, upper.MeasureUnit)).ToList();
        return figures.Count == 1 ? figures[0].Value : null;
    }

    private static bool IsSameUnit(string? one, string? other) => one is not null && other is not null
        && (VietnameseText.AreSame(one, other)
            || (one.StartsWith(Percent, StringComparison.Ordinal) && other.StartsWith(Percent, StringComparison.Ordinal)));
}
