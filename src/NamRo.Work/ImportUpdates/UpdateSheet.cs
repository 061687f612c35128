using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Time;
using NamRo.Work.Acts;
using NamRo.Work.Domain;
using NamRo.Work.Lists;

namespace NamRo.Work;

/// <summary>The open reports as a spreadsheet that is filled in without the network and read back.</summary>
internal sealed class UpdateSheet(AppDb database, OpenUpdates open, WardClock clock)
{
    private static readonly SheetColumn Key = new("Mã kỳ") { IsHidden = true, IsRequired = true };
    private static readonly SheetColumn Number = new("Số") { Width = 8 };
    private static readonly SheetColumn Task = new("Nhiệm vụ") { Width = 50, IsWrapped = true };
    private static readonly SheetColumn Period = new("Kỳ");
    private static readonly SheetColumn Due = new("Hạn", SheetKind.Date);
    private static readonly SheetColumn Result = new("Kết quả trong kỳ") { Width = 50, IsWrapped = true };
    private static readonly SheetColumn NextStep = new("Việc tiếp theo") { Width = 40, IsWrapped = true };
    private static readonly SheetColumn Difficulty = new("Khó khăn, vướng mắc") { Width = 40, IsWrapped = true };
    private static readonly SheetColumn Percent = new("Tỷ lệ hoàn thành", SheetKind.Percent);
    private static readonly SheetColumn Quiet = new("Không phát sinh") { Choices = ["Có"] };

    public static IReadOnlyList<SheetColumn> Columns { get; } =
        [Key, Number, Task, Period, Due, Result, NextStep, Difficulty, Percent, Quiet];

    public async Task<List<object?[]>> RowsAsync(CancellationToken cancel) => (await open.ReadAsync(cancel)).ConvertAll(row => new object?[]
    {
        row.ObligationId.ToString(), row.Number, row.Text, row.Title, row.DueOn, null, row.Last?.NextStep, row.Last?.Difficulty, null, null,
    });

    /// <summary>What importing the file would do. A report that is there already, word by word, changes nothing.</summary>
    public async Task<Outcome<ImportPlan<WriteUpdate>>> PlanAsync(Stream file, CancellationToken cancel)
    {
        var read = SheetReader.Read(file, Columns, null, cancel);
        if (read is not Outcome<SheetContent>.Done { Value: var content })
        {
            return ((Outcome<SheetContent>.Refused)read).Refusal;
        }

        var keys = content.Rows.Select(row => Guid.TryParse(row.Text(Key), out var key) ? key : Guid.Empty).ToList();
        var duties = await (from duty in database.Set<Obligation>().AsNoTracking().Where(row => keys.Contains(row.Id))
                            join task in database.Set<WorkTask>() on duty.TaskId equals task.Id
                            select new { duty, task.Text }).ToDictionaryAsync(pair => pair.duty.Id, cancel);
        var answers = await database.Set<TaskUpdate>().AsNoTracking()
            .Where(row => row.ObligationId != null && keys.Contains(row.ObligationId.Value) && row.RevokedAt == null)
            .ToDictionaryAsync(row => row.ObligationId!.Value, cancel);
        var seen = new HashSet<Guid>();
        return content.Plan<WriteUpdate>(row =>
        {
            if (!Guid.TryParse(row.Text(Key), out var key) || !duties.TryGetValue(key, out var found))
            {
                row.Refuse(null, "không nhận ra kỳ báo cáo này. Hãy tải tệp mới về và không sửa cột ẩn.");
                return null;
            }

            if (!seen.Add(key))
            {
                row.Refuse(null, "trùng với một dòng ở trên.");
                return null;
            }

            return Plan(row, found.duty, found.Text, answers.GetValueOrDefault(key));
        });
    }

    private PlannedRow<WriteUpdate>? Plan(SheetRow row, Obligation duty, string text, TaskUpdate? answer)
    {
        var isQuiet = row.YesNo(Quiet);
        var result = row.Text(Result, TaskUpdate.LongestText);
        var command = new WriteUpdate(duty.TaskId, Guid.CreateVersion7(clock.Now), duty.Id, Empty(result),
            result.Length == 0 ? null : Empty(row.Text(NextStep, TaskUpdate.LongestText)),
            result.Length == 0 ? null : Empty(row.Text(Difficulty, TaskUpdate.LongestText)), row.Whole(Percent, 0, 100), isQuiet,
            new EvidenceInput());
        if (result.Length == 0 && !isQuiet)
        {
            // Left for later.
            return null;
        }

        if (result.Length > 0 && isQuiet)
        {
            row.Refuse(Quiet, "đã ghi kết quả thì không chọn “Không phát sinh”.");
        }
        else if (answer is not null && !IsSame(command, answer))
        {
            row.Refuse(null, $"{answer.AuthorName} đã báo cáo kỳ này lúc {WorkRefusals.Show(answer.At)}. Hãy xóa dòng này, "
                + "hoặc báo cáo thêm trên trang của nhiệm vụ.");
        }
        else if (answer is null && duty.IsLockedAt(clock.Now))
        {
            row.Refuse(null, $"kỳ này đã khóa lúc {WorkRefusals.Show(duty.LocksAt!.Value)}.");
        }

        return new PlannedRow<WriteUpdate>(row.Number, WorkTask.Shorten(text), answer is null ? RowChange.New : RowChange.Same,
            isQuiet ? "Không phát sinh" : WorkTask.Shorten(result), command);
    }

    private static bool IsSame(WriteUpdate command, TaskUpdate answer) => command.NothingArose == answer.NothingArose
        && command.Result == answer.Result && command.NextStep == answer.NextStep && command.Difficulty == answer.Difficulty;

    private static string? Empty(string text) => text.Length == 0 ? null : text;
}
