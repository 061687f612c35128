using NamRo.Language;
using NamRo.Plans.Domain;

namespace NamRo.Plans.Covering;

/// <summary>Which of the ward's documents is a plan above a plan.</summary>
internal static class UpperPlan
{
    private static readonly string[] Levels = ["thành phố", "tỉnh", "trung ương", "chính phủ", "thành ủy", "tỉnh ủy"];
    private static readonly string[] OwnLevels = ["phường", "xã", "đặc khu"];

    /// <summary>Issued by an organ of the city, the province or the nation.</summary>
    public static bool IsUpper(PlanDocument plan)
    {
        var authority = $" {VietnameseText.Fold(plan.Authority ?? "")} ";
        return Names(authority, Levels) && !Names(authority, OwnLevels);
    }

    /// <summary>The one that the plan names as its basis, else the latest.</summary>
    public static PlanDocument? Propose(PlanDocument plan, IReadOnlyList<PlanDocument> candidates) =>
        candidates.FirstOrDefault(row => row.Number is { } number
            && plan.LegalBases.Exists(basis => VietnameseText.AreSame(basis, number)))
        ?? candidates.Where(IsUpper).OrderByDescending(row => row.IssuedOn ?? DateOnly.MinValue).FirstOrDefault();

    private static bool Names(string authority, string[] levels) =>
        Array.Exists(levels, level => authority.Contains($" {VietnameseText.Fold(level)} ", StringComparison.Ordinal));
}
