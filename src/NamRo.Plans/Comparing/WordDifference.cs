namespace NamRo.Plans.Comparing;

/// <summary>What became of a piece of a text.</summary>
internal enum PieceKind
{
    Kept,
    Removed,
    Added,
}

/// <summary>A run of words that was kept, removed or added.</summary>
internal sealed record TextPiece(PieceKind Kind, string Text);

/// <summary>Shows a person what was changed in a text, word by word (longest common subsequence).</summary>
internal static class WordDifference
{
    /// <summary>Longer texts are shown as a whole, old and new.</summary>
    private const int MostWords = 800;

    public static IReadOnlyList<TextPiece> Between(string? former, string? present)
    {
        var (old, now) = (Words(former), Words(present));
        if (old.Length > MostWords || now.Length > MostWords)
        {
            return [new(PieceKind.Removed, former ?? ""), new(PieceKind.Added, present ?? "")];
        }

        var common = Common(old, now);
        var words = new List<(PieceKind Kind, string Word)>();
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                words.Add((PieceKind.Kept, now[j++]));
                i++;
            }
            else if (i < old.Length && (j == now.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                words.Add((PieceKind.Removed, old[i++]));
            }
            else
            {
                words.Add((PieceKind.Added, now[j++]));
            }
        }

        return Runs(words);
    }

    private static string[] Words(string? text) => (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>By start in both texts, how many words the rests have in common.</summary>
    private static int[,] Common(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static List<TextPiece> Runs(List<(PieceKind Kind, string Word)> words)
    {
        var pieces = new List<TextPiece>();
        foreach (var (kind, word) in words)
        {
            if (pieces.Count > 0 && pieces[^1].Kind == kind)
            {
                pieces[^1] = pieces[^1] with { Text = $"{pieces[^1].Text} {word}" };
            }
            else
            {
                pieces.Add(new(kind, word));
            }
        }

        return pieces;
    }
}
