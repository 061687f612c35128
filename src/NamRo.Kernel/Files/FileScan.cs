using System.Diagnostics;

namespace NamRo.Kernel.Files;

/// <summary>
/// Asks a virus scanner about a file before it is kept: the program configured as <c>Files:ScanCommand</c> gets the path as its last
/// argument and answers 0 for a clean file. Without a configured program nothing is asked.
/// </summary>
internal static class FileScan
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>False: the scanner objects, cannot be started or does not answer in time.</summary>
    public static async Task<bool> IsCleanAsync(string? command, string path, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(command))
        {
            return true;
        }

        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(words[0], [.. words[1..], path]) { UseShellExecute = false });
            if (process is null)
            {
                return false;
            }

            await using var stop = limit.Token.Register(() => process.Kill(entireProcessTree: true));
            await process.WaitForExitAsync(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
