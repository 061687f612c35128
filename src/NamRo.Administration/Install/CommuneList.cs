using NamRo.Administration.Domain;

namespace NamRo.Administration;

/// <summary>The official list of communes that ships with the product.</summary>
internal static class CommuneList
{
    public static IReadOnlyList<Commune> Read() => [.. CsvResource.Read("haiphong-communes.csv").Select(cells => new Commune
    {
        Code = cells[0],
        Name = cells[1],
        Kind = cells[2],
        FullName = cells[3],
        ProvinceCode = cells[6],
        ProvinceName = cells[7],
    })];
}
