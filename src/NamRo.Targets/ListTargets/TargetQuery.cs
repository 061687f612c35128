using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Language;
using NamRo.Targets.Contracts;
using NamRo.Ui.Lists;

namespace NamRo.Targets;

/// <summary>The filters of the list of targets, shared by the page and its export.</summary>
internal sealed class TargetQuery(AppDb database)
{
    public const string TextFilter = "tu-khoa";
    public const string UnitFilter = "don-vi";
    public const string StandingFilter = "tinh-trang";
    public const string PlanFilter = "ke-hoach";

    /// <summary>Value of the unit filter for targets that nobody leads.</summary>
    public const string NoUnit = "khong";

    public IQueryable<TargetRow> Find(ListQuery query)
    {
        var rows = database.Set<TargetRow>().AsNoTracking().Where(row => row.EndedOn == null);
        if (query[TextFilter] is { } text)
        {
            foreach (var word in VietnameseText.WithoutAccents(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                rows = rows.Where(row => row.TextKey.Contains(word));
            }
        }

        if (query[UnitFilter] == NoUnit)
        {
            rows = rows.Where(row => row.LeadUnitId == null);
        }
        else if (Guid.TryParse(query[UnitFilter], out var unit))
        {
            rows = rows.Where(row => row.LeadUnitId == unit);
        }

        if (Guid.TryParse(query[PlanFilter], out var plan))
        {
            rows = rows.Where(row => row.PlanId == plan);
        }

        return Enum.TryParse<TargetStanding>(query[StandingFilter], out var standing) && Enum.IsDefined(standing)
            ? rows.Where(row => row.Standing == standing) : rows;
    }
}
