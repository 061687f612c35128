using NamRo.Language;

namespace NamRo.Extraction;

/// <summary>
/// The words by which plans name the columns of their tables and the labels of their blocks. Ordered: the first phrase that occurs
/// decides.
/// </summary>
public static class FieldLexicon
{
    private const int LongestLabel = 90;

    private static readonly (string Phrase, FieldRole Role)[] Phrases =
    [
        ("ghi chú", FieldRole.Other),
        ("kinh phí", FieldRole.Other),
        ("nguồn vốn", FieldRole.Other),
        ("dự toán", FieldRole.Other),
        ("căn cứ", FieldRole.Other),
        ("đơn vị tính", FieldRole.MeasureUnit),
        ("đvt", FieldRole.MeasureUnit),
        ("đơn vị đo", FieldRole.MeasureUnit),
        ("hiện trạng", FieldRole.Baseline),
        ("đã đạt", FieldRole.Baseline),
        ("người đứng đầu", FieldRole.Leader),
        ("người thực hiện", FieldRole.Leader),
        ("người phụ trách", FieldRole.Leader),
        ("người chịu trách nhiệm", FieldRole.Leader),
        ("người chủ trì", FieldRole.Leader),
        ("người chỉ đạo", FieldRole.Leader),
        ("cán bộ phụ trách", FieldRole.Leader),
        ("công chức phụ trách", FieldRole.Leader),
        ("cán bộ thực hiện", FieldRole.Leader),
        ("cán bộ, công chức", FieldRole.Leader),
        ("đồng chí", FieldRole.Leader),
        ("chủ đạo", FieldRole.Leader),
        ("lãnh đạo", FieldRole.Leader),
        ("cá nhân phụ trách", FieldRole.Leader),
        ("trách nhiệm người", FieldRole.Leader),
        ("chỉ đạo thực hiện", FieldRole.Leader),
        ("phối hợp", FieldRole.CoUnit),
        ("đơn vị liên quan", FieldRole.CoUnit),
        ("cơ quan liên quan", FieldRole.CoUnit),
        ("chủ trì", FieldRole.LeadUnit),
        ("chủ quản", FieldRole.LeadUnit),
        ("đầu mối", FieldRole.LeadUnit),
        ("đơn vị thực hiện", FieldRole.LeadUnit),
        ("cơ quan thực hiện", FieldRole.LeadUnit),
        ("bộ phận thực hiện", FieldRole.LeadUnit),
        ("đơn vị thực thi", FieldRole.LeadUnit),
        ("đơn vị phụ trách", FieldRole.LeadUnit),
        ("đơn vị được giao", FieldRole.LeadUnit),
        ("đơn vị chịu trách nhiệm", FieldRole.LeadUnit),
        ("đơn vị tham mưu", FieldRole.LeadUnit),
        ("cơ quan tham mưu", FieldRole.LeadUnit),
        ("cơ quan phụ trách", FieldRole.LeadUnit),
        ("cơ quan chịu trách nhiệm", FieldRole.LeadUnit),
        ("chịu trách nhiệm", FieldRole.LeadUnit),
        ("phân công", FieldRole.LeadUnit),
        ("trách nhiệm thực hiện", FieldRole.LeadUnit),
        ("thực hiện chính", FieldRole.LeadUnit),
        ("phụ trách", FieldRole.LeadUnit),
        ("thời gian", FieldRole.Deadline),
        ("thời hạn", FieldRole.Deadline),
        ("thời điểm", FieldRole.Deadline),
        ("tiến độ", FieldRole.Deadline),
        ("hạn hoàn thành", FieldRole.Deadline),
        ("ngày hoàn thành", FieldRole.Deadline),
        ("năm hoàn thành", FieldRole.Deadline),
        ("tháng hoàn thành", FieldRole.Deadline),
        ("lộ trình", FieldRole.Deadline),
        ("hoàn thành trong", FieldRole.Deadline),
        ("hoàn thành", FieldRole.Deadline),
        ("xong trước", FieldRole.Deadline),
        ("sản phẩm", FieldRole.Output),
        ("đầu ra", FieldRole.Output),
        ("kết quả", FieldRole.Output),
        ("hình thức văn bản", FieldRole.Output),
        ("hình thức ban hành", FieldRole.Output),
        ("nhiệm vụ", FieldRole.Work),
        ("nội dung", FieldRole.Work),
        ("công việc", FieldRole.Work),
        ("hoạt động", FieldRole.Work),
        ("giải pháp", FieldRole.Work),
        ("tên đề án", FieldRole.Work),
        ("tên dự án", FieldRole.Work),
        ("tên chương trình", FieldRole.Work),
        ("tên văn bản", FieldRole.Work),
        ("danh mục", FieldRole.Work),
        ("đầu việc", FieldRole.Work),
        ("chỉ tiêu", FieldRole.Indicator),
        ("chỉ số", FieldRole.Indicator),
        ("tiêu chí", FieldRole.Indicator),
        ("mục tiêu", FieldRole.Indicator),
        ("kế hoạch năm", FieldRole.TargetValue),
        ("đơn vị", FieldRole.LeadUnit),
        ("cơ quan", FieldRole.LeadUnit),
    ];

    private static readonly HashSet<string> NumberHeaders =
        new(StringComparer.Ordinal) { "stt", "tt", "st t", "s tt", "số tt", "số thứ tự", "s t t", "số" };

    private static readonly (string Key, FieldRole Role)[] Keys = [.. Phrases.Select(p => (VietnameseText.Fold(p.Phrase), p.Role))];
    private static readonly string Lead = VietnameseText.Fold("chủ trì");
    private static readonly string Carry = VietnameseText.Fold("thực hiện");
    private static readonly string CarryUnit = VietnameseText.Fold("đơn vị thực hiện");
    private static readonly string Result = VietnameseText.Fold("kết quả");
    private static readonly string Together = VietnameseText.Fold("phối hợp");
    private static readonly string Indicator = VietnameseText.Fold("chỉ tiêu");
    private static readonly string[] IndicatorNames = [.. new[] { "nội dung chỉ tiêu", "tên chỉ tiêu", "các chỉ tiêu", "danh mục chỉ tiêu",
        "nhóm chỉ tiêu", "nội dung chỉ số", "tên chỉ số", "nội dung tiêu chí", "tên tiêu chí" }.Select(VietnameseText.Fold)];
    private static readonly string[] Work = [
        VietnameseText.Fold("nhiệm vụ"), VietnameseText.Fold("nội dung"), VietnameseText.Fold("công việc")];

    private static readonly HashSet<string> LabelWords = [.. VietnameseText.Fold(
        "đơn vị cơ quan bộ phận phòng ban chủ trì phối hợp thực hiện thời gian hạn hoàn thành tiến độ sản phẩm kết quả " +
        "đầu ra lãnh đạo phụ trách người chịu nhiệm đứng chỉ dự kiến yêu cầu cần đạt chính tham mưu mối và theo dõi cán " +
        "công chức đồng chí lộ trình nội dung vụ việc mục tiêu các của trực tiếp giải pháp cùng tổ cá nhân trong cụ thể " +
        "triển khai điểm ngày tháng trách giao phân số lượng xong trước").Split(' ')];

    /// <summary>
    /// The role of a label before a colon in running text: only words by which fields are named, so that no clause of a sentence passes
    /// for one.
    /// </summary>
    public static FieldRole ClassifyLabel(string label) =>
        VietnameseText.Fold(label).Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 and <= 10 } words
            && Array.TrueForAll(words, LabelWords.Contains)
            ? words is ["thực", "hiện"] ? FieldRole.Carry : Classify(label)
            : FieldRole.Other;

    /// <summary>The role that a header or label names; <see cref="FieldRole.Other"/> when none is recognised.</summary>
    public static FieldRole Classify(string header)
    {
        var key = Headings.Key(header);
        if (key.Length is 0 or > LongestLabel)
        {
            return FieldRole.Other;
        }

        if (NumberHeaders.Contains(key))
        {
            return FieldRole.Number;
        }

        if (NamesYear(key) && !key.Contains(Lead, StringComparison.Ordinal))
        {
            return ClassifyYear(key);
        }

        if (key.Contains(Together, StringComparison.Ordinal)
            && (key.Contains(Lead, StringComparison.Ordinal) || key.Contains(CarryUnit, StringComparison.Ordinal)))
        {
            return key.StartsWith(Together, StringComparison.Ordinal) ? FieldRole.CoUnit : FieldRole.LeadAndCoUnit;
        }

        if (IndicatorNames.Any(name => key.StartsWith(name, StringComparison.Ordinal)))
        {
            return FieldRole.Indicator;
        }

        if (key.StartsWith(Indicator, StringComparison.Ordinal) && !Work.Any(w => key.Contains(w, StringComparison.Ordinal)))
        {
            return FieldRole.Indicator;
        }

        foreach (var (phrase, role) in Keys)
        {
            if (ContainsWords(key, phrase))
            {
                return role;
            }
        }

        return FieldRole.Other;
    }

    private static FieldRole ClassifyYear(string key)
    {
        foreach (var (phrase, role) in Keys)
        {
            if (ContainsWords(key, phrase))
            {
                return phrase == Result ? FieldRole.Baseline
                    : role is FieldRole.Output or FieldRole.Work or FieldRole.Deadline or FieldRole.Leader or FieldRole.LeadUnit ? role
                    : role is FieldRole.Baseline ? FieldRole.Baseline
                    : FieldRole.TargetValue;
            }
        }

        return key.Contains(Carry, StringComparison.Ordinal) ? FieldRole.Baseline : FieldRole.TargetValue;
    }

    /// <summary>"2026", "năm 2026", "đến năm 2030".</summary>
    private static bool NamesYear(string key)
    {
        for (var i = 0; i + 4 <= key.Length; i++)
        {
            if (key[i] == '2' && key[i + 1] == '0' && char.IsDigit(key[i + 2]) && char.IsDigit(key[i + 3])
                && (i == 0 || !char.IsLetterOrDigit(key[i - 1])) && (i + 4 == key.Length || !char.IsDigit(key[i + 4])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContainsWords(string key, string phrase)
    {
        for (var at = key.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = key.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if ((at == 0 || !char.IsLetterOrDigit(key[at - 1])) && (end == key.Length || !char.IsLetterOrDigit(key[end])))
            {
                return true;
            }
        }

        return false;
    }
}
