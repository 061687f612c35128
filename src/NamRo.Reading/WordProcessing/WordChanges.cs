using System.Xml.Linq;

namespace NamRo.Reading.WordProcessing;

/// <summary>Counts what a person should be told about a document: open tracked changes, parts that were not read.</summary>
internal sealed class WordChanges
{
    private int insertions;
    private int deletions;

    public void Count(XElement change)
    {
        insertions += change.Name.LocalName is "ins" or "moveTo" ? 1 : 0;
        deletions += change.Name.LocalName is "del" or "moveFrom" ? 1 : 0;
    }

    public IEnumerable<ReadingNotice> Notices()
    {
        if (insertions + deletions > 0)
        {
            yield return new ReadingNotice(
                "word.tracked-changes",
                $"Văn bản còn {insertions} chỗ thêm và {deletions} chỗ xóa chưa được chấp nhận (Track Changes); đã "
                    + "đọc như thể tất cả được chấp nhận.");
        }
    }
}
