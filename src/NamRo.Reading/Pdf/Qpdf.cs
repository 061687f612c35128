using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace NamRo.Reading.Pdf;

/// <summary>
/// Rewrites a PDF into its plainest form (one cross-reference table, no object streams, no encryption, repaired) with the qpdf program,
/// as a child process with limits on memory, processor time and output: the file comes from outside.
/// </summary>
internal static class Qpdf
{
    private const int MemoryKilobytes = 900 * 1024;
    private const int ProcessorSeconds = 40;
    private const long OutputSlackBytes = 64L * 1024 * 1024;
    private const int MaximumGrowth = 8;
    private const int MaximumErrorCharacters = 4_000;

    /// <summary>The rewritten file: a buffer and how much of it is filled.</summary>
    /// <exception cref="ReadingException">Protected by a password, damaged beyond repair, too large, or qpdf is not installed.</exception>
    public static (byte[] Buffer, int Length) Rewrite(string path, TimeSpan timeLimit, CancellationToken cancel)
    {
        using var process = Start(path);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeLimit);
        using var kill = limit.Token.Register(() => Kill(process));
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) =>
        {
            if (errors.Length < MaximumErrorCharacters)
            {
                errors.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        var size = new FileInfo(path).Length;
        var (buffer, length, isWhole) = ReadAll(process.StandardOutput.BaseStream, size, Math.Min(size * MaximumGrowth + OutputSlackBytes, Array.MaxLength));
        if (!isWhole)
        {
            Kill(process);
        }

        process.WaitForExit();
        cancel.ThrowIfCancellationRequested();
        if (limit.IsCancellationRequested || !isWhole)
        {
            throw new ReadingException($"Tệp \"{Path.GetFileName(path)}\" quá lớn hoặc quá phức tạp để đọc; hãy in lại thành PDF rồi thử lại.");
        }

        if (process.ExitCode != 0)
        {
            throw Refusal(path, errors.ToString());
        }

        return (buffer, length);
    }

    private static Process Start(string path)
    {
        var script = $"ulimit -v {MemoryKilobytes}; ulimit -t {ProcessorSeconds}; exec qpdf \"$@\"";
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] arguments =
        [
            "-c", script, "qpdf", "--warning-exit-0", "--no-warn", "--decrypt", "--object-streams=disable", "--stream-data=preserve",
            Path.GetFullPath(path), "-",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start) ?? throw new ReadingException(Missing);
        }
        catch (Win32Exception failure)
        {
            throw new ReadingException(Missing, failure);
        }
    }

    private const string Missing = "Máy chủ chưa có chương trình qpdf để đọc PDF; hãy cài gói qpdf (apt-get install qpdf).";

    private static ReadingException Refusal(string path, string errors)
    {
        var name = Path.GetFileName(path);
        if (errors.Contains("invalid password", StringComparison.Ordinal))
        {
            return Refusals.Protected(name);
        }

        return errors.Contains("not found", StringComparison.Ordinal) && errors.Contains("exec", StringComparison.Ordinal)
            ? new ReadingException(Missing)
            : Refusals.Broken(name, new InvalidDataException(errors));
    }

    private static (byte[] Buffer, int Length, bool IsWhole) ReadAll(Stream stream, long expected, long maximum)
    {
        var buffer = new byte[expected + expected / 8 + 64 * 1024];
        var length = 0;
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer, length, buffer.Length - length))
        {
            length += read;
            if (length > maximum)
            {
                return (buffer, length, false);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, Array.MaxLength));
            }
        }

        return (buffer, length, true);
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended in the meantime, which is what was wanted.
            return;
        }
    }
}
