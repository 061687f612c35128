namespace NamRo.Extraction;

/// <summary>What a table column or a labelled line holds.</summary>
public enum FieldRole
{
    /// <summary>Nothing that a plan row needs (notes, budget, blank).</summary>
    Other,

    /// <summary>STT.</summary>
    Number,

    /// <summary>Nhiệm vụ, nội dung công việc.</summary>
    Work,

    /// <summary>Chỉ tiêu.</summary>
    Indicator,

    /// <summary>The responsible person.</summary>
    Leader,

    /// <summary>Đơn vị chủ trì.</summary>
    LeadUnit,

    /// <summary>Đơn vị phối hợp.</summary>
    CoUnit,

    /// <summary>One column for both: "Cơ quan chủ trì, phối hợp".</summary>
    LeadAndCoUnit,

    /// <summary>A bare "thực hiện" before a colon: its value tells whether it names who or when.</summary>
    Carry,

    /// <summary>Sản phẩm, kết quả.</summary>
    Output,

    /// <summary>Thời gian, thời hạn.</summary>
    Deadline,

    /// <summary>Đơn vị tính.</summary>
    MeasureUnit,

    /// <summary>Hiện trạng, kết quả of an earlier year.</summary>
    Baseline,

    /// <summary>A promised value, usually under a year.</summary>
    TargetValue,
}
