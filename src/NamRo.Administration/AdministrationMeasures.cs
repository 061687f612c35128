using NamRo.Kernel.Measures;
using NamRo.Measures;

namespace NamRo.Administration;

/// <summary>Units and people as countable things.</summary>
internal sealed class AdministrationMeasures : IMeasureContributor
{
    public IEnumerable<MeasureSource> Sources { get; } =
    [
        new("đơn_vị", "đơn vị", "administration.unit_row", AdministrationPermission.ReadUnits,
        [
            new("tên", "tên", FieldKind.Text, "name"),
            new("ngày_thành_lập", "ngày thành lập", FieldKind.Date, "valid_from"),
            new("ngày_kết_thúc", "ngày kết thúc", FieldKind.Date, "valid_to"),
            new("người_đứng_đầu", "người đứng đầu", FieldKind.Key, "head_person_id"),
            new("đơn_vị", "đơn vị", FieldKind.Key, "id"),
        ])
        { TitleColumn = "name", LinkFormat = "/quan-tri/don-vi/{0}" },
        new("cán_bộ", "cán bộ", "administration.person_row", AdministrationPermission.ReadPeople,
        [
            new("họ_tên", "họ tên", FieldKind.Text, "full_name"),
            new("đơn_vị", "đơn vị", FieldKind.Key, "unit_id"),
            new("ngày_thôi_việc", "ngày thôi việc", FieldKind.Date, "left_on"),
            new("tài_khoản", "tài khoản", FieldKind.Key, "account_id"),
        ])
        { TitleColumn = "full_name", LinkFormat = "/quan-tri/can-bo/{0}" },
    ];
}
