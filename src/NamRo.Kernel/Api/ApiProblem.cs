using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using NamRo.Kernel.Outcomes;

namespace NamRo.Kernel.Api;

/// <summary>Answers that say no (RFC 9457): Vietnamese words, and <c>field</c> when they are about one.</summary>
public static class ApiProblem
{
    private const string PagePrefix = "Input.";

    public static ProblemHttpResult Missing => Of(StatusCodes.Status404NotFound);

    /// <summary>A write that could not be told from the same one sent again.</summary>
    public static ProblemHttpResult WithoutKey => Of(StatusCodes.Status400BadRequest,
        "Thiếu Idempotency-Key (một UUID do bên gửi sinh ra).", ApiRoutes.KeyHeader);

    /// <summary>A rule said no: 422, with the field of the request that it is about.</summary>
    public static ProblemHttpResult Refused(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return Of(StatusCodes.Status422UnprocessableEntity, refusal.Message, refusal.Field);
    }

    /// <param name="detail">Null: the words of the status.</param>
    /// <param name="field">As a page or a handler names it.</param>
    public static ProblemHttpResult Of(int status, string? detail = null, string? field = null) => TypedResults.Problem(
        detail ?? ExplanationOf(status), statusCode: status, title: TitleOf(status),
        extensions: field is null ? null : new Dictionary<string, object?> { ["field"] = FieldOf(field) });

    public static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Yêu cầu không hợp lệ",
        StatusCodes.Status401Unauthorized => "Chưa xác thực",
        StatusCodes.Status403Forbidden => "Không có quyền",
        StatusCodes.Status404NotFound => "Không tìm thấy",
        StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed => "Đã có thay đổi khác",
        StatusCodes.Status413PayloadTooLarge => "Quá lớn",
        StatusCodes.Status415UnsupportedMediaType => "Sai định dạng",
        StatusCodes.Status422UnprocessableEntity => "Chưa thực hiện được",
        StatusCodes.Status429TooManyRequests => "Quá nhiều yêu cầu",
        _ => "Hệ thống gặp lỗi",
    };

    public static string ExplanationOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Hãy kiểm tra địa chỉ, tham số và nội dung JSON gửi lên.",
        StatusCodes.Status401Unauthorized => "Thiếu mã truy cập, hoặc mã đã hết hạn hay bị thu hồi.",
        StatusCodes.Status403Forbidden => "Mã truy cập hoặc người tạo mã không có quyền này trong phường, xã.",
        StatusCodes.Status404NotFound => "Không có nội dung này, hoặc nó không thuộc phạm vi của mã truy cập.",
        StatusCodes.Status409Conflict => "Người khác vừa sửa cùng lúc; chưa có gì được lưu. Hãy đọc lại rồi gửi lại.",
        StatusCodes.Status412PreconditionFailed => "Nội dung đã đổi từ lần đọc trước; chưa có gì được lưu. Hãy đọc lại rồi gửi lại.",
        StatusCodes.Status413PayloadTooLarge => "Chưa có gì được lưu. Hãy gửi ít hơn trong một lần.",
        StatusCodes.Status415UnsupportedMediaType => "Nội dung gửi lên phải là application/json.",
        StatusCodes.Status429TooManyRequests => "Hãy đợi hết thời gian ghi trong Retry-After rồi gửi lại.",
        _ => "Chưa có gì được lưu. Hãy thử lại sau ít phút.",
    };

    /// <summary>"Input.Shares[0].DueOn" of a page is "shares[0].dueOn" of a request.</summary>
    internal static string FieldOf(string name) => string.Join('.', (name.StartsWith(PagePrefix, StringComparison.Ordinal)
        ? name[PagePrefix.Length..] : name).Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
