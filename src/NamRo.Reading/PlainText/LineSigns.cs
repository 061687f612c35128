using System.Text.RegularExpressions;

namespace NamRo.Reading.PlainText;

/// <summary>What the look of a line says about where paragraphs and rows begin and end.</summary>
internal static partial class LineSigns
{
    private const string Bullets = "-–—+•·▪●○◦✓➢►";

    /// <summary>The line opens with a number, letter, bullet or fixed word that begins a paragraph of its own.</summary>
    public static bool StartsItem(string line) =>
        line.Length > 1 && (StartsBullet(line) || StartsNumber(line) || NamedItem().IsMatch(line) || StartsSignature(line));

    /// <summary>The line opens with the name of a field and a colon: "Đơn vị chủ trì: ...".</summary>
    public static bool StartsField(string line) => FieldLine().IsMatch(line);

    /// <summary>Nothing but a time: the title of the rows of a quarter or month.</summary>
    public static bool IsPeriod(string text) => Period().IsMatch(text);

    /// <summary>The line opens with the number or letter of a section or list item.</summary>
    public static bool StartsNumber(string line) => NumberedItem().IsMatch(line);

    public static bool StartsBullet(string line) =>
        line.Length > 1
            && ((Bullets.Contains(line[0], StringComparison.Ordinal) && !char.IsDigit(line[1])) || (line[0] == '*' && line[1] == ' '));

    /// <summary>A bullet before a small letter: also how the second half of "kinh tế - xã hội" looks after a line break.</summary>
    public static bool StartsWeakBullet(string line) => StartsBullet(line) && StartsLower(line[1..].TrimStart());

    public static bool StartsLower(string line) => line.Length > 0 && char.IsLower(line[0]);

    public static bool StartsSignature(string line) => Signature().IsMatch(line);

    /// <summary>The line closes a sentence or a list item.</summary>
    public static bool EndsFinal(string line)
    {
        var text = line.AsSpan().TrimEnd(" ”\"')»*");
        return text.Length > 0 && text[^1] is '.' or ';' or ':' or '!' or '?' or '…';
    }

    /// <summary>The last word asks for another: "ngày 23 tháng" + "4 năm 2018".</summary>
    public static bool NeedsMore(string line) => OpenWord().IsMatch(line.AsSpan(Math.Max(0, line.Length - 16)));

    /// <summary>The words of a document's heading or signature block, which are often arranged in a table without ruling.</summary>
    public static bool IsFormal(string line) => StartsSignature(line) || FormalLine().IsMatch(line);

    /// <summary>At least two letters, all of them capitals.</summary>
    public static bool IsCapitals(string line) => line.Count(char.IsLetter) > 1 && !line.Any(char.IsLower);

    /// <summary>A row's own number: "1", "1.", "1.2", "(1)", "a)", "IV", "A".</summary>
    public static bool IsRowNumber(string text) => RowNumber().IsMatch(text);

    /// <summary>The number of a group of rows: a Roman numeral or one capital letter.</summary>
    public static bool IsGroupNumber(string text) => GroupNumber().IsMatch(text);

    /// <summary>A line that holds nothing but a page's number.</summary>
    public static bool IsPageNumber(string line) => PageNumber().IsMatch(line);

    /// <summary>Nothing, or a line drawn with characters.</summary>
    public static bool IsRuling(string line) =>
        line.Length == 0 || (line.Length > 2 && line.All(c => c is '-' or '_' or '*' or '=' or ' ' or '.' or '~' or '—' or '–'));

    /// <summary>A heading cell of a number column.</summary>
    public static bool IsNumberHeading(string text) => NumberHeading().IsMatch(text);

    [GeneratedRegex(
        @"^(Cơ quan|Đơn vị|Bộ phận|Chủ trì|Phối hợp|Thực hiện|Thời gian|Thời hạn|Tiến độ|Hoàn thành|Xong|Hạn|Sản phẩm|Kết quả|Đầu ra"
            + @"|Lãnh đạo|Người|Phụ trách|Kinh phí)[\p{Ll} ,/-]{0,40}:", RegexOptions.ExplicitCapture)]
    private static partial Regex FieldLine();

    [GeneratedRegex(
        @"^(\(?\d{1,3}[.)]\s|\d{1,3}\.$|\d{1,3}(\.\d{1,3}){1,4}[.)]?\s|[IVXLC]{1,6}[.)]\s?\S|[a-zđ]{1,2}\)\s?\S|"
            + @"[A-ZĐ]\.\s|\((\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s?\S)", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberedItem();

    [GeneratedRegex(
        @"^((Điều|Chương|Mục|Phần|Phụ lục|PHỤ LỤC|CHƯƠNG|MỤC|PHẦN|Biểu|BIỂU)( số)? [\dIVXA-D]{1,4}\b"
            + @"|(Nhiệm vụ|Dự án|Tiểu dự án|Đề án|Nội dung|Hoạt động|Giải pháp|Chỉ tiêu) \d{1,2}[.:] |(Nơi nhận|Kính gửi|Số) ?:)",
            RegexOptions.ExplicitCapture)]
    private static partial Regex NamedItem();

    [GeneratedRegex(
        @"(^| )(ngày|tháng|năm|số|quý|điều|khoản|mục|và|của|các|cho|với|trong|theo|về|tại|từ|đến|là)$|\w[-/]$",
            RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex OpenWord();

    [GeneratedRegex(
        @"^(nơi nhận|cộng hòa xã hội|cộng hoà xã hội|đảng cộng sản việt nam)",
            RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormalLine();

    [GeneratedRegex(@"^(TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\. ?\p{Lu}", RegexOptions.ExplicitCapture)]
    private static partial Regex Signature();

    [GeneratedRegex(@"^\(?(\d{1,3}(\.\d{1,3}){0,4}|[IVXLC]{1,6}|[a-zđ]|[A-ZĐ])[.)]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex RowNumber();

    [GeneratedRegex(@"^([IVXLC]{1,6}|[A-ZĐ])[.)]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex GroupNumber();

    [GeneratedRegex(@"^(([Tt]rang|[Pp]age) )?[-–]? ?\d{1,3} ?[-–]?((/| of )\d{1,3})?$", RegexOptions.ExplicitCapture)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(Quý|QUÝ|Tháng|THÁNG) (\d{1,2}|[IV]{1,3})((/| năm | NĂM )\d{4})?[.:]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Period();

    [GeneratedRegex(@"^(S?TT|số (tt|thứ tự)|thứ tự|#|no\.?)\.?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex NumberHeading();
}
