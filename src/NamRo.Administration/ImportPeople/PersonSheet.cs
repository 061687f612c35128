using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Sheets;

namespace NamRo.Administration;

/// <summary>The people as a spreadsheet: the same columns for the template, the export and the import.</summary>
internal sealed class PersonSheet(AppDb database, RoleCatalogue catalogue)
{
    public const string FileName = "Cán bộ";

    public static readonly SheetColumn Key = new("Khóa") { IsHidden = true };

    public static readonly SheetColumn Name = new("Họ và tên")
    {
        IsRequired = true,
        Width = 28,
        Synonyms = ["Họ tên", "Tên cán bộ", "Cán bộ", "Full name"],
    };

    public static readonly SheetColumn Unit = new("Đơn vị")
    {
        Width = 40,
        IsWrapped = true,
        Synonyms = ["Phòng, ban", "Đơn vị công tác", "Unit"],
    };

    public static readonly SheetColumn Title = new("Chức danh") { Width = 24, Synonyms = ["Chức vụ", "Vị trí", "Title"] };

    public static readonly SheetColumn IsHead = new("Là người đứng đầu")
    {
        Choices = ["Có"],
        Synonyms = ["Đứng đầu", "Trưởng đơn vị", "Is head"],
    };

    public static readonly SheetColumn Email = new("Thư điện tử")
    {
        Width = 32,
        Synonyms = ["Email", "E-mail", "Thư điện tử công vụ", "Hộp thư"],
    };

    public static readonly SheetColumn Phone = new("Điện thoại") { Width = 16, Synonyms = ["Số điện thoại", "SĐT", "Di động", "Phone"] };

    public static readonly SheetColumn UserName = new("Tên đăng nhập") { Synonyms = ["Tài khoản", "User name", "Username"] };

    public static readonly SheetColumn Roles = new("Vai trò") { Width = 36, IsWrapped = true, Synonyms = ["Các vai trò", "Role"] };

    /// <summary>As read: what may be chosen does not matter.</summary>
    public static IReadOnlyList<SheetColumn> Columns { get; } = [Key, Name, Unit, Title, IsHead, Email, Phone, UserName, Roles];

    /// <summary>As written: with the roles and units to choose from.</summary>
    public async Task<IReadOnlyList<SheetColumn>> ColumnsWithChoicesAsync(PersonReader reader, CancellationToken cancel)
    {
        var roles = (await reader.RoleChoicesAsync(cancel)).Select(choice => choice.Text).ToList();
        var units = await database.Set<OrgUnit>().AsNoTracking().Where(unit => unit.ValidTo == null).OrderBy(unit => unit.Name)
            .Select(unit => unit.Name).ToListAsync(cancel);
        return [.. Columns.Select(column => column == Roles ? column with { Choices = roles }
            : column == Unit ? column with { Choices = units } : column)];
    }

    public async IAsyncEnumerable<object?[]> RowsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var titleOf = (await catalogue.ListAsync(cancel)).ToDictionary(role => role.Code, role => role.Title);
        var roles = (await database.Set<RoleAssignment>().AsNoTracking().Where(given => given.ValidTo == null).ToListAsync(cancel))
            .ToLookup(given => given.AccountId, given => titleOf.GetValueOrDefault(given.RoleCode, given.RoleCode));
        var people = (from person in database.Set<Person>().AsNoTracking()
                      let post = person.Appointments.Where(row => row.ValidTo == null).OrderByDescending(row => row.IsHead)
                          .ThenBy(row => row.Id).FirstOrDefault()
                      join unit in database.Set<OrgUnit>() on post.UnitId equals unit.Id into units
                      from unit in units.DefaultIfEmpty()
                      join account in database.Set<Account>() on person.AccountId equals account.Id into accounts
                      from account in accounts.DefaultIfEmpty()
                      where person.LeftOn == null
                      orderby person.NameKey, person.Id
                      select new
                      {
                          person.Id,
                          person.FullName,
                          Unit = unit.Name,
                          Title = (string?)post.Title,
                          IsHead = (bool?)post.IsHead,
                          person.Email,
                          person.Phone,
                          account.UserName,
                          person.AccountId,
                      }).AsAsyncEnumerable();
        await foreach (var person in people.WithCancellation(cancel))
        {
            var titles = roles[person.AccountId ?? Guid.Empty].Distinct().Order(StringComparer.Ordinal);
            yield return
            [
                person.Id.ToString(), person.FullName, person.Unit, person.Title, person.IsHead ?? false, person.Email, person.Phone,
                person.UserName, string.Join(UnitSheet.Separator, titles),
            ];
        }
    }
}
