using NamRo.Language;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Amending;

/// <summary>A published plan that another one seems to amend, and why.</summary>
internal sealed record FormerPlan(PlanDocument Plan, string Reason)
{
    /// <summary>The plan that is named as adjusted; else one named as a basis; else the latest of the same organ and kind.</summary>
    public static FormerPlan? Propose(PlanDocument plan, IReadOnlyList<PlanDocument> candidates)
    {
        var named = Named(plan.Amends, candidates) is { } amended
            ? new FormerPlan(amended, $"văn bản nêu việc điều chỉnh, bổ sung {amended.Number}")
            : Named(plan.LegalBases, candidates) is { } basis ? new FormerPlan(basis, $"văn bản căn cứ vào {basis.Number}") : null;
        return named ?? candidates
            .Where(row => Same(row.Authority, plan.Authority) && Same(row.Kind, plan.Kind) && row.IssuedOn is not null
                && (plan.IssuedOn is null || row.IssuedOn < plan.IssuedOn))
            .OrderByDescending(row => row.IssuedOn).Select(row => new FormerPlan(row, "kế hoạch gần nhất của cùng cơ quan"))
            .FirstOrDefault();
    }

    private static PlanDocument? Named(List<string> numbers, IReadOnlyList<PlanDocument> candidates) =>
        candidates.FirstOrDefault(row => row.Number is not null && numbers.Exists(number => Same(number, row.Number)));

    private static bool Same(string? one, string? other) => one is not null && other is not null && VietnameseText.AreSame(one, other);
}
