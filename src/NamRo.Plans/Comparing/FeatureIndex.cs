namespace NamRo.Plans.Comparing;

/// <summary>The rows that hold each feature, so that plans of thousands of rows are not compared each row with each.</summary>
internal sealed class FeatureIndex
{
    private readonly Dictionary<string, List<int>> rowsOf = new(StringComparer.Ordinal);
    private readonly WordWeights weights;
    private readonly int count;

    public FeatureIndex(IReadOnlyList<RowText> rows, WordWeights weights)
    {
        (this.weights, count) = (weights, rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var feature in rows[row].Wording.Features)
            {
                if (!rowsOf.TryGetValue(feature, out var holders))
                {
                    rowsOf[feature] = holders = [];
                }

                holders.Add(row);
            }
        }
    }

    /// <summary>By row, the weight of the features that it shares with the text.</summary>
    public double[] SharedWith(Wording text)
    {
        var shared = new double[count];
        foreach (var feature in text.Features)
        {
            if (rowsOf.TryGetValue(feature, out var holders))
            {
                var weight = weights.Of(feature);
                foreach (var row in holders)
                {
                    shared[row] += weight;
                }
            }
        }

        return shared;
    }
}
