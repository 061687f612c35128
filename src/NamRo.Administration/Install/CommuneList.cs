using NamRo.Administration.Domain;

namespace NamRo.Administration;

/// <summary>The official list of communes that ships with the product.</summary>
internal static class CommuneList
{
    private const string Resource = "NamRo.Administration.Data.haiphong-communes.csv";

    public static IReadOnlyList<Commune> Read()
    {
        using var stream = typeof(CommuneList).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The list of communes is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Parse)];
    }

    private static Commune Parse(string line)
    {
        var cells = line.TrimEnd('\r').Split(',');
        return new Commune { Code = cells[0], Name = cells[1], Kind = cells[2], FullName = cells[3], ProvinceCode = cells[6], ProvinceName = cells[7] };
    }
}
