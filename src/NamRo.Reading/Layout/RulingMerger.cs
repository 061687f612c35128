namespace NamRo.Reading.Layout;

/// <summary>Makes one line of the pieces in which producers draw borders: per cell, per dash, or twice for a double line.</summary>
internal static class RulingMerger
{
    /// <summary>The two strokes of a double border are nearer than this; two rows of text are farther apart.</summary>
    private const double PositionTolerance = 3.2;

    /// <summary>Dots and dashes leave gaps up to this.</summary>
    private const double GapTolerance = 4.5;

    private const double ShortestLine = 7;

    public static List<Ruling> Merge(IEnumerable<Ruling> rulings)
    {
        var merged = new List<Ruling>();
        foreach (var direction in rulings.GroupBy(ruling => ruling.IsHorizontal))
        {
            foreach (var line in Align(direction))
            {
                merged.AddRange(Join(line).Where(ruling => ruling.Length >= ShortestLine));
            }
        }

        return merged;
    }

    /// <summary>Groups by position: each group holds pieces of one (or one double) line.</summary>
    private static List<List<Ruling>> Align(IEnumerable<Ruling> rulings)
    {
        var groups = new List<List<Ruling>>();
        var start = double.MinValue;
        foreach (var ruling in rulings.OrderBy(ruling => ruling.Position))
        {
            if (groups.Count == 0 || ruling.Position - start > PositionTolerance)
            {
                groups.Add([]);
                start = ruling.Position;
            }

            groups[^1].Add(ruling);
        }

        return groups;
    }

    private static List<Ruling> Join(List<Ruling> line)
    {
        var position = line.Sum(ruling => ruling.Position * (ruling.Length + 0.01)) / line.Sum(ruling => ruling.Length + 0.01);
        var joined = new List<Ruling>();
        foreach (var piece in line.OrderBy(ruling => ruling.From))
        {
            if (joined.Count > 0 && piece.From - joined[^1].To <= GapTolerance)
            {
                joined[^1] = joined[^1] with { To = Math.Max(joined[^1].To, piece.To) };
            }
            else
            {
                joined.Add(piece with { Position = position });
            }
        }

        return joined;
    }
}
