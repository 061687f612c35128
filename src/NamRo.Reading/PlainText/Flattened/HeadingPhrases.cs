using System.Text.RegularExpressions;

namespace NamRo.Reading.PlainText.Flattened;

/// <summary>
/// Cuts the run-together headings of a flattened table ("TT Nội dung Cơ quan chủ trì ...") into columns, by the words that headings of
/// plans use.
/// </summary>
internal static partial class HeadingPhrases
{
    private const int MostUnknownWords = 6;
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Units =
        "(các )?(cơ quan|đơn vị|phòng|ban|bộ phận|tổ chức|địa phương|ngành|cá nhân)((,|/| -)? ?(và )?(cơ quan|"
            + "đơn vị|phòng|ban|bộ phận|tổ chức|địa phương|ngành|cá nhân))*";

    private static readonly (ColumnKind Kind, Regex Phrase)[] Phrases =
    [
        (ColumnKind.Number, NumberPhrase()),
        (ColumnKind.Leader, LeaderPhrase()),
        (ColumnKind.LeadUnit, LeadUnitPhrase()),
        (ColumnKind.SupportUnit, SupportUnitPhrase()),
        (ColumnKind.Value, ValuePhrase()),
        (ColumnKind.Output, OutputPhrase()),
        (ColumnKind.Deadline, DeadlinePhrase()),
        (ColumnKind.Measure, MeasurePhrase()),
        (ColumnKind.Budget, BudgetPhrase()),
        (ColumnKind.Note, NotePhrase()),
        (ColumnKind.Text, TextPhrase()),
    ];

    /// <summary>The columns in order; null when the words are not the headings of a numbered table of at least three columns.</summary>
    public static IReadOnlyList<TableColumn>? Read(string words)
    {
        var columns = new List<TableColumn>();
        var unknown = 0;
        for (var at = 0; at < words.Length;)
        {
            var (kind, length) = Longest(words, at);
            if (length > 0)
            {
                columns.Add(new TableColumn(kind, words.Substring(at, length)));
            }
            else
            {
                length = WordLength(words, at);
                if (columns.Count == 0 || ++unknown > MostUnknownWords)
                {
                    return null;
                }

                columns[^1] = columns[^1] with { Title = TextJoin.Join(columns[^1].Title, words.Substring(at, length)) };
            }

            at += length;
            while (at < words.Length && words[at] == ' ')
            {
                at++;
            }
        }

        return IsTable(columns) ? columns : null;
    }

    private static bool IsTable(List<TableColumn> columns) =>
        columns.Count >= 3 && columns[0].Kind == ColumnKind.Number && columns.Count(column => column.Kind == ColumnKind.Text) == 1
        && columns.Count(column => column.Kind == ColumnKind.Number) == 1;

    private static (ColumnKind Kind, int Length) Longest(string words, int at)
    {
        var best = (ColumnKind.Text, 0);
        foreach (var (kind, phrase) in Phrases)
        {
            var match = phrase.Match(words, at);
            var length = match.Success && EndsWord(words, at + match.Length) ? match.Length : 0;
            best = length > best.Item2 ? (kind, length) : best;
        }

        return best;
    }

    private static bool EndsWord(string words, int end) => end >= words.Length || !char.IsLetterOrDigit(words[end]);

    private static int WordLength(string words, int at)
    {
        var end = words.IndexOf(' ', at);
        return (end < 0 ? words.Length : end) - at;
    }

    [GeneratedRegex(@"\G(s ?t ?t|t ?t|số tt|số thứ tự)", Options)]
    private static partial Regex NumberPhrase();

    [GeneratedRegex(
        @"\G((người|lãnh đạo|đồng chí|thành viên)( ubnd| đảng ủy)?( phường| xã| thành phố| tỉnh)?( (đứng đầu|"
            + @"phụ trách|chỉ đạo|chịu trách nhiệm|thực hiện|theo dõi|chủ trì))+|chủ trì chủ đạo)", Options)]
    private static partial Regex LeaderPhrase();

    [GeneratedRegex(
        @"\G((" + Units + @" )?(được giao )?chủ trì( (thực hiện|tham mưu|triển khai))?|" + Units + @" (đầu mối|"
            + @"thực hiện|tham mưu|phụ trách|chịu trách nhiệm|theo dõi)( (thực hiện|triển khai))?|phân công( thực hiện)?)", Options)]
    private static partial Regex LeadUnitPhrase();

    [GeneratedRegex(@"\G(" + Units + @" )?phối hợp( (thực hiện|triển khai))?", Options)]
    private static partial Regex SupportUnitPhrase();

    [GeneratedRegex(
        @"\G((kết quả|thực hiện|hiện trạng|kế hoạch|mục tiêu|chỉ tiêu|số liệu|ước)( (thực hiện|đạt được|đến|"
            + @"ước))* (năm )?20\d\d|((đến|hết) )?năm 20\d\d|giai đoạn 20\d\d ?[-–] ?20\d\d)", Options)]
    private static partial Regex ValuePhrase();

    [GeneratedRegex(
        @"\G(dự kiến )?(sản phẩm|kết quả|đầu ra)((/|, | và | ?/ ?)(sản phẩm|kết quả))?( (cần đạt|phải đạt|đầu ra|"
            + @"dự kiến|hoàn thành|thực hiện|đạt được|chủ yếu|chính|cụ thể|yêu cầu))*", Options)]
    private static partial Regex OutputPhrase();

    [GeneratedRegex(
        @"\G((mốc )?(thời gian|thời hạn|tiến độ|thời điểm|hạn)((,|/| /|, |/ | và)? ?(thực hiện|hoàn thành|"
            + @"triển khai|kết thúc|trình|báo cáo|ban hành|dự kiến))*|hoàn thành)", Options)]
    private static partial Regex DeadlinePhrase();

    [GeneratedRegex(@"\G(đvt|đơn vị tính)", Options)]
    private static partial Regex MeasurePhrase();

    [GeneratedRegex(@"\G((dự kiến|nguồn) )*(kinh phí|nguồn vốn|ngân sách|nguồn lực)( (thực hiện|dự kiến))*", Options)]
    private static partial Regex BudgetPhrase();

    [GeneratedRegex(@"\Gghi chú", Options)]
    private static partial Regex NotePhrase();

    [GeneratedRegex(
        @"\G((tên|các|nhóm|danh mục) )*(nội dung|nhiệm vụ|công việc|chỉ tiêu|hoạt động|giải pháp|mục tiêu|"
            + @"tiêu chí)(,? ?(và |/ ?)?(nội dung|nhiệm vụ|công việc|chỉ tiêu|hoạt động|giải pháp|mục tiêu|cụ thể|"
            + @"chủ yếu|trọng tâm|thực hiện|triển khai))*", Options)]
    private static partial Regex TextPhrase();
}
