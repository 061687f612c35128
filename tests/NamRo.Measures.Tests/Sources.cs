namespace NamRo.Measures.Tests;

/// <summary>Sources as a module would describe them.</summary>
internal static class Sources
{
    public static MeasureSource Tasks { get; } = new("nhiệm_vụ", "nhiệm vụ", "work.task_row", "work.task.read",
    [
        new("tên", "tên", FieldKind.Text, "title"),
        new("hạn", "hạn", FieldKind.Date, "due_on"),
        new("đã_xong", "đã xong", FieldKind.YesNo, "is_closed"),
        new("trạng_thái", "trạng thái", FieldKind.Choice, "standing")
        {
            Choices = [new("late", "Quá hạn"), new("done", "Hoàn thành"), new("in_progress", "Đang làm")],
        },
        new("điểm", "điểm", FieldKind.Number, "points"),
        new("đơn_vị", "đơn vị chủ trì", FieldKind.Key, "lead_unit_id"),
    ])
    {
        TitleColumn = "title",
        LinkFormat = "/nhiem-vu/{0}",
    };

    public static MeasureSource People { get; } = new("cán_bộ", "cán bộ", "administration.person_row", "administration.person.read",
        [new("họ_tên", "họ tên", FieldKind.Text, "full_name"), new("đơn_vị", "đơn vị", FieldKind.Key, "unit_id")])
    {
        TitleColumn = "full_name",
        LinkFormat = "/quan-tri/can-bo/{0}",
    };

    public static MeasureParser Parser { get; } = new([Tasks, People]);

    public static Measure Read(string text)
    {
        var (measure, error) = Parser.Parse(text);
        Assert.True(error is null, error?.Message);
        return measure!;
    }
}
