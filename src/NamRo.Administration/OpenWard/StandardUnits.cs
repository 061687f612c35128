using NamRo.Administration.Domain;
using NamRo.Kernel.Time;

namespace NamRo.Administration;

/// <summary>
/// The organs that a commune of a kind has everywhere, as data; a ward renames, adds and ends them as its own decisions say.
/// </summary>
internal static class StandardUnits
{
    /// <summary>New units of the current ward, with the names under which documents speak of them.</summary>
    public static IEnumerable<OrgUnit> For(string wardKind, WardClock clock)
    {
        foreach (var cells in CsvResource.Read("standard-units.csv").Where(cells => cells[0] == "all" || cells[0] == wardKind))
        {
            var unit =
                OrgUnit.Create(Guid.CreateVersion7(clock.Now), cells[1], cells[2], Enum.Parse<OrgUnitKind>(cells[3]), null, clock.Today);
            unit.Aliases.AddRange(cells[4].Split('|', StringSplitOptions.RemoveEmptyEntries)
                .Select(name => new OrgUnitAlias { UnitId = unit.Id, Name = name }));
            yield return unit;
        }
    }
}
