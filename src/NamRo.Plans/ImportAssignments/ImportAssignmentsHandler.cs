using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Sheets;
using NamRo.Kernel.Tenancy;
using NamRo.Kernel.Time;
using NamRo.Plans.Domain;
using NamRo.Work.Contracts;

namespace NamRo.Plans;

/// <param name="Choices">By row of the sheet: the key of a task, or <see cref="AssignmentImport.NewTask"/>.</param>
internal sealed record ImportAssignments(Guid FileId, IReadOnlyDictionary<int, string> Choices);

/// <summary>Takes the city's list over as a person decided line by line: all of it, or nothing. A known line stays as it is.</summary>
internal sealed class ImportAssignmentsHandler(AppDb database, AssignmentImport import, ImportDesk desk, ITaskRegister register,
    EventLog events, CurrentUser user, WardClock clock)
{
    /// <summary>What stands in place of a plan's title.</summary>
    private const string PlanTitle = "Nhiệm vụ thành phố giao";

    /// <returns>The plan; with errors if nothing was written.</returns>
    public async Task<Outcome<ImportPlan<MatchedLine>>> HandleAsync(ImportAssignments command, CancellationToken cancel)
    {
        var read = await import.PlanAsync(command.FileId, cancel);
        if (read is not Outcome<ImportPlan<MatchedLine>>.Done { Value: var plan })
        {
            return read;
        }

        var undecided = plan.Effective.Where(row => Choice(command, row) is null)
            .Select(row => new RowError(row.Row, null, "chưa chọn nhiệm vụ tương ứng hoặc “Nhiệm vụ mới”.")).ToList();
        if (undecided.Count > 0)
        {
            return plan with { Errors = [.. plan.Errors, .. undecided] };
        }

        var errors = await desk.CarryOutAsync(command.FileId, plan,
            (row, stop) => TakeAsync(command.FileId, row, Choice(command, row)!, stop), cancel);
        return errors.Count == 0 ? read : plan with { Errors = errors };
    }

    private static string? Choice(ImportAssignments command, PlannedRow row) =>
        command.Choices.GetValueOrDefault(row.Row) is { Length: > 0 } choice ? choice : null;

    private async Task<Refusal?> TakeAsync(Guid file, PlannedRow<MatchedLine> row, string choice, CancellationToken cancel)
    {
        var line = row.Value.Line;
        var isNew = choice == AssignmentImport.NewTask;
        var id = Guid.CreateVersion7(clock.Now);
        if (isNew)
        {
            await register.OpenAsync([CommitmentOf(line, id, file, row.Row)], cancel);
        }
        else if (!Guid.TryParse(choice, out id) || !await database.Set<TaskRow>().AnyAsync(task => task.Id == id, cancel))
        {
            return new Refusal("không tìm thấy nhiệm vụ đã chọn trong phường.");
        }

        database.Add(new CityAssignment
        {
            Id = Guid.CreateVersion7(clock.Now),
            Key = line.Key,
            Code = line.Code,
            DocumentNumber = line.DocumentNumber,
            Text = line.Text,
            LeadUnitText = line.LeadUnitText,
            DeadlineText = line.DeadlineText,
            TaskId = id,
            IsNewTask = isNew,
            Reasons = [.. row.Value.Matches.FirstOrDefault(match => match.Own.Key == choice)?.Reasons ?? []],
            DecidedBy = user.DisplayName,
            DecidedAt = clock.Now,
        });
        events.Record(new AssignmentTaken(new EventSubject("WorkTask", id, row.Title), line.DocumentNumber, isNew)
        {
            Reason = line.DocumentNumber,
        });
        await database.SaveChangesAsync(cancel);
        return null;
    }

    private TaskCommitment CommitmentOf(AssignedLine line, Guid id, Guid file, int row) => new(id, file, row, line.Text)
    {
        PlanTitle = line.DocumentNumber is { } number ? $"{PlanTitle} ({number})" : PlanTitle,
        Number = line.Code,
        Group = PlanTitle,
        LeadUnitId = line.LeadUnitId,
        Output = line.Output,
        DeadlineText = line.DeadlineText,
        Deadline = line.Deadline,
        StartsOn = clock.Today,
    };
}
