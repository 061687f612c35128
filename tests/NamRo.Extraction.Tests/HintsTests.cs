using NamRo.Language;
using NamRo.Reading;

namespace NamRo.Extraction.Tests;

public sealed class HintsTests
{
    private const string Odd = """
        KẾ HOẠCH
        Chuyển đổi số năm 2026

        II. NHIỆM VỤ

        | STT | Nhiệm vụ | Ai lo | Thời gian hoàn thành |
        | --- | --- | --- | --- |
        | 1 | Nâng cấp mạng LAN tại trụ sở. | Phòng Văn hóa - Xã hội | Lúc nào cũng làm |
        """;

    [Fact]
    public void Extract_WithTheWardsWords_UnderstandsThem()
    {
        var hints = new ExtractionHints([KeyValuePair.Create("AI LO", FieldRole.LeadUnit)],
            [KeyValuePair.Create("Lúc nào cũng làm", new Deadline(DeadlineKind.Continuous))]);

        var (plain, hinted) = (Extract(ExtractionHints.None), Extract(hints));

        Assert.Equal((0, DeadlineKind.None), (plain.LeadUnits.Count, plain.Deadline.Kind));
        Assert.Equal(["Phòng Văn hóa - Xã hội"], hinted.LeadUnits);
        Assert.Equal(DeadlineKind.Continuous, hinted.Deadline.Kind);
        Assert.Equal(plain.Text, hinted.Text);
    }

    private static TaskDraft Extract(ExtractionHints hints)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("namro-plan").FullName, "plan.md");
        try
        {
            File.WriteAllText(file, Odd);
            return Assert.Single(PlanExtractor.Extract(DocumentReader.Read(file, ReadingOptions.Default), hints: hints).Tasks);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
