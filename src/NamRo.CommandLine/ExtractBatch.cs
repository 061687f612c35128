using System.Globalization;
using NamRo.Extraction;
using NamRo.Reading;

namespace NamRo.CommandLine;

/// <summary>A folder of plans, several at once; one bad file never stops the rest.</summary>
internal static class ExtractBatch
{
    private const int BarWidth = 30;
    private static readonly string[] Extensions = [
        ".pdf", ".docx", ".xlsx", ".xls", ".txt", ".md", ".png", ".jpg", ".jpeg", ".tif", ".tiff"];

    public static int Run(ExtractArguments arguments, CancellationToken cancel)
    {
        if (arguments.OutputFolder is null)
        {
            Console.Error.WriteLine("Đọc cả thư mục cần nơi ghi kết quả: thêm --out THƯ_MỤC_KẾT_QUẢ.");
            return ExtractCommand.CannotRead;
        }

        var files = Directory.EnumerateFiles(arguments.Path)
            .Where(f => Extensions.Contains(Path.GetExtension(f).ToLowerInvariant()))
            .Order(StringComparer.Ordinal).ToList();
        Directory.CreateDirectory(arguments.OutputFolder);
        var failures = new List<string>();
        var done = 0;
        var gate = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = arguments.Parallel, CancellationToken = cancel };
        Parallel.ForEach(files, options, file =>
        {
            var failure = TryOne(file, arguments, cancel);
            lock (gate)
            {
                done++;
                if (failure is not null)
                {
                    failures.Add(failure);
                }

                Draw(done, files.Count, failures.Count);
            }
        });

        Console.Error.WriteLine();
        foreach (var failure in failures.Order(StringComparer.Ordinal))
        {
            Console.Error.WriteLine(failure);
        }

        Console.Error.WriteLine($"Đã đọc {files.Count - failures.Count} trên {files.Count} tệp, kết quả ở {arguments.OutputFolder}.");
        return failures.Count == 0 ? ExtractCommand.Read : ExtractCommand.CannotRead;
    }

    private static string? TryOne(string file, ExtractArguments arguments, CancellationToken cancel)
    {
        try
        {
            var (_, plan) = ExtractCommand.Extract(file, arguments.Today, cancel);
            var target = Path.Combine(arguments.OutputFolder!, Path.GetFileName(file) + ".json");
            var part = target + ".part";
            using (var output = File.Create(part))
            {
                PlanJson.Write(plan, output);
            }

            File.Move(part, target, overwrite: true);
            return null;
        }
        catch (ReadingException refused)
        {
            return $"{Path.GetFileName(file)}: {ExtractCommand.OneLine(refused.Message)}";
        }
        catch (IOException failed)
        {
            return $"{Path.GetFileName(file)}: không ghi được kết quả ({ExtractCommand.OneLine(failed.Message)})";
        }
    }

    private static void Draw(int done, int all, int failed)
    {
        var filled = all == 0 ? BarWidth : done * BarWidth / all;
        var bar = new string('█', filled) + new string('░', BarWidth - filled);
        var line = string.Create(CultureInfo.InvariantCulture, $"{bar} {done}/{all}{(failed > 0 ? $" · {failed} lỗi" : "")}");
        Console.Error.Write(Console.IsErrorRedirected ? line + "\n" : "\r" + line);
    }
}
