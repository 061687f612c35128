using System.Text;

namespace NamRo.Administration;

/// <summary>Rows of a CSV file that ships inside the module. Cells may be quoted; there are no line ends inside cells.</summary>
internal static class CsvResource
{
    /// <summary>The rows below the heading.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string name)
    {
        using var stream = typeof(CsvResource).Assembly.GetManifestResourceStream("NamRo.Administration.Data." + name)
            ?? throw new InvalidOperationException($"{name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Split)];
    }

    private static List<string> Split(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (letter == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
