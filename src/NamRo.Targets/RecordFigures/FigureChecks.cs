using NamRo.Targets.Contracts;
using NamRo.Targets.Domain;
using NamRo.Targets.Standings;

namespace NamRo.Targets;

/// <summary>Something odd about a figure. It asks, it never forbids: the person says that the figure is right, or mends it.</summary>
internal sealed record FigureQuestion(int SeriesId, DateOnly Period, string Message);

/// <summary>Looks at a figure beside its own parts and its past.</summary>
internal static class FigureChecks
{
    /// <summary>Figures before this one by which a jump is judged.</summary>
    private const int Memory = 6;

    private const int ShortestMemory = 3;

    /// <summary>Points of a share, and times of an amount, that are always thought possible.</summary>
    private const decimal QuietPoints = 15;
    private const decimal QuietTimes = 3;

    /// <summary>Times the usual change that make a jump.</summary>
    private const decimal UnusualTimes = 4;

    private static readonly decimal[] Scales = [100m, 1_000m, 1_000_000m];

    /// <param name="earlier">Values of the series before the period, oldest first.</param>
    public static IEnumerable<string> Ask(FigureKind kind, Figure figure, IReadOnlyList<decimal> earlier)
    {
        if (kind == FigureKind.YesNo || figure.Value is not { } value)
        {
            yield break;
        }

        if (figure.Numerator > figure.Denominator)
        {
            yield return $"Tử số {FigureWords.Show(figure.Numerator.Value)} lớn hơn mẫu số {FigureWords.Show(figure.Denominator.Value)}.";
        }
        else if (kind == FigureKind.Share && value is < 0 or > 100)
        {
            yield return $"Tỷ lệ {FigureWords.Show(value, "%")} nằm ngoài khoảng 0 – 100%.";
        }

        if (earlier.Count < ShortestMemory)
        {
            yield break;
        }

        var recent = earlier.TakeLast(Memory).ToList();
        var usual = Median(recent);
        if (Scaled(kind, value, usual) is { } scale)
        {
            yield return $"Có thể sai đơn vị: {FigureWords.Show(value)} so với mức thường {FigureWords.Show(usual)} lệch {scale} lần.";
        }
        else if (IsJump(kind, value, usual, recent))
        {
            yield return $"Thay đổi bất thường: {FigureWords.Show(value)} so với mức thường {FigureWords.Show(usual)} của các kỳ trước.";
        }
    }

    /// <summary>The parts of a whole in one period may not exceed it.</summary>
    public static string? AskSum(decimal whole, decimal parts) => parts > whole
        ? $"Tổng các phần là {FigureWords.Show(parts)}, lớn hơn số chung {FigureWords.Show(whole)}."
        : null;

    private static string? Scaled(FigureKind kind, decimal value, decimal usual)
    {
        if (kind == FigureKind.Share)
        {
            // 0,95 where 95 is meant.
            return value is > 0 and <= 1 && usual > 10 ? "100" : null;
        }

        if (value <= 0 || usual <= 0)
        {
            return null;
        }

        var ratio = value > usual ? value / usual : usual / value;
        foreach (var scale in Scales)
        {
            if (ratio >= scale * 0.5m && ratio <= scale * 2)
            {
                return FigureWords.Show(scale);
            }
        }

        return null;
    }

    private static bool IsJump(FigureKind kind, decimal value, decimal usual, List<decimal> recent)
    {
        var spread = Median([.. recent.Select(other => Math.Abs(other - usual))]);
        var distance = Math.Abs(value - usual);
        return kind == FigureKind.Share
            ? distance > Math.Max(QuietPoints, UnusualTimes * spread)
            : distance > UnusualTimes * Math.Max(spread, 1) && (value > QuietTimes * usual || QuietTimes * value < usual);
    }

    private static decimal Median(List<decimal> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
