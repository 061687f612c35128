namespace NamRo.Language;

/// <summary>Names of offices, organs and organisations as plans write them.</summary>
public static class OrganNames
{
    /// <summary>Longer cells are prose: they are not split.</summary>
    private const int CellLengthLimit = 4000;

    /// <summary>
    /// The units named in a cell, verbatim and in order. "Phòng Kinh tế, Hạ tầng và Đô thị" is one, and so is a collective phrase.
    /// </summary>
    public static IReadOnlyList<string> Split(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Length > CellLengthLimit ? [VietnameseText.Normalize(cell)] : new OrganCellSplitter(cell).Split();
    }

    /// <summary>Whether the text begins with the name of an organ or a collective of organs.</summary>
    public static bool StartsWithOrgan(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lexemes = Lexer.Read(text.Length > 400 ? text[..400] : text);
        return OrganFinder.EndOfNameAt(lexemes, 0) > 0;
    }

    /// <summary>The organs named in running text ("giao Phòng X chủ trì, phối hợp với Công an phường").</summary>
    public static IReadOnlyList<TextRange> FindIn(string prose)
    {
        ArgumentNullException.ThrowIfNull(prose);
        return OrganFinder.Find(Lexer.Read(prose));
    }

    /// <summary>Whether two names mean one organ: "VP HĐND&amp;UBND" and "Văn phòng HĐND và UBND phường".</summary>
    public static bool AreSame(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return OrganComparison.AreSame(one, other);
    }

    /// <summary>The candidate that a name means; null when none or more than one could be meant.</summary>
    public static string? Match(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        return OrganComparison.Match(name, candidates);
    }
}
