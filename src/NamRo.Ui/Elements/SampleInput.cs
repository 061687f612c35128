using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace NamRo.Ui.Elements;

/// <summary>One field of each kind.</summary>
public sealed record SampleInput
{
    [Required]
    [StringLength(100, MinimumLength = 3)]
    [Display(Name = "Tên đơn vị")]
    public string Name { get; init; } = "";

    [EmailAddress]
    [Display(Name = "Thư điện tử")]
    public string? Email { get; init; }

    [Range(0, 100)]
    [Display(Name = "Tỷ lệ")]
    public decimal? Share { get; init; } = 86.2m;

    [Display(Name = "Hạn hoàn thành")]
    public DateOnly? Due { get; init; } = new(2026, 6, 30);

    [Required]
    [Display(Name = "Loại đơn vị")]
    public string Kind { get; init; } = "";

    [Display(Name = "Mức ưu tiên")]
    public string? Priority { get; init; } = "thuong";

    [Display(Name = "Nhận thông báo qua")]
    public IReadOnlyList<string> Channels { get; init; } = ["trong-may"];

    [DataType(DataType.MultilineText)]
    [MaxLength(2000)]
    [Display(Name = "Ghi chú")]
    public string? Note { get; init; }

    [DataType(DataType.Password)]
    [Display(Name = "Mật khẩu")]
    public string? Password { get; init; }

    [Display(Name = "Không phát sinh trong kỳ này")]
    public bool HasNothing { get; init; }

    internal static IEnumerable<SelectListItem> Kinds { get; } =
        [new("Phòng chuyên môn", "phong"), new("Trung tâm", "trung-tam"), new("Tổ dân phố", "to")];

    internal static IEnumerable<SelectListItem> Priorities { get; } = [new("Thường", "thuong"), new("Khẩn", "khan")];

    internal static IEnumerable<SelectListItem> ChannelChoices { get; } = [new("Trong hệ thống", "trong-may"), new("Thư điện tử", "thu")];
}
