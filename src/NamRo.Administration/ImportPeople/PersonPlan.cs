using System.ComponentModel.DataAnnotations;
using NamRo.Administration.Domain;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Time;
using NamRo.Language;

namespace NamRo.Administration;

/// <summary>What a row of the file makes of a person.</summary>
internal sealed record PersonWish(Guid Id, KnownPerson? Existing, string FullName, string? Email, string? Phone)
{
    /// <summary>A position to give; null: they hold it already, or the file names none.</summary>
    public PostWish? Post { get; init; }

    /// <summary>An account to open; null: they have it, or the file names none.</summary>
    public string? UserName { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];
}

/// <summary>A position the file gives.</summary>
/// <param name="EndsId">The position in the same unit that it replaces.</param>
internal sealed record PostWish(Guid UnitId, string Title, bool IsHead, Guid? EndsId);

/// <summary>A person of the ward, with what a row is compared with.</summary>
internal sealed record KnownPerson(Guid Id, string FullName, string? Email, string? Phone, string? UserName,
    IReadOnlyList<Appointment> Posts, IReadOnlySet<string> Roles);

/// <summary>What the ward has: people, units by every name, roles by title, user names that are taken.</summary>
internal sealed record PersonPlanContext(IReadOnlyList<KnownPerson> People, IReadOnlyDictionary<string, Guid> Units,
    IReadOnlyDictionary<string, string> RoleCodes, IReadOnlySet<string> TakenUserNames, bool MayAssignRoles);

/// <summary>Understands the rows of a file about people against the people there are. Pure: writes nothing.</summary>
internal sealed class PersonPlan(SheetContent sheet, PersonPlanContext context, WardClock clock)
{
    private const int LongestEmail = 254;
    private const int LongestPhone = 30;
    private const int LongestTitle = 120;
    private const int ShortestUserName = 3;
    private const int LongestUserName = 64;

    private readonly Dictionary<string, int> seen = new(StringComparer.OrdinalIgnoreCase);

    public ImportPlan<PersonWish> Make() => sheet.Plan(row => Read(row) is { } wish ? Describe(row.Number, wish) : null);

    private PersonWish? Read(SheetRow row)
    {
        var name = row.Text(PersonSheet.Name, Person.LongestName);
        var email = row.Text(PersonSheet.Email, LongestEmail);
        if (email.Length > 0 && !new EmailAddressAttribute().IsValid(email))
        {
            row.Refuse(PersonSheet.Email, $"“{email}” không phải là địa chỉ thư điện tử.");
        }

        var unit = UnitOf(row);
        var existing = Find(row, name, email, unit);
        if (name.Length == 0 || IsTwice(row, existing, $"{VietnameseText.Fold(name)}|{unit}", email))
        {
            return null;
        }

        var phone = row.Text(PersonSheet.Phone, LongestPhone);
        return new PersonWish(existing?.Id ?? Guid.CreateVersion7(clock.Now), existing, name,
            sheet.Has(PersonSheet.Email) ? Kept(email) : existing?.Email, sheet.Has(PersonSheet.Phone) ? Kept(phone) : existing?.Phone)
        {
            Post = PostOf(row, unit, existing),
            UserName = UserNameOf(row, existing),
            Roles = RolesOf(row, existing),
        };
    }

    private static string? Kept(string text) => text.Length == 0 ? null : text;

    /// <summary>
    /// By the hidden key of an export, the user name, the e-mail; by the name only within one unit: two people may have one name.
    /// </summary>
    private KnownPerson? Find(SheetRow row, string name, string email, Guid? unit)
    {
        var people = context.People;
        if (Guid.TryParse(row.Text(PersonSheet.Key), out var id) && people.FirstOrDefault(person => person.Id == id) is { } byKey)
        {
            return byKey;
        }

        var userName = row.Text(PersonSheet.UserName, LongestUserName);
        var key = VietnameseText.Fold(name);
        var found = people.FirstOrDefault(person => userName.Length > 0 && Same(person.UserName, userName))
            ?? people.FirstOrDefault(person => email.Length > 0 && Same(person.Email, email));
        if (found is not null)
        {
            return found;
        }

        var alike = people.Where(person => VietnameseText.Fold(person.FullName) == key
            && (unit is null || person.Posts.Count == 0 || person.Posts.Any(post => post.UnitId == unit))).Take(2).ToList();
        if (alike.Count == 2)
        {
            row.Refuse(PersonSheet.Name, $"phường có nhiều người tên “{name}”. Hãy ghi thư điện tử hoặc tên đăng nhập để phân biệt.");
        }

        return alike.FirstOrDefault();
    }

    private static bool Same(string? known, string typed) => string.Equals(known, typed, StringComparison.OrdinalIgnoreCase);

    private bool IsTwice(SheetRow row, KnownPerson? existing, string nameAndUnit, string email)
    {
        string?[] marks = [existing?.Id.ToString(), nameAndUnit, email.Length > 0 ? email : null];
        var earlier = marks.OfType<string>().Where(mark => !seen.TryAdd(mark, row.Number)).Select(mark => seen[mark])
            .FirstOrDefault(number => number != row.Number);
        if (earlier > 0)
        {
            row.Refuse(PersonSheet.Name, $"trùng với người ở dòng {earlier}.");
        }

        return earlier > 0;
    }

    private Guid? UnitOf(SheetRow row)
    {
        var name = row.Text(PersonSheet.Unit, OrgUnit.LongestName);
        if (name.Length == 0)
        {
            return null;
        }

        if (context.Units.TryGetValue(VietnameseText.Fold(name), out var unit))
        {
            return unit;
        }

        row.Refuse(PersonSheet.Unit, $"phường không có đơn vị “{name}”. Hãy nhập đơn vị trước.");
        return null;
    }

    private PostWish? PostOf(SheetRow row, Guid? unit, KnownPerson? existing)
    {
        var title = row.Text(PersonSheet.Title, LongestTitle);
        var isHead = row.YesNo(PersonSheet.IsHead);
        if (unit is not { } unitId)
        {
            return null;
        }

        var now = existing?.Posts.FirstOrDefault(post => post.UnitId == unitId);
        title = title.Length == 0 && now is not null ? now.Title : title;
        if (title.Length == 0)
        {
            row.Refuse(PersonSheet.Title, "hãy ghi chức danh tại đơn vị.");
        }

        var isSame = now is not null && now.Title == title && (!sheet.Has(PersonSheet.IsHead) || now.IsHead == isHead);
        return isSame ? null : new PostWish(unitId, title, sheet.Has(PersonSheet.IsHead) ? isHead : now?.IsHead ?? false, now?.Id);
    }

    private string? UserNameOf(SheetRow row, KnownPerson? existing)
    {
        var name = row.Text(PersonSheet.UserName, LongestUserName);
        if (name.Length == 0 || Same(existing?.UserName, name))
        {
            return null;
        }

        if (existing?.UserName is { } other)
        {
            row.Refuse(PersonSheet.UserName, $"cán bộ đã có tài khoản “{other}”.");
        }
        else if (name.Length < ShortestUserName || context.TakenUserNames.Contains(name.ToUpperInvariant())
            || !seen.TryAdd("@" + name, row.Number))
        {
            row.Refuse(PersonSheet.UserName, $"“{name}” quá ngắn hoặc đã có người dùng.");
        }

        return name;
    }

    private List<string> RolesOf(SheetRow row, KnownPerson? existing)
    {
        var codes = new List<string>();
        var titles = row.Text(PersonSheet.Roles).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var title in titles)
        {
            if (context.RoleCodes.TryGetValue(VietnameseText.WithoutAccents(title), out var code))
            {
                codes.Add(code);
            }
            else
            {
                row.Refuse(PersonSheet.Roles, $"không có vai trò “{title}”.");
            }
        }

        var added = codes.Where(code => existing?.Roles.Contains(code) != true).Distinct().ToList();
        if (added.Count > 0 && !context.MayAssignRoles)
        {
            row.Refuse(PersonSheet.Roles, "anh, chị chưa được quyền giao vai trò.");
        }

        if (added.Count > 0 && existing?.UserName is null && row.Text(PersonSheet.UserName).Length == 0)
        {
            row.Refuse(PersonSheet.UserName, "cần tên đăng nhập để giao vai trò.");
        }

        return added;
    }

    private PlannedRow<PersonWish> Describe(int row, PersonWish wish)
    {
        var changes = new List<string>();
        if (wish.Existing is { } known)
        {
            if (known.FullName != wish.FullName)
            {
                changes.Add($"tên: “{known.FullName}” thành “{wish.FullName}”");
            }

            if ((known.Email ?? "") != (wish.Email ?? "") || (known.Phone ?? "") != (wish.Phone ?? ""))
            {
                changes.Add("đổi thông tin liên hệ");
            }
        }
        else if (context.People.Any(person => VietnameseText.AreSame(person.FullName, wish.FullName)))
        {
            changes.Add("đã có người cùng tên ở đơn vị khác");
        }

        if (wish.Post is { } post)
        {
            changes.Add(post.Title + (post.IsHead ? " (đứng đầu)" : ""));
        }

        if (wish.UserName is { } userName)
        {
            changes.Add($"mở tài khoản “{userName}”");
        }

        if (wish.Roles.Count > 0)
        {
            changes.Add($"giao {wish.Roles.Count} vai trò");
        }

        var change = wish.Existing is null ? RowChange.New : changes.Count > 0 ? RowChange.Changed : RowChange.Same;
        return new PlannedRow<PersonWish>(row, wish.FullName, change, string.Join("; ", changes), wish);
    }
}
