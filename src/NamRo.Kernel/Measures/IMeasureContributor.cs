using NamRo.Measures;

namespace NamRo.Kernel.Measures;

/// <summary>A module that says what of its rows can be counted, and which figures it ships. Registered as a singleton.</summary>
public interface IMeasureContributor
{
    /// <summary>Its countable things; each has a public view with <c>ward_id</c>.</summary>
    IEnumerable<MeasureSource> Sources { get; }

    /// <summary>Figures that every ward has from the start.</summary>
    IEnumerable<ShippedMeasure> Measures => [];
}

/// <summary>A figure that comes with the product.</summary>
/// <param name="Code">Stable and part of addresses: lower-case Latin words with dashes, such as <c>cap-nhat-hang-thang</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Expression">In the language of <see cref="MeasureParser"/>.</param>
/// <param name="Basis">Where it is asked for: a plan, a decree with its article.</param>
public sealed record ShippedMeasure(string Code, string Title, string Expression, string Basis)
{
    /// <summary>The least value that satisfies whoever asked for it; null: none is set.</summary>
    public decimal? Goal { get; init; }

    /// <summary>Code of the canonical indicator it is, such as "CQ-06"; null: of none.</summary>
    public string? IndicatorCode { get; init; }
}

/// <summary>A figure, shipped or the ward's own, ready to be taken.</summary>
/// <param name="Id">Null for a shipped one.</param>
public sealed record NamedMeasure(string Code, string Title, string Basis, decimal? Goal, Measure Measure, Guid? Id)
{
    /// <summary>Code of the canonical indicator it is; null: of none.</summary>
    public string? IndicatorCode { get; init; }
}

/// <summary>Everything that can be counted in this installation. A shipped figure that does not hold together stops the start.</summary>
public sealed class MeasureCatalogue
{
    public MeasureCatalogue(IEnumerable<IMeasureContributor> contributors)
    {
        ArgumentNullException.ThrowIfNull(contributors);
        var all = contributors.ToList();
        Sources = [.. all.SelectMany(contributor => contributor.Sources)];
        Parser = new MeasureParser(Sources);
        Shipped = [.. all.SelectMany(contributor => contributor.Measures).Select(Check)];
    }

    public IReadOnlyList<MeasureSource> Sources { get; }

    public MeasureParser Parser { get; }

    /// <summary>In the order of the modules.</summary>
    public IReadOnlyList<NamedMeasure> Shipped { get; }

    /// <summary>The shipped figure that is a canonical indicator; null: none is.</summary>
    public NamedMeasure? MeasureOf(string indicatorCode) => Shipped.FirstOrDefault(one => one.IndicatorCode == indicatorCode);

    private NamedMeasure Check(ShippedMeasure shipped)
    {
        var (measure, error) = Parser.Parse(shipped.Expression);
        return measure is null
            ? throw new InvalidOperationException($"Shipped measure '{shipped.Code}': {error!.Message}")
            : new NamedMeasure(shipped.Code, shipped.Title, shipped.Basis, shipped.Goal, measure, null)
            {
                IndicatorCode = shipped.IndicatorCode,
            };
    }
}
