using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction;

/// <summary>What a section title says about the targets under it.</summary>
internal enum HeadingKind
{
    /// <summary>No title, or one that says nothing about targets.</summary>
    Neutral,

    /// <summary>Mục tiêu cụ thể, chỉ tiêu.</summary>
    Objectives,

    /// <summary>Mục tiêu chung, mục tiêu tổng quát: only figures count.</summary>
    GeneralObjectives,

    /// <summary>Yêu cầu, quan điểm, nhiệm vụ, kết quả, tổ chức thực hiện: nothing under it is promised as a target.</summary>
    Other,
}

/// <summary>Recognises the titles that open and close the objective sections of a plan.</summary>
internal static class ObjectiveHeadings
{
    private const int LongestTitle = 200;

    private static readonly string[] ObjectiveWords = Keys("mục tiêu", "chỉ tiêu");
    private static readonly string[] GeneralWords = Keys("mục tiêu chung", "tổng quát", "mục tiêu tổng thể");
    private static readonly string[] VisionOpeners = Keys("tầm nhìn");

    // Titles that begin so never hold targets, even when they go on to name objectives ("Kết quả thực hiện các chỉ tiêu").
    private static readonly string[] OtherOpeners = Keys(
        "yêu cầu", "kết quả", "đánh giá", "tình hình", "thực trạng", "nhiệm vụ", "giải pháp", "các nhiệm vụ", "một số nhiệm vụ", "nội dung",
        "tổ chức thực hiện", "kinh phí", "định hướng", "phạm vi", "đối tượng", "căn cứ", "cơ sở", "sự cần thiết", "bối cảnh", "tồn tại",
        "khó khăn",
        "nguyên nhân", "phân công", "trách nhiệm", "danh mục", "lộ trình", "thời gian", "tiến độ", "chế độ báo cáo", "nguồn lực",
        "khái quát", "hạn chế",
        "thông tin, báo cáo", "kiến nghị", "những nhiệm vụ", "nhóm nhiệm vụ", "chương trình", "phương pháp", "hệ thống giải pháp",
        "cách thức");

    // These share a title with objectives ("Quan điểm, mục tiêu") and close the section only when they stand alone.
    private static readonly string[] Companions = Keys("quan điểm", "mục đích", "phương hướng", "ý nghĩa", "nguyên tắc", "phương châm");

    /// <summary>Classifies a title by its words.</summary>
    public static HeadingKind Classify(string title)
    {
        var key = Headings.Key(title);
        if (key.Length is 0 or > LongestTitle || StartsWithAny(key, OtherOpeners))
        {
            return key.Length is 0 or > LongestTitle ? HeadingKind.Neutral : HeadingKind.Other;
        }

        if (ContainsAny(key, GeneralWords))
        {
            return HeadingKind.GeneralObjectives;
        }

        var places = ObjectiveWords.Select(word => key.IndexOf(word, StringComparison.Ordinal));
        var first = places.Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        if (first >= 0 && (first < 25 || StartsWithAny(key, Companions)))
        {
            return HeadingKind.Objectives;
        }

        return StartsWithAny(key, VisionOpeners) ? HeadingKind.Objectives
            : StartsWithAny(key, Companions) ? HeadingKind.Other
            : HeadingKind.Neutral;
    }

    /// <summary>
    /// The title that opens a node: its text when it holds other items or stands alone on a short line, else the words before its colon.
    /// </summary>
    public static string? TitleOf(OutlineNode node)
    {
        var text = node.Text.Trim();
        if (text.Length == 0 || node.Table is not null)
        {
            return null;
        }

        var isShort = text.Length <= LongestTitle && !text.TrimEnd('*', ' ').EndsWith('.') && !text.EndsWith(';');
        if (isShort && (HoldsItems(node) || IsUnnumberedTitle(node, text)) && Quantities.FindIn(text).Count == 0)
        {
            return text;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 60 && !text[..colon].Contains('(') ? text[..colon] : null;
    }

    /// <summary>Whether the node is nothing but a title or a lead-in: it promises nothing itself.</summary>
    public static bool IsBareTitle(OutlineNode node)
    {
        var text = node.Text.Trim().Trim('*', '_', ' ');
        return text.Length == 0 || text.EndsWith(':')
            || (HoldsItems(node) && text.Length <= LongestTitle && Quantities.FindIn(text).Count == 0);
    }

    private static bool HoldsItems(OutlineNode node) => node.Children.Count > 0;

    private static bool IsUnnumberedTitle(OutlineNode node, string text) =>
        node.Label.Kind == LabelKind.None
        && (text.EndsWith(':') || node.Block is Paragraph { IsBold: true } || IsUpper(text)
            || text.StartsWith("**", StringComparison.Ordinal)
            || Classify(text) is HeadingKind.Objectives or HeadingKind.GeneralObjectives && text.Length < 60);

    private static bool IsUpper(string text) => text.Count(char.IsUpper) > 0.7 * Math.Max(4, text.Count(char.IsLetter));

    private static bool StartsWithAny(string key, string[] words) =>
        Array.Exists(words, word => key.StartsWith(word, StringComparison.Ordinal)
            && (key.Length == word.Length || !char.IsLetterOrDigit(key[word.Length])));

    private static bool ContainsAny(string key, string[] words) =>
        Array.Exists(words, word => key.Contains(word, StringComparison.Ordinal));

    private static string[] Keys(params string[] words) => Array.ConvertAll(words, VietnameseText.Fold);
}
