using NamRo.Language;

namespace NamRo.Plans.Comparing;

/// <summary>How alike two rows are.</summary>
/// <param name="Words">Share of the weight of both texts' words that they have in common (Dice), 0 to 1.</param>
/// <param name="Whole">With what stands beside the text: number, group, unit, output, deadline, promise, place.</param>
internal readonly record struct Likeness(double Words, double Whole);

/// <summary>Compares rows by their words; what stands beside the text decides between rows whose words are alike.</summary>
internal sealed class RowLikeness(WordWeights weights)
{
    private const double SameNumber = 0.05;
    private const double SameGroup = 0.03;
    private const double SameUnit = 0.02;
    private const double SameOutput = 0.02;
    private const double SameDeadline = 0.02;
    private const double SamePromise = 0.06;
    private const double SameReferences = 0.04;
    private const double SamePlace = 0.03;

    private readonly Dictionary<Wording, double> totals = [];

    public Likeness Of(RowText one, RowText other) => Of(one, other, Shared(one.Wording, other.Wording));

    /// <param name="shared">The weight of the features that both have.</param>
    public Likeness Of(RowText one, RowText other, double shared)
    {
        var words = Words(one, other, shared);
        return new(words, words + Beside(one, other));
    }

    /// <summary>By the texts alone.</summary>
    public double Words(RowText one, RowText other, double shared) =>
        shared == 0 ? 0 : 2 * shared / (Total(one.Wording) + Total(other.Wording));

    /// <summary>The share of the text's weight that the features hold.</summary>
    public double Cover(Wording text, IReadOnlySet<string> features)
    {
        var total = Total(text);
        return total == 0 ? 0 : weights.Of(text.Features.Where(features.Contains)) / total;
    }

    public double Total(Wording wording)
    {
        if (!totals.TryGetValue(wording, out var total))
        {
            totals[wording] = total = weights.Of(wording.Features);
        }

        return total;
    }

    private static double Beside(RowText one, RowText other)
    {
        var (left, right) = (one.Row, other.Row);
        var sum = SamePlace * (1 - Math.Abs(one.Place - other.Place));
        sum += Same(left.Number, right.Number) ? SameNumber : 0;
        sum += Same(left.Group, right.Group) ? SameGroup : 0;
        sum += Same(left.Output, right.Output) ? SameOutput : 0;
        sum += left.LeadUnits.Count > 0 && FieldComparison.AreSameUnits(left.LeadUnits, right.LeadUnits) ? SameUnit : 0;
        sum += left.Deadline.Kind != DeadlineKind.None && left.Deadline == right.Deadline ? SameDeadline : 0;
        sum += left.Value is not null && left.Value == right.Value && Same(left.MeasureUnit, right.MeasureUnit) ? SamePromise : 0;
        sum += one.References.Count > 0 && one.References.Overlaps(other.References) ? SameReferences : 0;
        return sum;
    }

    private static bool Same(string? one, string? other) => one is not null && other is not null && VietnameseText.AreSame(one, other);

    private double Shared(Wording one, Wording other)
    {
        var (small, large) = one.Features.Count <= other.Features.Count ? (one, other) : (other, one);
        return weights.Of(small.Features.Where(large.Features.Contains));
    }
}
