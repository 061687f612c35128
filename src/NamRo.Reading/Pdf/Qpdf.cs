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
    private const int MemoryKilobytes = 700 * 1024;
    private const int ProcessorSeconds = 40;
    private const long OutputSlackBytes = 64L * 1024 * 1024;
    private const int MaximumGrowth = 8;
    private const int MaximumErrorCharacters = 4_000;
    private const string NoTrailer = "unable to find trailer";
    private const string Missing = "Máy chủ chưa có chương trình qpdf để đọc PDF; hãy cài gói qpdf (apt-get install qpdf).";

    /// <summary>The rewritten file: a buffer and how much of it is filled.</summary>
    /// <exception cref="ReadingException">Protected by a password, damaged beyond repair, too large, or qpdf is not installed.</exception>
    public static (byte[] Buffer, int Length) Rewrite(string path, CancellationToken cancel)
    {
        var (buffer, length, errors) = Run(path, cancel);
        if (length == 0
            && errors.Contains(NoTrailer, StringComparison.Ordinal)
            && TrailerRepair.Append(File.ReadAllBytes(path)) is { } repaired)
        {
            (buffer, length, errors) = RunOnCopy(repaired, cancel);
        }

        return length > 0 ? (buffer, length) : throw Refusal(Path.GetFileName(path), errors);
    }

    private static (byte[] Buffer, int Length, string Errors) RunOnCopy(byte[] bytes, CancellationToken cancel)
    {
        var copy = Path.Combine(Path.GetTempPath(), $"namro-{Guid.CreateVersion7():N}.pdf");
        try
        {
            File.WriteAllBytes(copy, bytes);
            return Run(copy, cancel);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>What qpdf wrote; nothing when it failed, and then what it complained about.</summary>
    private static (byte[] Buffer, int Length, string Errors) Run(string path, CancellationToken cancel)
    {
        using var process = Start(path);
        using var kill = cancel.Register(() => Kill(process));
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
        var most = Math.Min(size * MaximumGrowth + OutputSlackBytes, Array.MaxLength);
        var (buffer, length) = ReadAll(process.StandardOutput.BaseStream, size, most);
        if (length > most)
        {
            Kill(process);
            throw Refusals.TooLarge(Path.GetFileName(path), length, most);
        }

        process.WaitForExit();
        cancel.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? (buffer, length, "") : ([], 0, errors.ToString());
    }

    private static Process Start(string path)
    {
        var script = $"ulimit -v {MemoryKilobytes}; ulimit -t {ProcessorSeconds}; exec qpdf \"$@\"";
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
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

    private static ReadingException Refusal(string name, string errors)
    {
        if (errors.Contains("invalid password", StringComparison.Ordinal))
        {
            return Refusals.Protected(name);
        }

        return errors.Contains("qpdf: not found", StringComparison.Ordinal)
            ? new ReadingException(Missing)
            : Refusals.Broken(name, new InvalidDataException(errors));
    }

    /// <summary>All of the stream, or a little more than the maximum of it.</summary>
    private static (byte[] Buffer, int Length) ReadAll(Stream stream, long expected, long maximum)
    {
        var buffer = new byte[expected + expected / 8 + 64 * 1024];
        var length = 0;
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer, length, buffer.Length - length))
        {
            length += read;
            if (length > maximum)
            {
                break;
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, Array.MaxLength));
            }
        }

        return (buffer, length);
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
