using NamRo.Plans.Comparing;
using NamRo.Ui.Status;

namespace NamRo.Plans.Covering;

/// <summary>How coverage is shown to people.</summary>
internal static class CoverageWords
{
    public static string Words(CoverageVerdict verdict) => verdict switch
    {
        CoverageVerdict.Higher => "Cam kết cao hơn",
        CoverageVerdict.Lower => "Cam kết thấp hơn",
        CoverageVerdict.Later => "Hạn muộn hơn",
        CoverageVerdict.Same => "Bằng cấp trên",
        _ => "Có nhận",
    };

    public static StatusTone Tone(CoverageVerdict verdict) => verdict switch
    {
        CoverageVerdict.Lower or CoverageVerdict.Later => StatusTone.AtRisk,
        CoverageVerdict.TakenUp => StatusTone.InProgress,
        _ => StatusTone.Done,
    };

    public static (string Words, StatusTone Tone) Of(CoverageLine line) => line switch
    {
        { IsLeftOut: true } => ("Chưa nhận", StatusTone.Late),
        { FallsShort: true } => ("Thấp hơn cấp trên", StatusTone.AtRisk),
        { IsOpen: true } => ("Chờ xác nhận", StatusTone.Waiting),
        _ => ("Đã nhận", StatusTone.Done),
    };
}
