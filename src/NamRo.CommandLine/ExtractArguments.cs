using System.Globalization;

namespace NamRo.CommandLine;

/// <summary>What <c>namro extract</c> was asked for.</summary>
internal sealed record ExtractArguments(string Path, string? OutputFolder, OutputForm Form, DateOnly? Today, int Parallel)
{
    public const string Usage = """
        Cách dùng:
          ./namro extract TỆP [--json | --text] [--today NĂM-THÁNG-NGÀY]
          ./namro extract THƯ_MỤC --out THƯ_MỤC_KẾT_QUẢ [--parallel N]
        Đọc .pdf (có lớp chữ hoặc bản quét), .docx, .xlsx, .xls, .txt, .md; nhận biết theo nội dung tệp.
        """;

    /// <summary>Reads the arguments; on a mistake returns null and the message.</summary>
    public static ExtractArguments? Parse(IReadOnlyList<string> args, out string error)
    {
        string? path = null;
        string? output = null;
        var form = OutputForm.Table;
        DateOnly? today = null;
        var parallel = Math.Max(1, Environment.ProcessorCount);
        error = string.Empty;
        for (var i = 0; i < args.Count; i++)
        {
            var argument = args[i];
            var value = i + 1 < args.Count ? args[i + 1] : null;
            switch (argument)
            {
                case "--json":
                    form = OutputForm.Json;
                    break;
                case "--text":
                    form = OutputForm.Text;
                    break;
                case "--out" when value is not null:
                    output = value;
                    i++;
                    break;
                case "--today" when DateOnly.TryParseExact(
                    value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                    today = day;
                    i++;
                    break;
                case "--parallel" when int.TryParse(value, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 64:
                    parallel = count;
                    i++;
                    break;
                default:
                    if (argument.StartsWith("--", StringComparison.Ordinal) || path is not null)
                    {
                        error = $"Không hiểu tham số \"{argument}\".\n{Usage}";
                        return null;
                    }

                    path = argument;
                    break;
            }
        }

        if (path is null)
        {
            error = Usage;
            return null;
        }

        return new ExtractArguments(path, output, form, today, parallel);
    }
}

/// <summary>How the result is printed.</summary>
internal enum OutputForm
{
    Table,
    Json,
    Text,
}
