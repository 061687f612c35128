using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Files;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Time;
using NamRo.Language;
using NamRo.Plans.Amending;
using NamRo.Plans.Comparing;
using NamRo.Plans.Domain;
using NamRo.Plans.Matching;

using RowChange = NamRo.Kernel.Sheets.RowChange;

namespace NamRo.Plans;

/// <summary>What one row of a sheet would do.</summary>
/// <param name="Row">Null: a new row.</param>
/// <param name="State">Null: the decision stays as it is.</param>
internal sealed record ImportedRow(PlanRow? Row, RowContent Content, RowState? State);

/// <summary>Understands a sheet against the rows of a plan; writes nothing.</summary>
internal sealed class RowImport(AppDb database, FileStore files, WardClock clock)
{
    public async Task<Outcome<ImportPlan<ImportedRow>>> ReadAsync(PlanDocument plan, StoredFile file, CancellationToken cancel)
    {
        await using var content = files.Open(file);
        var read = SheetReader.Read(content, PlanSheet.Columns, null, cancel);
        if (read is not Outcome<SheetContent>.Done { Value: var sheet })
        {
            return ((Outcome<SheetContent>.Refused)read).Refusal;
        }

        var directory = await WardDirectory.LoadAsync(database, clock, cancel);
        var rows = await database.Set<PlanRow>().Where(row => row.PlanId == plan.Id && row.State != RowState.Replaced).ToListAsync(cancel);
        var setting = new SheetSetting(directory, plan.IssuedOn, plan.IssuedOn?.Year ?? clock.Today.Year);
        return new Sheet(sheet, setting, rows).Understand();
    }

    private sealed class Sheet(SheetContent sheet, SheetSetting setting, List<PlanRow> rows)
    {
        private readonly Dictionary<string, PlanRow> byKey = rows.ToDictionary(row => row.Id.ToString(), StringComparer.OrdinalIgnoreCase);
        private readonly ILookup<(RowKind, string), PlanRow> byText =
            rows.ToLookup(row => (row.Kind, VietnameseText.Fold(row.Content.Text)));
        private readonly HashSet<Guid> seen = [];

        public ImportPlan<ImportedRow> Understand() => sheet.Plan(Plan);

        private PlannedRow<ImportedRow>? Plan(SheetRow row)
        {
            var key = row.Text(PlanSheet.Key);
            var text = row.Text(PlanSheet.Text, PlanRow.LongestText);
            var kind = KindOf(row, key);
            if (text.Length == 0 || kind is null)
            {
                return null;
            }

            var known = key.Length > 0 ? byKey.GetValueOrDefault(key) : byText[(kind.Value, VietnameseText.Fold(text))].FirstOrDefault();
            if (key.Length > 0 && known is null)
            {
                row.Refuse(null, "không còn trong kế hoạch này. Hãy xuất lại tệp, hoặc bỏ mã dòng để thêm mới.");
                return null;
            }

            if (known is not null && !seen.Add(known.Id))
            {
                row.Refuse(null, "lặp lại một dòng ở trên. Hãy bỏ bớt một dòng.");
                return null;
            }

            return Planned(row, text, kind.Value, known);
        }

        private PlannedRow<ImportedRow> Planned(SheetRow row, string text, RowKind kind, PlanRow? known)
        {
            var before = known?.Content ?? (kind == RowKind.Task ? new TaskContent() : new TargetContent());
            var content = PlanSheet.Apply(before, sheet, row, setting);
            var state = PlanSheet.StateOf(row);
            state = state == known?.State || (known is null && state == RowState.Pending) ? null : state;
            var isSame = known is not null && state is null && RowContent.AreSame(before, content);
            if (known is not null && !isSame && row.Whole(PlanSheet.Version) is { } version && version != known.Version)
            {
                row.Refuse(null, "đã được sửa sau khi xuất tệp. Hãy xuất lại tệp để không ghi đè.");
            }

            var change = known is null ? RowChange.New : isSame ? RowChange.Same : RowChange.Changed;
            return new(row.Number, DiffWords.Short(text), change, Detail(known, content, state), new ImportedRow(known, content, state));
        }

        private RowKind? KindOf(SheetRow row, string key)
        {
            if (key.Length > 0 && byKey.TryGetValue(key, out var known))
            {
                return known.Kind;
            }

            var kind = row.Choice(PlanSheet.Kind,
                Enum.GetValues<RowKind>().Select(each => KeyValuePair.Create(PlanSheet.Words(each), (RowKind?)each)));
            if (kind is null && row.Errors.Count == 0)
            {
                row.Refuse(PlanSheet.Kind, "chưa có giá trị. Hãy chọn Nhiệm vụ hoặc Chỉ tiêu.");
            }

            return kind;
        }

        private string Detail(PlanRow? known, RowContent content, RowState? state)
        {
            var parts = known is null
                ? []
                : FieldComparison.Differences(PlanRows.Compared(known, setting.Directory),
                    PlanRows.Compared(known.Id, content, setting.Directory))
                    .Select(DiffWords.Title).ToList();
            return string.Join(", ", state is null ? parts : [.. parts, "Quyết định"]);
        }
    }
}
