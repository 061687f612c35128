using System.Diagnostics;

namespace NamRo.Reading.Raster;

/// <summary>
/// Runs a program on a file from outside, with limits on its memory, processor time and duration, and reads what it writes as it comes.
/// </summary>
internal static class LimitedProcess
{
    private const int MemoryKilobytes = 1_200 * 1024;

    /// <summary>What the shell answers when there is no such program.</summary>
    private const int NotFound = 127;

    /// <summary>Runs the program and hands its standard output to the reader.</summary>
    /// <exception cref="ReadingException">The program is not installed; the message names the package.</exception>
    /// <exception cref="TimeoutException">It took longer than it may.</exception>
    /// <exception cref="InvalidDataException">It failed, or wrote less than the reader asked for.</exception>
    public static T Run<T>(
        string program, string package, IEnumerable<string> arguments, TimeSpan limit, Func<Stream, T> read, CancellationToken cancel)
    {
        using var process = Start(program, arguments, limit);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(limit);
        using var kill = deadline.Token.Register(() => Kill(process));
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            var result = read(process.StandardOutput.BaseStream);
            Kill(process);
            return result;
        }
        catch (Exception failure) when (failure is EndOfStreamException or InvalidDataException)
        {
            Kill(process);
            process.WaitForExit();
            cancel.ThrowIfCancellationRequested();
            if (deadline.IsCancellationRequested)
            {
                throw new TimeoutException($"{program} took longer than {limit.TotalSeconds:0} seconds.", failure);
            }

            if (process.ExitCode == NotFound)
            {
                throw new ReadingException(
                    $"Máy chủ chưa có chương trình {program}; hãy cài gói {package} (apt-get install {package}).", failure);
            }

            throw new InvalidDataException($"{program} ended with code {process.ExitCode}.", failure);
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments, TimeSpan limit)
    {
        var script = $"ulimit -v {MemoryKilobytes}; ulimit -t {(int)Math.Ceiling(limit.TotalSeconds) + 1}; ulimit -c 0; exec \"$@\"";
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["-c", script, "sh", program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidDataException($"{program} could not be started.");
        process.StandardInput.Close();
        return process;
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
