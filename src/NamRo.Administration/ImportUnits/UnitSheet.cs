using Microsoft.EntityFrameworkCore;
using NamRo.Administration.Domain;
using NamRo.Kernel.Data;
using NamRo.Kernel.Sheets;

namespace NamRo.Administration;

/// <summary>The units as a spreadsheet: the same columns for the template, the export and the import.</summary>
internal sealed class UnitSheet(AppDb database)
{
    public const string FileName = "Đơn vị";

    /// <summary>Between several names in one cell.</summary>
    public const string Separator = "; ";

    public static readonly SheetColumn Key = new("Khóa") { IsHidden = true };

    public static readonly SheetColumn Name = new("Tên đơn vị")
    {
        IsRequired = true,
        Width = 45,
        IsWrapped = true,
        Synonyms = ["Đơn vị", "Tên", "Tên đầy đủ", "Tên cơ quan, đơn vị", "Unit", "Name"],
    };

    public static readonly SheetColumn ShortName = new("Tên gọi tắt") { Synonyms = ["Viết tắt", "Tên viết tắt", "Tên tắt", "Short name"] };

    public static readonly SheetColumn Kind = new("Loại đơn vị")
    {
        Width = 32,
        Choices = [.. OrgUnitKindTitles.All.Values],
        Synonyms = ["Loại", "Loại hình", "Kind"],
    };

    public static readonly SheetColumn Parent = new("Thuộc đơn vị")
    {
        Width = 40,
        Synonyms = ["Đơn vị cấp trên", "Đơn vị cha", "Trực thuộc", "Parent"],
    };

    public static readonly SheetColumn Aliases = new("Tên gọi khác")
    {
        Width = 40,
        IsWrapped = true,
        Synonyms = ["Các tên gọi khác", "Tên khác", "Bí danh", "Aliases"],
    };

    public static readonly SheetColumn ValidFrom = new("Hoạt động từ", SheetKind.Date)
    {
        Width = 14,
        Synonyms = ["Hoạt động từ ngày", "Ngày thành lập", "Từ ngày", "Valid from"],
    };

    public static readonly SheetColumn Head = new("Người đứng đầu")
    {
        Width = 28,
        Synonyms = ["Thủ trưởng", "Trưởng đơn vị", "Họ tên người đứng đầu", "Head"],
    };

    public static readonly SheetColumn HeadTitle = new("Chức danh người đứng đầu")
    {
        Width = 24,
        Synonyms = ["Chức vụ người đứng đầu", "Head title"],
    };

    public static IReadOnlyList<SheetColumn> Columns { get; } = [Key, Name, ShortName, Kind, Parent, Aliases, ValidFrom, Head, HeadTitle];

    /// <summary>The current units, parents and children alike by name.</summary>
    public async IAsyncEnumerable<object?[]> RowsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var units = await database.Set<OrgUnit>().AsNoTracking().Include(unit => unit.Aliases).Where(unit => unit.ValidTo == null)
            .OrderBy(unit => unit.Name).ToListAsync(cancel);
        var names = units.ToDictionary(unit => unit.Id, unit => unit.Name);
        var heads = (await (from post in database.Set<Appointment>().AsNoTracking()
                            join person in database.Set<Person>() on post.PersonId equals person.Id
                            where post.IsHead && post.ValidTo == null && person.LeftOn == null
                            select new { post.UnitId, person.FullName, post.Title }).ToListAsync(cancel)).ToLookup(row => row.UnitId);
        foreach (var unit in units)
        {
            var head = heads[unit.Id].FirstOrDefault();
            yield return
            [
                unit.Id.ToString(), unit.Name, unit.ShortName, unit.Kind.Title(),
                unit.ParentId is { } parent ? names.GetValueOrDefault(parent) : null,
                string.Join(Separator, unit.Aliases.Select(alias => alias.Name).Order(StringComparer.Ordinal)),
                unit.ValidFrom, head?.FullName, head?.Title,
            ];
        }
    }
}
