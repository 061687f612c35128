using System.Diagnostics;
using System.Text.Json;

namespace NamRo.CommandLine.Tests;

/// <summary>The command as other programs call it: what goes to which stream, and the exit status.</summary>
public sealed class ExtractTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("namro-command");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Json_IsOneObjectAndNothingElse()
    {
        var (code, output, errors) = await RunAsync(Write("plan.md", "# KẾ HOẠCH\n\n| TT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | Rà soát hạ tầng | Phòng Kinh tế | Quý II/2026 |\n"), "--json");
        using var json = JsonDocument.Parse(output);
        var task = json.RootElement.GetProperty("tasks")[0];
        Assert.Equal(0, code);
        Assert.Empty(errors);
        Assert.Equal("2026-06-30", task.GetProperty("deadline").GetProperty("due").GetString());
        Assert.Equal("Phòng Kinh tế", task.GetProperty("lead_units")[0].GetString());
    }

    [Fact]
    public async Task Positions_PointIntoThePrintedText()
    {
        var file = Write("plan.md", "# KẾ HOẠCH\n\n| TT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | Rà soát hạ tầng | Phòng Kinh tế | Quý II/2026 |\n");
        var (_, text, _) = await RunAsync(file, "--text");
        var (_, output, _) = await RunAsync(file, "--json");
        using var json = JsonDocument.Parse(output);
        var cell = json.RootElement.GetProperty("tasks")[0].GetProperty("source").GetProperty("cells").GetProperty("lead_units");
        Assert.Equal("Phòng Kinh tế", text[cell[0].GetInt32()..cell[1].GetInt32()]);
    }

    [Theory]
    [InlineData("trống.pdf", "")]
    [InlineData("hỏng.docx", "PK\u0003\u0004")]
    public async Task WhatCannotBeRead_IsOneLineAndStatusTwo(string name, string content)
    {
        var (code, output, errors) = await RunAsync(Write(name, content), "--json");
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.Contains(name, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolder_GoesOnAfterABadFile()
    {
        Write("a.md", "KẾ HOẠCH\n\n1. Rà soát hạ tầng\n\n- Đơn vị chủ trì: Phòng Kinh tế");
        Write("b.pdf", string.Empty);
        var results = Path.Combine(folder.FullName, "out");
        var (code, _, errors) = await RunAsync(folder.FullName, "--out", results);
        Assert.Equal(2, code);
        Assert.Contains("b.pdf", errors, StringComparison.Ordinal);
        Assert.Equal(["a.md.json"], Directory.EnumerateFiles(results).Select(Path.GetFileName));
    }

    [Fact]
    public async Task WrongArguments_TellTheUsage()
    {
        var (code, output, errors) = await RunAsync("--unknown");
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("--json", errors, StringComparison.Ordinal);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "namro-extract.dll");
        var start = new ProcessStartInfo("dotnet", [program, "extract", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
