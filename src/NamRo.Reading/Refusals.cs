namespace NamRo.Reading;

/// <summary>The one line that a person sees when a file cannot be read: what is wrong, where, what to do.</summary>
internal static class Refusals
{
    public static ReadingException Missing(string name) => new($"Không thấy tệp \"{name}\"; hãy kiểm tra lại đường dẫn.");

    public static ReadingException Unreachable(string name, Exception cause) =>
        new($"Không mở được tệp \"{name}\"; hãy đóng chương trình đang dùng tệp và kiểm tra quyền đọc.", cause);

    public static ReadingException Empty(string name) => new($"Tệp \"{name}\" không có nội dung; hãy chọn lại tệp hoặc xuất lại văn bản.");

    public static ReadingException TooLarge(string name, long bytes, long most) =>
        new($"Tệp \"{name}\" quá lớn ({Megabytes(bytes)} MB, tối đa {Megabytes(most)} MB); hãy tách tệp hoặc giảm dung lượng ảnh.");

    public static ReadingException TooSlow(string name, TimeSpan limit) =>
        new($"Đọc tệp \"{name}\" quá {limit.TotalSeconds:0} giây; hãy tách tệp thành các phần nhỏ hơn.");

    public static ReadingException Broken(string name, Exception cause) =>
        new($"Tệp \"{name}\" bị hỏng hoặc không đúng cấu trúc; hãy mở bằng phần mềm soạn thảo, lưu lại rồi gửi lại.", cause);

    public static ReadingException Protected(string name) => new($"Tệp \"{name}\" đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại.");

    public static ReadingException NotADocument(string name) =>
        new($"Tệp \"{name}\" không phải văn bản đọc được; hãy dùng PDF, DOCX, XLSX, TXT hoặc bản quét.");

    private static long Megabytes(long bytes) => (bytes + (1024 * 1024) - 1) / (1024 * 1024);
}
