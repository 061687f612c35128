using NamRo.Kernel.Outcomes;
using NamRo.Targets.Contracts;

namespace NamRo.Targets.Domain;

/// <summary>What is known of a series in a period, as given.</summary>
/// <param name="Numerator">Of a share; null when only the share itself is known.</param>
/// <param name="Denominator">Of a share; 0: nothing arose.</param>
/// <param name="Value">The share in %, the amount, or 1 for done; null: nothing arose.</param>
internal sealed record Figure(decimal? Numerator, decimal? Denominator, decimal? Value)
{
    public const decimal Largest = 1_000_000_000_000m;

    public bool IsNothing => Value is null;

    /// <summary>"Không phát sinh": known to be without a case, which is neither zero nor missing.</summary>
    public static Figure NothingArose { get; } = new(0, 0, null);

    /// <summary>A share of its parts, rounded as QĐ 766/QĐ-TTg does.</summary>
    public static Figure ShareOf(decimal numerator, decimal denominator) => denominator == 0
        ? NothingArose
        : new(numerator, denominator, Math.Round(100 * numerator / denominator, Measurement.ShareDecimals, MidpointRounding.AwayFromZero));

    public static Figure Of(decimal value) => new(null, null, value);

    /// <summary>Reads what a form gives for a series; null outcome value when nothing was given.</summary>
    public static Outcome<Figure?> Read(FigureKind kind, decimal? numerator, decimal? denominator, decimal? value)
    {
        if (numerator is null && denominator is null && value is null)
        {
            return (Figure?)null!;
        }

        if (new[] { numerator, denominator, value }.Any(part => part is { } given && Math.Abs(given) > Largest))
        {
            return TargetRefusals.FigureTooLarge;
        }

        return kind switch
        {
            FigureKind.Share when denominator is { } whole && numerator is { } part => whole < 0 || part < 0
                ? TargetRefusals.NegativePart
                : ShareOf(part, whole),
            FigureKind.Share when denominator is not null || numerator is not null => TargetRefusals.HalfAShare,
            FigureKind.YesNo when value is not (0 or 1) => TargetRefusals.NeitherYesNorNo,
            _ => Of(value ?? 0),
        };
    }
}
