using NamRo.Administration.Domain;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Time;
using NamRo.Language;

namespace NamRo.Administration;

/// <summary>What a row of the file makes of a unit; null: the file does not say, so it stays.</summary>
internal sealed record UnitWish(Guid Id, OrgUnit? Existing, string Name, string ShortName, OrgUnitKind Kind, DateOnly ValidFrom,
    string? HeadName, string HeadTitle)
{
    public Guid? ParentId { get; set; }

    public IReadOnlyList<string> AddedNames { get; init; } = [];

    public IReadOnlyList<string> DroppedNames { get; init; } = [];
}

/// <summary>Who heads what today, by folded name.</summary>
internal sealed record UnitHeads(ILookup<string, Guid> PeopleByName, IReadOnlyDictionary<Guid, (string FullName, string Title)> ByUnit);

/// <summary>Understands the rows of a file about units against the units there are. Pure: writes nothing.</summary>
internal sealed class UnitPlan(SheetContent sheet, IReadOnlyList<OrgUnit> units, UnitHeads heads, WardClock clock)
{
    private const int LongestTitle = 120;
    private const string DefaultHeadTitle = "Người đứng đầu";

    private readonly Dictionary<Guid, UnitWish> wishes = [];
    private readonly Dictionary<SheetRow, UnitWish> byRow = [];
    private readonly Dictionary<string, int> rowOfName = new(StringComparer.Ordinal);

    public ImportPlan<UnitWish> Make()
    {
        foreach (var row in sheet.Rows)
        {
            ReadRow(row);
        }

        var parents = units.Where(unit => !wishes.ContainsKey(unit.Id)).ToDictionary(unit => unit.Id, unit => unit.ParentId);
        foreach (var (row, wish) in byRow)
        {
            wish.ParentId = sheet.Has(UnitSheet.Parent) ? ParentOf(row) : wish.Existing?.ParentId;
            parents[wish.Id] = wish.ParentId;
        }

        foreach (var (row, wish) in byRow.Where(pair => IsInCycle(pair.Value.Id, parents)))
        {
            row.Refuse(UnitSheet.Parent, $"“{wish.Name}” thành cấp trên của chính nó.");
        }

        var plan = sheet.Plan(row => byRow.GetValueOrDefault(row) is { } wish ? Describe(row.Number, wish) : null);
        // Parents first: a unit can only be put below one that is there.
        return plan with { Rows = [.. plan.Rows.OrderBy(row => Depth(row.Value.Id, parents)).ThenBy(row => row.Row)] };
    }

    private void ReadRow(SheetRow row)
    {
        var name = row.Text(UnitSheet.Name, OrgUnit.LongestName);
        if (name.Length == 0)
        {
            return;
        }

        var key = VietnameseText.Fold(name);
        var existing = Find(row, key);
        if (!rowOfName.TryAdd(key, row.Number))
        {
            row.Refuse(UnitSheet.Name, $"trùng với dòng {rowOfName[key]}.");
            return;
        }

        if (units.FirstOrDefault(unit => unit.NameKey == key) is { } other && other.Id != existing?.Id)
        {
            row.Refuse(UnitSheet.Name, $"đã có đơn vị khác tên “{name}”.");
            return;
        }

        var wish = Read(row, name, existing);
        if (!wishes.TryAdd(wish.Id, wish))
        {
            row.Refuse(UnitSheet.Name, "hai dòng nói về một đơn vị.");
            return;
        }

        byRow[row] = wish;
    }

    /// <summary>By the hidden key of an export, else by the name.</summary>
    private OrgUnit? Find(SheetRow row, string nameKey) =>
        (Guid.TryParse(row.Text(UnitSheet.Key), out var id) ? units.FirstOrDefault(unit => unit.Id == id) : null)
        ?? units.FirstOrDefault(unit => unit.NameKey == nameKey);

    private UnitWish Read(SheetRow row, string name, OrgUnit? existing)
    {
        var shortName = sheet.Has(UnitSheet.ShortName) ? row.Text(UnitSheet.ShortName, OrgUnit.LongestShortName)
            : existing?.ShortName ?? "";
        var kinds = OrgUnitKindTitles.All.Select(pair => new KeyValuePair<string, OrgUnitKind?>(pair.Value, pair.Key));
        var kind = row.Choice(UnitSheet.Kind, kinds) ?? existing?.Kind ?? OrgUnitKind.Division;
        var from = row.Date(UnitSheet.ValidFrom) ?? existing?.ValidFrom ?? clock.Today;
        if (existing is not null && from != existing.ValidFrom)
        {
            row.Refuse(UnitSheet.ValidFrom, $"đơn vị đã hoạt động từ {existing.ValidFrom:dd/MM/yyyy}; ngày này không đổi được.");
        }

        var (added, dropped) = ReadAliases(row, name, existing);
        var head = row.Text(UnitSheet.Head, Person.LongestName);
        var title = row.Text(UnitSheet.HeadTitle, LongestTitle);
        return new UnitWish(existing?.Id ?? Guid.CreateVersion7(clock.Now), existing, name, shortName, kind, from,
            HeadOf(row, head, title, existing), title.Length > 0 ? title : DefaultHeadTitle)
        {
            AddedNames = added,
            DroppedNames = dropped,
        };
    }

    /// <summary>The name of the new head; null: stays as it is.</summary>
    private string? HeadOf(SheetRow row, string name, string title, OrgUnit? unit)
    {
        if (name.Length == 0)
        {
            return null;
        }

        if (heads.PeopleByName[VietnameseText.Fold(name)].Skip(1).Any())
        {
            row.Refuse(UnitSheet.Head, $"có nhiều cán bộ tên “{name}”. Hãy để trống rồi bố trí ở trang Cán bộ.");
            return null;
        }

        var isSame = unit is not null && heads.ByUnit.TryGetValue(unit.Id, out var now) && VietnameseText.AreSame(now.FullName, name)
            && (title.Length == 0 || now.Title == title);
        return isSame ? null : name;
    }

    private (IReadOnlyList<string> Added, IReadOnlyList<string> Dropped) ReadAliases(SheetRow row, string name, OrgUnit? existing)
    {
        var now = existing?.Aliases.Select(alias => alias.Name).ToList() ?? [];
        if (!sheet.Has(UnitSheet.Aliases))
        {
            return ([], []);
        }

        var wanted = row.Text(UnitSheet.Aliases).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .DistinctBy(VietnameseText.Fold).Where(alias => !VietnameseText.AreSame(alias, name)).ToList();
        if (wanted.Exists(alias => alias.Length > OrgUnit.LongestName))
        {
            row.Refuse(UnitSheet.Aliases, $"mỗi tên dài nhất {OrgUnit.LongestName} ký tự, ngăn cách bằng dấu chấm phẩy.");
        }

        return ([.. wanted.Where(alias => !now.Exists(known => VietnameseText.AreSame(known, alias)))],
            [.. now.Where(known => !wanted.Exists(alias => VietnameseText.AreSame(known, alias)))]);
    }

    private Guid? ParentOf(SheetRow row)
    {
        var name = row.Text(UnitSheet.Parent, OrgUnit.LongestName);
        if (name.Length == 0)
        {
            return null;
        }

        var key = VietnameseText.Fold(name);
        var found = wishes.Values.FirstOrDefault(wish => VietnameseText.Fold(wish.Name) == key)?.Id
            ?? units.FirstOrDefault(unit => unit.NameKey == key)?.Id
            ?? units.FirstOrDefault(unit => unit.Aliases.Exists(alias => VietnameseText.Fold(alias.Name) == key)
                || VietnameseText.Fold(unit.ShortName) == key)?.Id;
        if (found is null)
        {
            row.Refuse(UnitSheet.Parent, $"không có đơn vị “{name}” trong phường hay trong tệp.");
        }

        return found;
    }

    private static bool IsInCycle(Guid unit, Dictionary<Guid, Guid?> parents) => Depth(unit, parents) > parents.Count;

    private static int Depth(Guid unit, Dictionary<Guid, Guid?> parents)
    {
        var depth = 0;
        for (var above = parents.GetValueOrDefault(unit); above is { } step && depth <= parents.Count; depth++)
        {
            above = parents.GetValueOrDefault(step);
        }

        return depth;
    }

    private static PlannedRow<UnitWish> Describe(int row, UnitWish wish)
    {
        var changes = new List<string>();
        if (wish.Existing is { } unit)
        {
            Note(changes, "tên", unit.Name, wish.Name);
            Note(changes, "tên gọi tắt", unit.ShortName, wish.ShortName);
            Note(changes, "loại", unit.Kind.Title(), wish.Kind.Title());
            if (unit.ParentId != wish.ParentId)
            {
                changes.Add("đổi đơn vị cấp trên");
            }
        }

        changes.AddRange(wish.AddedNames.Select(name => $"thêm tên gọi “{name}”"));
        changes.AddRange(wish.DroppedNames.Select(name => $"bỏ tên gọi “{name}”"));
        if (wish.HeadName is { } head)
        {
            changes.Add($"người đứng đầu: {head}");
        }

        var change = wish.Existing is null ? RowChange.New : changes.Count > 0 ? RowChange.Changed : RowChange.Same;
        return new PlannedRow<UnitWish>(row, wish.Name, change, string.Join("; ", changes), wish);
    }

    private static void Note(List<string> changes, string what, string before, string after)
    {
        if (before != after)
        {
            changes.Add($"{what}: “{before}” thành “{after}”");
        }
    }
}
