namespace NamRo.Plans.Comparing;

/// <summary>A possible pair of one row of each side and what it is worth.</summary>
internal readonly record struct Candidate(int Left, int Right, double Worth);

/// <summary>The set of pairs, each row at most once, whose worth together is the greatest.</summary>
internal static class Assignment
{
    /// <summary>
    /// Rows that have no candidate in common do not compete, so each group of competing rows is solved by itself (Hungarian method,
    /// cubic in the size of the group).
    /// </summary>
    public static IReadOnlyList<Candidate> Best(IReadOnlyCollection<Candidate> candidates) =>
        [.. Groups(candidates).SelectMany(Solve).OrderBy(candidate => candidate.Left)];

    private static IEnumerable<List<Candidate>> Groups(IReadOnlyCollection<Candidate> candidates)
    {
        var (ofLeft, ofRight) = (candidates.ToLookup(candidate => candidate.Left), candidates.ToLookup(candidate => candidate.Right));
        var (seenLefts, seenRights) = (new HashSet<int>(), new HashSet<int>());
        foreach (var start in ofLeft.Select(group => group.Key))
        {
            var waiting = new Queue<int>([start]);
            var group = new List<Candidate>();
            while (waiting.TryDequeue(out var left))
            {
                if (!seenLefts.Add(left))
                {
                    continue;
                }

                group.AddRange(ofLeft[left]);
                foreach (var right in ofLeft[left].Select(candidate => candidate.Right).Where(seenRights.Add))
                {
                    ofRight[right].Select(candidate => candidate.Left).ToList().ForEach(waiting.Enqueue);
                }
            }

            if (group.Count > 0)
            {
                yield return group;
            }
        }
    }

    private static IEnumerable<Candidate> Solve(List<Candidate> candidates)
    {
        if (candidates.Count == 1)
        {
            return candidates;
        }

        var lefts = candidates.Select(candidate => candidate.Left).Distinct().Order().ToList();
        var rights = candidates.Select(candidate => candidate.Right).Distinct().Order().ToList();
        var worth = new double[Math.Max(lefts.Count, rights.Count), Math.Max(lefts.Count, rights.Count)];
        foreach (var candidate in candidates)
        {
            worth[lefts.BinarySearch(candidate.Left), rights.BinarySearch(candidate.Right)] = candidate.Worth;
        }

        var chosen = new HungarianMethod(worth).Solve();
        return candidates.Where(candidate => chosen[lefts.BinarySearch(candidate.Left)] == rights.BinarySearch(candidate.Right));
    }
}
