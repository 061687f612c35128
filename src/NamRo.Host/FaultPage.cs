namespace NamRo.Host;

/// <summary>The page of last resort: it needs no database, no layout and no script; the style sheet is a static file.</summary>
internal static class FaultPage
{
    public static string Render(string number) => $$"""
        <!DOCTYPE html>
        <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Hệ thống gặp lỗi - Năm Rõ</title>
        <link rel="stylesheet" href="/_content/NamRo.Ui/lib/namro.css"></head>
        <body><main class="plain-page"><h1>Hệ thống gặp lỗi</h1>
        <p>Việc vừa làm chưa được lưu; dữ liệu đã lưu trước đó vẫn an toàn. Hãy thử lại sau ít phút.</p>
        <p>Nếu vẫn gặp lỗi, báo quản trị phường số lỗi này: <code>{{number}}</code></p>
        <p><a href="/">Về trang đầu</a></p></main></body></html>
        """;
}
