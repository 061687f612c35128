using NamRo.Extraction;
using NamRo.Reading;

namespace NamRo.CommandLine;

/// <summary><c>namro extract</c>: one file to standard output, or a folder of files to a folder of JSON.</summary>
internal static class ExtractCommand
{
    public const int Read = 0;
    public const int CannotRead = 2;
    private const int Interrupted = 130;

    public static int Run(IReadOnlyList<string> args, CancellationToken cancel)
    {
        if (args.Count > 0 && args[0] == "extract")
        {
            args = [.. args.Skip(1)];
        }

        var arguments = ExtractArguments.Parse(args, out var error);
        if (arguments is null)
        {
            Console.Error.WriteLine(error);
            return CannotRead;
        }

        try
        {
            if (Directory.Exists(arguments.Path))
            {
                return ExtractBatch.Run(arguments, cancel);
            }

            return RunOne(arguments, cancel);
        }
        catch (ReadingException refused)
        {
            Console.Error.WriteLine(OneLine(refused.Message));
            return CannotRead;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Đã dừng theo yêu cầu.");
            return Interrupted;
        }
    }

    /// <summary>Reads and extracts; every failure to read is a <see cref="ReadingException"/>.</summary>
    public static (DocumentReading Reading, PlanDraft Plan) Extract(string path, DateOnly? today, CancellationToken cancel)
    {
        var reading = DocumentReader.Read(path, ReadingOptions.Default, cancel);
        return (reading, PlanExtractor.Extract(reading, today));
    }

    public static string OneLine(string message) => message.ReplaceLineEndings(" ");

    private static int RunOne(ExtractArguments arguments, CancellationToken cancel)
    {
        var (reading, plan) = Extract(arguments.Path, arguments.Today, cancel);
        switch (arguments.Form)
        {
            case OutputForm.Json:
                // Written whole or not at all: a failure half-way must not leave half an object behind.
                using (var buffer = new MemoryStream())
                {
                    PlanJson.Write(plan, buffer);
                    buffer.WriteByte((byte)'\n');
                    using var output = Console.OpenStandardOutput();
                    buffer.WriteTo(output);
                }

                break;
            case OutputForm.Text:
                Console.Out.Write(reading.Text);
                break;
            default:
                PlanPrinter.Write(plan, Console.Out);
                break;
        }

        return Read;
    }
}
