using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NamRo.Kernel.Events;
using NamRo.Kernel.Pages;
using NamRo.Kernel.Sheets;
using NamRo.Ui.Lists;

namespace NamRo.Administration;

/// <summary>The filtered log as CSV, oldest first, streamed. Hashes are included, so that the chain can be checked without us.</summary>
internal static class ExportAuditEndpoint
{
    private const string Heading = "so,luc,ai,viec,loai_doi_tuong,doi_tuong,ly_do,du_lieu,thay_doi,dia_chi,bam_truoc,bam\r\n";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/quan-tri/nhat-ky/xuat", WriteAsync)
        .WithMetadata(new RequirePermissionAttribute(AdministrationPermission.ReadAudit)).ExcludeFromDescription();

    private static async Task WriteAsync(HttpContext context, AuditQuery audit, CancellationToken cancel)
    {
        var response = context.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=nhat-ky.csv";
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(Heading.AsMemory(), cancel);
        var links = audit.Find(ListQuery.From(context.Request)).OrderBy(row => row.Sequence).AsAsyncEnumerable();
        await foreach (var link in links.WithCancellation(cancel))
        {
            await writer.WriteAsync(Line(link).AsMemory(), cancel);
        }
    }

    private static string Line(LoggedEvent link) => CsvLine.Of(
        link.Sequence.ToString(CultureInfo.InvariantCulture), link.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        link.ActorName, link.Kind, link.SubjectKind, link.SubjectTitle, link.Reason ?? "", link.Data, link.Changes, link.Address ?? "",
        Convert.ToHexStringLower(link.PreviousHash), Convert.ToHexStringLower(link.Hash));
}
