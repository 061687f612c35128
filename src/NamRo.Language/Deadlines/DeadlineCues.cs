namespace NamRo.Language;

/// <summary>
/// The words by which administrative Vietnamese says "all the time", "again and again" and "when something happens". Accents are left
/// aside: recognition loses them.
/// </summary>
internal static class DeadlineCues
{
    public static readonly PhraseTable Continuous = PhraseTable.Of("""
        thuong xuyen | lien tuc | hang ngay | hang gio | tro di | thuong truc | trong suot | suot qua trinh | suot thoi gian | suot nam
        moi ngay | quanh nam
        """, bare: true);

    public static readonly PhraseTable Kept = PhraseTable.Of("duy tri", bare: true);

    public static readonly PhraseTable Periodic = PhraseTable.Of("""
        hang tuan | hang thang | hang quy | hang nam | moi tuan | moi thang | moi quy | moi nam | tung tuan | tung thang | tung quy
        tung nam
        thang cuoi quy | dinh ky | dinh ki | thuong nien | tuan mot lan | thang mot lan | quy mot lan | nam mot lan | cac thang trong nam
        cac quy trong nam | cac thang | cac quy
        """, bare: true);

    public static readonly PhraseTable YearsAfter = PhraseTable.Of("""
        cac nam tiep theo | nhung nam tiep theo | nam tiep theo | cac nam sau | nhung nam sau | cac nam ke tiep | cac nam tiep sau
        cac giai doan tiep theo
        """, bare: true);

    public static readonly PhraseTable Conditional = PhraseTable.Of("""
        theo | sau khi | ngay sau | ngay khi | khi | trong vong | ke tu | tuy | tuy theo | can cu | phu thuoc | neu | sau | tu khi
        den khi | cho den khi | dot xuat
        phu hop voi | cung voi | gan voi | phat sinh | dong bo voi
        """, bare: true);

    /// <summary>A date after one of these is the day by which the work is done, whatever else is said.</summary>
    public static readonly PhraseTable Firm = PhraseTable.Of("""
        hoan thanh | xong | truoc | cham nhat | khong qua | han chot | muon nhat
        """, bare: true);

    public static readonly PhraseTable Rounds = PhraseTable.Of("dot | lan | vong | ky | ki", bare: true);

    public static readonly PhraseTable Onwards = PhraseTable.Of("tu | bat dau tu | bat dau | ke tu", bare: true);

    public static readonly PhraseTable Until = PhraseTable.Of("den | toi | het", bare: true);

    public static readonly PhraseTable Issue = PhraseTable.Of("ngay ban hanh | ngay ky | ban hanh | ngay ra", bare: true);
}
