namespace NamRo.Language.Tests;

public sealed class OrganNamesTests
{
    [Theory]
    [InlineData("giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với Công an phường triển khai", "Phòng Văn hóa - Xã hội|Công an phường")]
    [InlineData("Phòng Kinh tế, Hạ tầng và Đô thị căn cứ khả năng cân đối ngân sách", "Phòng Kinh tế, Hạ tầng và Đô thị")]
    [InlineData("Văn phòng HĐND và UBND phường chủ trì, tham mưu", "Văn phòng HĐND và UBND phường")]
    [InlineData("Trung tâm phục vụ hành chính công phường tiếp nhận hồ sơ", "Trung tâm phục vụ hành chính công phường")]
    [InlineData("phối hợp với các phòng, ban, đơn vị thuộc phường tổ chức tập huấn", "các phòng, ban, đơn vị thuộc phường")]
    [InlineData("Các cơ quan, đơn vị liên quan báo cáo", "Các cơ quan, đơn vị liên quan")]
    [InlineData("Ủy ban nhân dân phường Lê Chân xây dựng Kế hoạch", "Ủy ban nhân dân phường Lê Chân")]
    [InlineData("Sở Khoa học và Công nghệ và Sở Tài chính hướng dẫn", "Sở Khoa học và Công nghệ|Sở Tài chính")]
    [InlineData("Vụ Pháp chế xây dựng Thông tư; Sở Nội vụ tổng hợp; Ban Quản lý dự án đầu tư xây dựng chủ trì", "Vụ Pháp chế|Sở Nội vụ|Ban Quản lý dự án đầu tư xây dựng")]
    [InlineData("Ban Chỉ đạo chuyển đổi số huyện Đăk R’lấp ban hành; phối hợp với Xã đoàn", "Ban Chỉ đạo chuyển đổi số huyện Đăk R’lấp|Xã đoàn")]
    [InlineData("tại thành phố Hải Phòng năm 2026", "")]
    [InlineData("tăng cường phòng, chống tội phạm; ban hành quy chế; tổ chức hội nghị", "")]
    [InlineData("Ban hành kế hoạch. Tổ chức thực hiện. Hội nghị tổng kết. Báo cáo kết quả", "")]
    public void FindIn_Prose(string prose, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), OrganNames.FindIn(prose).Select(r => r.Of(prose)));

    [Theory]
    [InlineData("VP HĐND&UBND", "Văn phòng HĐND và UBND")]
    [InlineData("Văn phòng HĐND - UBND phường", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường")]
    [InlineData("phòng VHXH", "Phòng Văn hóa - Xã hội")]
    [InlineData("Phòng VH-XH", "Phòng Văn hoá – Xã hội phường")]
    [InlineData("TTPVHCC", "Trung tâm Phục vụ hành chính công")]
    [InlineData("Sở KH&CN", "Sở Khoa học và Công nghệ thành phố")]
    [InlineData("PHÒNG VĂN HÓA - XÃ HỘI", "Phòng Văn hoá - Xã hội")]
    [InlineData("Uỷ ban MTTQ phường", "Ủy ban Mặt trận Tổ quốc phường")]
    [InlineData("CA phường", "Công an phường")]
    [InlineData("Phòng KT, HT&ĐT", "Phòng Kinh tế, Hạ tầng và Đô thị")]
    public void AreSame_Aliases(string one, string other)
    {
        Assert.True(OrganNames.AreSame(one, other));
        Assert.True(OrganNames.AreSame(other, one));
    }

    [Theory]
    [InlineData("UBND phường", "UBND thành phố")]
    [InlineData("Phòng Văn hóa - Xã hội", "Phòng Kinh tế")]
    [InlineData("Công an phường Lê Chân", "Công an phường An Hải")]
    [InlineData("HĐND phường", "UBND phường")]
    [InlineData("", "UBND phường")]
    public void AreSame_OtherOrgans_AreNot(string one, string other) => Assert.False(OrganNames.AreSame(one, other));

    [Fact]
    public void Match_NameOrSlip_FindsTheUnit_ElseLeavesBlank()
    {
        string[] units = ["Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND phường", "Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường", "Trung tâm Phục vụ hành chính công"];
        Assert.Equal(units[0], OrganNames.Match("phòng VHXH", units));
        Assert.Equal(units[1], OrganNames.Match("Văn phòng HĐND & UBND phu", units));
        Assert.Equal(units[4], OrganNames.Match("Trung tâm phục vụ hành chinh công phường", units));
        Assert.Null(OrganNames.Match("Các phòng, ban, đơn vị", units));
        Assert.Null(OrganNames.Match("Trạm Y tế", units));
    }

    [Theory]
    [InlineData("Chủ tịch UBND phường", true)]
    [InlineData("Đồng chí Đinh Thị Thu Hà, Phó Chủ tịch Ủy ban nhân dân phường", true)]
    [InlineData("đ/c Nguyễn Văn A", true)]
    [InlineData("Trưởng phòng Văn hóa - Xã hội", true)]
    [InlineData("Nguyễn Thị Vân Anh", true)]
    [InlineData("Phạm Văn Tân", true)]
    [InlineData("Phòng Văn hóa - Xã hội", false)]
    [InlineData("Đoàn Thanh niên", false)]
    [InlineData("Các phòng, ban, đơn vị", false)]
    [InlineData("Trung tâm Phục vụ hành chính công", false)]
    public void IsPerson_TellsPersonFromUnit(string text, bool isPerson) => Assert.Equal(isPerson, PersonTitle.IsPerson(text));

    [Theory]
    [InlineData("Phòng Văn hóa - Xã hội chủ trì", true)]
    [InlineData("các phòng, ban", true)]
    [InlineData("Công an phường tăng cường", true)]
    [InlineData("Tăng cường công tác", false)]
    [InlineData("Ban hành kế hoạch", false)]
    public void StartsWithOrgan_Sees(string text, bool expected) => Assert.Equal(expected, OrganNames.StartsWithOrgan(text));
}
