namespace NamRo.Administration.Domain;

/// <summary>Vietnamese words for the kinds of units.</summary>
internal static class OrgUnitKindTitles
{
    public static IReadOnlyDictionary<OrgUnitKind, string> All { get; } = new Dictionary<OrgUnitKind, string>
    {
        [OrgUnitKind.Leadership] = "Lãnh đạo UBND",
        [OrgUnitKind.Office] = "Văn phòng HĐND và UBND",
        [OrgUnitKind.Division] = "Phòng chuyên môn",
        [OrgUnitKind.ServiceCentre] = "Trung tâm Phục vụ hành chính công",
        [OrgUnitKind.PublicService] = "Đơn vị sự nghiệp công",
        [OrgUnitKind.Police] = "Công an",
        [OrgUnitKind.Military] = "Quân sự",
        [OrgUnitKind.Party] = "Cơ quan Đảng",
        [OrgUnitKind.Council] = "Hội đồng nhân dân",
        [OrgUnitKind.Front] = "Mặt trận và đoàn thể",
        [OrgUnitKind.Health] = "Trạm Y tế",
        [OrgUnitKind.School] = "Trường học",
        [OrgUnitKind.ResidentialGroup] = "Tổ dân phố, thôn",
        [OrgUnitKind.CommunityTeam] = "Tổ công nghệ số cộng đồng",
        [OrgUnitKind.Other] = "Khác",
    };

    public static string Title(this OrgUnitKind kind) => All[kind];
}
