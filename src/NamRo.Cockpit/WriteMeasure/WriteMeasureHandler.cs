using Microsoft.EntityFrameworkCore;
using NamRo.Cockpit.Contracts;
using NamRo.Kernel.Data;
using NamRo.Kernel.Events;
using NamRo.Kernel.Measures;
using NamRo.Kernel.Outcomes;

namespace NamRo.Cockpit;

internal sealed record WriteMeasure(Guid Id, string Title, string Expression, string Basis, decimal? Goal, int? Seen);

/// <summary>Defines a figure of the ward's own or changes it; only what the language understands is kept.</summary>
internal sealed class WriteMeasureHandler(AppDb database, MeasureCatalogue catalogue, MeasureRunner runner, EventLog events)
{
    public async Task<Outcome> HandleAsync(WriteMeasure command, CancellationToken cancel)
    {
        var (measure, error) = catalogue.Parser.Parse(command.Expression);
        if (measure is null)
        {
            return Refusal.With($"Vị trí {error!.From + 1}: {error.Message}", "Input.Expression");
        }

        if (!runner.MayRead(measure))
        {
            return new Refusal("Cách tính này dùng dữ liệu mà bạn không được xem.", "Input.Expression");
        }

        var row = await database.Set<SavedMeasure>().SingleOrDefaultAsync(saved => saved.Id == command.Id && saved.EndedAt == null, cancel);
        if (row is null && command.Seen is not null)
        {
            return Outcome.Missing;
        }

        if (row is not null && command.Seen is null)
        {
            return Outcome.Success;
        }

        if (row is not null && row.Version != command.Seen)
        {
            return new Refusal("Người khác vừa sửa cách tính này. Hãy mở lại trang để xem bản mới rồi sửa tiếp; chữ bạn gõ vẫn còn ở đây.");
        }

        if (row is null)
        {
            if (await database.Set<SavedMeasure>().CountAsync(saved => saved.EndedAt == null, cancel) >= MeasureBook.MostOfAWard)
            {
                return Refusal.With($"Một phường có nhiều nhất {MeasureBook.MostOfAWard} cách tính riêng.");
            }

            row = SavedMeasure.Create(command.Id, command.Title, command.Expression, command.Basis, command.Goal);
            database.Add(row);
        }
        else
        {
            row.Change(command.Title, command.Expression, command.Basis, command.Goal);
        }

        events.Record(new MeasureWritten(new EventSubject(nameof(SavedMeasure), row.Id, row.Title)));
        await database.SaveChangesAsync(cancel);
        return Outcome.Success;
    }
}
