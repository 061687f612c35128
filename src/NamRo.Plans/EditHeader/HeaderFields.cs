using System.ComponentModel.DataAnnotations;
using NamRo.Extraction;
using NamRo.Language;
using NamRo.Plans.Domain;

namespace NamRo.Plans;

/// <summary>The head of a plan in a form.</summary>
internal class HeaderFields
{
    private const int LongestWords = 1000;

    [Required]
    [StringLength(LongestWords)]
    [Display(Name = "Trích yếu")]
    public string Subject { get; set; } = "";

    [StringLength(60)]
    [Display(Name = "Số, ký hiệu")]
    public string? Number { get; set; }

    [Display(Name = "Ngày ban hành")]
    public DateOnly? IssuedOn { get; set; }

    [StringLength(300)]
    [Display(Name = "Cơ quan ban hành")]
    public string? Authority { get; set; }

    [StringLength(120)]
    [Display(Name = "Người ký")]
    public string? Signer { get; set; }

    [StringLength(120)]
    [Display(Name = "Chức vụ người ký")]
    public string? SignerTitle { get; set; }

    public static HeaderFields Of(PlanDocument plan) => new()
    {
        Subject = plan.Subject ?? "",
        Number = plan.Number,
        IssuedOn = plan.IssuedOn,
        Authority = plan.Authority,
        Signer = plan.Signer,
        SignerTitle = plan.SignerTitle,
    };

    /// <summary>The head as entered; what the form does not show stays.</summary>
    public DocumentHeader Apply(PlanDocument? plan) => new()
    {
        Subject = VietnameseText.Normalize(Subject),
        Number = Trimmed(Number),
        IssuedOn = IssuedOn,
        Authority = Trimmed(Authority),
        Signer = Trimmed(Signer),
        SignerTitle = Trimmed(SignerTitle),
        Kind = plan?.Kind ?? "Kế hoạch",
        Place = plan?.Place,
        LegalBases = plan?.LegalBases ?? [],
        NestedLegalBases = plan?.NestedLegalBases ?? [],
        Amends = plan?.Amends ?? [],
    };

    private static string? Trimmed(string? words) => string.IsNullOrWhiteSpace(words) ? null : VietnameseText.Normalize(words);
}
