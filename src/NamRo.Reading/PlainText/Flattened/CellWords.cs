using System.Text.RegularExpressions;
using NamRo.Language;

namespace NamRo.Reading.PlainText.Flattened;

/// <summary>
/// The words by which cells of plans' tables begin and end: what tells a unit from an output or a deadline when the ruling is gone.
/// </summary>
internal static partial class CellWords
{
    private const int LongestEnd = 16;

    /// <summary>A new cell may open inside a line at this word.</summary>
    public static bool MayOpenCell(string text, int at)
    {
        var mayOpen = char.IsUpper(text[at]) || char.IsDigit(text[at]) || IsComparator(text[at]) || text[at] == '%';
        var before = text.AsSpan(0, at).TrimEnd();
        if (!mayOpen || (before.Length > 0 && (IsComparator(before[^1]) || before[^1] is '-' or '–')))
        {
            return false;
        }

        var rest = text[at..Math.Min(text.Length, at + 60)];
        return text[at] == '%' || StartsUnit(rest) || StartsOutput(rest) || StartsDeadline(rest) || StartsValue(rest) || StartsPerson(rest);
    }

    private static bool IsComparator(char c) => c is '≥' or '≤' or '>' or '<';

    /// <summary>The name of an organ, or the head of one that a line end cut off.</summary>
    public static bool StartsUnit(string text) => Head().IsMatch(text) || OrganNames.StartsWithOrgan(text);

    public static bool StartsOutput(string text) => Output().IsMatch(text);

    public static bool StartsDeadline(string text) => Deadline().IsMatch(text);

    public static bool StartsPerson(string text) => Person().IsMatch(text);

    public static bool StartsValue(string text) => Value().IsMatch(text);

    /// <summary>A unit's name, spelt as one, begins here: inside a cell that is no list of units it opens the next cell.</summary>
    public static bool OpensUnit(string text) => UnitInside().Match(text) is { Success: true, Index: 0 };

    /// <summary>The units that begin inside the text where no separator stands before them: two cells run together.</summary>
    public static int UnitsInside(string text)
    {
        var count = 0;
        foreach (var match in UnitInside().EnumerateMatches(text))
        {
            count += match.Index > 0 && !Holds(text.AsSpan(0, match.Index)) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The text ends with a separator, or with a word that takes a unit as its object.</summary>
    public static bool Holds(ReadOnlySpan<char> text)
    {
        var before = text.TrimEnd();
        return before.Length == 0 || before[^1] is ';' or ',' or '-' or '–' or '/' or '&' or '(' or ':' or '\n' or '+'
            || Holder().IsMatch(before[Math.Max(0, before.Length - LongestEnd)..]);
    }

    /// <summary>The text stops in the middle: on a comma, a dash, or a word that needs another.</summary>
    public static bool IsOpenEnded(string text) => OpenEnd().IsMatch(text.AsSpan(Math.Max(0, text.Length - LongestEnd)));

    [GeneratedRegex(
        @"^(Các|Phòng|Văn phòng|VP|Trung tâm|Công an|Ủy ban|Uỷ ban|Ban|Sở|Bộ|Cục|Chi cục|Chi nhánh|Trường|Trạm|UBND|"
            + @"HĐND|Đảng ủy|Đoàn|Hội|Cơ quan|Đơn vị)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Head();

    [GeneratedRegex(
        @"\b(Phòng|Các|Văn phòng|Trung tâm|Công an|Sở|Ban Chỉ|Ban Quản|Trường|Trạm|Hội (Nông|Cựu|Liên|Phụ)|Đoàn|"
            + @"Ủy ban|Uỷ ban|UBND|Tổ (dân|công)|Đơn vị|Cơ quan|Mặt trận)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex UnitInside();

    [GeneratedRegex(
        @"(\b(và|của|thuộc|với|tại|do|bởi|các|những|Văn phòng|VP|HĐND|cho|là|đảng ủy|Phó|Chủ tịch|Trưởng|lãnh đạo|"
            + @"Thường trực|toàn|ủy ban))$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Holder();

    [GeneratedRegex(
        @"^(kế hoạch|báo cáo|văn bản|quyết định|quy chế|quy tắc|quy định|quy trình|đề án|dự án|tờ trình|hồ sơ|"
            + @"danh mục|danh sách|phong trào|hội nghị|hội thi|lớp|các lớp|chương trình|hệ thống|csdl|cơ sở dữ liệu|"
            + @"đăng ký|tài liệu|tin,? bài|biên bản|thông báo|thông tin|nghị quyết|công văn|hướng dẫn|phần mềm|"
            + @"nền tảng|kết quả|sản phẩm|bộ (chỉ số|tiêu chí|tài liệu|dữ liệu)|kịch bản|chỉ thị|hợp đồng|phương án|"
            + @"bảng|biểu|website|trang thông tin|chuyên mục|mô hình|ứng dụng|chuẩn hóa|nâng cao|\d+(,\d+)?%)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Output();

    [GeneratedRegex(
        @"^(tháng|quý|q\.|năm|trong năm|trong (quý|tháng|tuần)|hàng|hằng|thường xuyên|thương xuyên|"
            + @"nhiệm vụ thường xuyên|thường$|liên tục|duy trì|định kỳ|giai đoạn|trước|chậm nhất|theo|sau khi|"
            + @"khi có|khi|ngay sau|từ|đến|hoàn thành|cả năm|6 tháng|đầu|cuối|\d{1,2}/\d{4}|\d{1,2}/\d{1,2}/\d{4}|"
            + @"20\d\d|t\d{1,2}/)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deadline();

    [GeneratedRegex(
        @"^(đồng chí|đ/c|(phó )?chủ tịch|(phó )?trưởng|(phó )?bí thư|(phó )?giám đốc|(phó )?chánh|lãnh đạo|ông|bà)\b",
            RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex(
        @"^([≥≤><] ?)?\d+([.,]\d+)*( ?[-–] ?\d+([.,]\d+)*)? ?(%|\(|$)|^[≥≤><]|^(đạt|trên|dưới|tối thiểu|không quá|top)\b",
            RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Value();

    [GeneratedRegex(
        @"([,&/(]|( |^)[-–]|\b(và|của|các|cho|với|trong|theo|về|tại|từ|đến|là|những|được|để|bằng|trên|do|nhằm|hoặc|"
            + @"có|Phòng Văn|Phòng Kinh|Trung|Văn|Văn phòng|(Ủy|Uỷ)( ban)?|(Đồng chí|đ/c)( \p{L}+)?))$", RegexOptions.ExplicitCapture)]
    private static partial Regex OpenEnd();
}
