using NamRo.Kernel.Sources;
using NamRo.Language;
using NamRo.Targets.Contracts;

namespace NamRo.Tests.Targets;

/// <summary>Promises of an invented plan.</summary>
internal static class Promises
{
    public static TargetCommitment Of(Guid plan, int ordinal, string text, Comparator comparator, decimal? value, string? unit,
        DateOnly? startsOn = null) => new(Guid.CreateVersion7(), plan, ordinal, text)
        {
            PlanTitle = "Kế hoạch 12/KH-UBND",
            Comparator = comparator,
            Value = value,
            MeasureUnit = unit,
            StartsOn = startsOn ?? new DateOnly(2026, 1, 20),
            Source = new SourceLink(3, 10, 40, text),
        };

    public static TargetCommitment Online(Guid plan) =>
        Of(plan, 1, "Tối thiểu 90% hồ sơ TTHC được xử lý hoàn toàn trực tuyến", Comparator.AtLeast, 90, "%");

    public static TargetCommitment Initiatives(Guid plan) =>
        Of(plan, 2, "Tối thiểu 10 sáng kiến cấp cơ sở được áp dụng có hiệu quả", Comparator.AtLeast, 10, "sáng kiến");
}
