using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using NamRo.Kernel.Files;

namespace NamRo.Kernel.Sheets;

/// <summary>Answers a request with a workbook. The rows are streamed to a file that vanishes, so a large export takes no memory.</summary>
public static class SheetDownload
{
    /// <param name="response">The answer.</param>
    /// <param name="name">Name of the file without ending, and of the sheet.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">One value for each column; none for a template.</param>
    /// <param name="cancel">Stops between rows.</param>
    public static async Task SendAsync(HttpResponse response, string name, IReadOnlyList<SheetColumn> columns,
        IAsyncEnumerable<object?[]> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(rows);
        await using var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew,
            FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        using (var sheet = new SheetWriter(file, name, columns))
        {
            await foreach (var row in rows.WithCancellation(cancel))
            {
                sheet.Write(row);
            }
        }

        file.Position = 0;
        response.ContentType = MediaTypes.Excel;
        response.ContentLength = file.Length;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(FileStore.CleanName(name + ".xlsx"));
        response.Headers.ContentDisposition = disposition.ToString();
        await file.CopyToAsync(response.Body, cancel);
    }
}
