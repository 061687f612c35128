namespace NamRo.Host;

/// <summary>The page of last resort: it needs no database, no layout and no script; the style sheet is a static file.</summary>
internal static class FaultPage
{
    public static string Render(string number) => Page("Hệ thống gặp lỗi", $"""
        <p>Việc vừa làm chưa được lưu; dữ liệu đã lưu trước đó vẫn an toàn. Hãy thử lại sau ít phút.</p>
        <p>Nếu vẫn gặp lỗi, báo quản trị phường số lỗi này: <code>{number}</code></p>
        <p><a href="/">Về trang đầu</a></p>
        """);

    public static string RenderTooLarge(long limitMegabytes) => Page("Tệp quá lớn", $"""
        <p>Chưa có gì được lưu: trang này nhận tối đa {limitMegabytes} MB. Hãy quay lại và chọn tệp nhỏ hơn.</p>
        """);

    /// <param name="content">HTML; what comes from people is encoded by the caller.</param>
    public static string Page(string title, string content) => $"""
        <!DOCTYPE html>
        <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} - Năm Rõ</title><link rel="stylesheet" href="/_content/NamRo.Ui/lib/namro.css"></head>
        <body><main class="plain-page" id="main"><h1>{title}</h1>
        {content}</main></body></html>
        """;
}
