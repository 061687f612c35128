using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NamRo.Kernel.Api;
using NamRo.Kernel.Pages;

namespace NamRo.Host;

/// <summary>Completes the OpenAPI document: what the interface is, how one is let in, what each operation asks for.</summary>
internal static class ApiDescription
{
    private const string Token = "token";

    private const string About = """
        Giao diện cho phần mềm khác của phường, xã và thành phố. Gửi `Authorization: Bearer <mã truy cập>`; mã tạo ở Quản trị, Mã truy cập,
        làm việc trong đúng một phường, xã, với quyền của người tạo và không quá phạm vi đã chọn.

        Lỗi trả về `application/problem+json` (RFC 9457): `title`, `detail` bằng tiếng Việt, `field` là trường cần sửa. Danh sách đọc tiếp
        bằng `after` với giá trị `next` của trang trước. Thao tác ghi cần `Idempotency-Key` (một UUID do bên gửi sinh ra): gửi lại cùng khóa
        không làm việc thêm lần nữa. `If-Match` với `ETag` đã đọc giúp không ghi đè thay đổi của người khác (412).
        """;

    public static void Complete(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Năm Rõ", Version = "v1", Description = About };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Token] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "Mã truy cập tạo ở Quản trị, Mã truy cập.",
                },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var asked = context.Description.ActionDescriptor.EndpointMetadata.OfType<RequirePermissionAttribute>()
                .Select(one => InstalledModules.Catalogue.Permissions[one.Permission].Title).ToList();
            if (asked.Count > 0)
            {
                operation.Description = $"{operation.Description}\n\nQuyền cần có: {string.Join("; ", asked)}.".Trim();
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>Gives an answer without words of its own those of its status.</summary>
    public static void Word(ProblemDetailsContext context)
    {
        var (problem, status) = (context.ProblemDetails, context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode);
        problem.Title = ApiProblem.TitleOf(status);
        problem.Detail ??= ApiProblem.ExplanationOf(status);
    }
}
