using System.Xml.Linq;

namespace NamRo.Reading.WordProcessing;

/// <summary>Computes the automatic numbers of paragraphs, in document order (ECMA-376 part 1, 17.9).</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private readonly WordStyles styles;
    private readonly Dictionary<int, XElement> lists = [];
    private readonly Dictionary<int, XElement> patterns = [];
    private readonly Dictionary<int, int?[]> counters = [];
    private readonly HashSet<(int List, int Level)> restarted = [];

    public WordNumbering(XElement? root, WordStyles styles)
    {
        this.styles = styles;
        foreach (var list in root?.Elements(WordNames.W + "num") ?? [])
        {
            lists.TryAdd(list.NumberOf("numId") ?? 0, list);
        }

        foreach (var pattern in root?.Elements(WordNames.W + "abstractNum") ?? [])
        {
            patterns.TryAdd(pattern.NumberOf("abstractNumId") ?? -1, pattern);
        }
    }

    /// <summary>The number of the paragraph with these properties, "" when it has none; each call counts.</summary>
    /// <param name="properties">The paragraph's own properties.</param>
    public string Next(XElement? properties)
    {
        if (Find(properties) is not { } place || !lists.TryGetValue(place.List, out var list) || PatternOf(list) is not { } pattern)
        {
            return string.Empty;
        }

        var counter = Count(list, pattern, place.List, place.Level);
        var level = LevelOf(list, pattern, place.Level);
        if (level.Value("numFmt") == "bullet")
        {
            return NumberFormat.WriteBullet(level.Value("lvlText"));
        }

        return Write(list, pattern, level, counter);
    }

    /// <summary>The level's own paragraph properties (its indents).</summary>
    public XElement? LevelProperties(XElement? properties) =>
        Find(properties) is { } place && lists.TryGetValue(place.List, out var list) && PatternOf(list) is { } pattern
            ? LevelOf(list, pattern, place.Level).Child("pPr")
            : null;

    private (int List, int Level)? Find(XElement? properties)
    {
        var own = properties.Child("numPr");
        if (own.Number("numId") is { } direct)
        {
            return direct == 0 ? null : (direct, Bound(own.Number("ilvl") ?? 0));
        }

        foreach (var style in styles.Chain(properties.Value("pStyle")))
        {
            var written = style.Child("pPr").Child("numPr");
            if (written.Number("numId") is { } list)
            {
                return list == 0 ? null : (list, Bound(own.Number("ilvl") ?? LinkedLevel(list, style) ?? written.Number("ilvl") ?? 0));
            }
        }

        return null;
    }

    /// <summary>The level of the list that names this style as its own.</summary>
    private int? LinkedLevel(int list, XElement style)
    {
        var id = style.Attribute(WordNames.W + "styleId")?.Value;
        return lists.TryGetValue(list, out var found) && PatternOf(found) is { } pattern
            ? pattern.Elements(WordNames.W + "lvl").FirstOrDefault(level => level.Value("pStyle") == id).NumberOf("ilvl")
            : null;
    }

    private XElement? PatternOf(XElement list)
    {
        if (!patterns.TryGetValue(list.Number("abstractNumId") ?? -1, out var pattern))
        {
            return null;
        }

        if (pattern.Value("numStyleLink") is not { } link)
        {
            return pattern;
        }

        var linked = styles.Chain(link).FirstOrDefault().Child("pPr").Child("numPr").Number("numId");
        return linked is { } id && lists.TryGetValue(id, out var other)
            && patterns.TryGetValue(other.Number("abstractNumId") ?? -1, out var shared) ? shared : pattern;
    }

    private static XElement? OverrideOf(XElement list, int level) =>
        list.Elements(WordNames.W + "lvlOverride").FirstOrDefault(found => found.NumberOf("ilvl") == level);

    private static XElement? LevelOf(XElement list, XElement pattern, int level) =>
        OverrideOf(list, level).Child("lvl")
            ?? pattern.Elements(WordNames.W + "lvl").FirstOrDefault(found => found.NumberOf("ilvl") == level);

    private int?[] Count(XElement list, XElement pattern, int listId, int level)
    {
        var patternId = pattern.NumberOf("abstractNumId") ?? -1;
        if (!counters.TryGetValue(patternId, out var counter))
        {
            counters[patternId] = counter = new int?[Levels];
        }

        if (OverrideOf(list, level).Number("startOverride") is { } start && restarted.Add((listId, level)))
        {
            counter[level] = start;
        }
        else
        {
            counter[level] = counter[level] + 1 ?? Start(list, pattern, level);
        }

        for (var above = 0; above < level; above++)
        {
            counter[above] ??= Start(list, pattern, above);
        }

        for (var below = level + 1; below < Levels; below++)
        {
            var restartsAfter = LevelOf(list, pattern, below).Number("lvlRestart") ?? below;
            counter[below] = level < restartsAfter ? null : counter[below];
        }

        return counter;
    }

    private static int Start(XElement list, XElement pattern, int level) => LevelOf(list, pattern, level).Number("start") ?? 1;

    private static string Write(XElement list, XElement pattern, XElement? level, int?[] counter)
    {
        var text = level.Value("lvlText") ?? string.Empty;
        var isLegal = level.Switch("isLgl") ?? false;
        for (var i = 0; i < Levels; i++)
        {
            var mark = "%" + (char)('1' + i);
            if (text.Contains(mark, StringComparison.Ordinal))
            {
                var format = LevelOf(list, pattern, i).Value("numFmt");
                var number = counter[i] ?? Start(list, pattern, i);
                text = text.Replace(
                    mark, NumberFormat.Write(number, isLegal && format is not "none" ? "decimal" : format), StringComparison.Ordinal);
            }
        }

        return text.Trim();
    }

    private static int Bound(int level) => Math.Clamp(level, 0, Levels - 1);
}
