using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using NamRo.Kernel.Outcomes;
using NamRo.Kernel.Sheets;
using NamRo.Language;

namespace NamRo.Tests.Kernel;

public sealed class SheetTests
{
    private static readonly SheetColumn Key = new("Khóa") { IsHidden = true };
    private static readonly SheetColumn Name = new("Họ và tên") { IsRequired = true, Synonyms = ["Họ tên", "Cán bộ"] };
    private static readonly SheetColumn Born = new("Ngày sinh", SheetKind.Date);
    private static readonly SheetColumn Money = new("Kinh phí", SheetKind.Number);
    private static readonly SheetColumn Share = new("Tỷ lệ", SheetKind.Percent);
    private static readonly SheetColumn Field = new("Lĩnh vực") { Choices = ["Tư pháp", "Đất đai"] };
    private static readonly SheetColumn[] Columns = [Key, Name, Born, Money, Share, Field];

    [Fact]
    public void WhatIsWritten_IsReadBack()
    {
        var content = Read(Write(["k1", "Nguyễn Văn An", new DateOnly(1980, 6, 30), 1234.5m, 12.5m, "Đất đai"],
            ["k2", "  =HYPERLINK(\"x\") _x0041_ \u0001\uD800😀", null, null, null, null]));

        var row = content.Rows[0];
        Assert.Equal(2, row.Number);
        Assert.Equal(("k1", "Nguyễn Văn An"), (row.Text(Key), row.Text(Name)));
        Assert.Equal(new DateOnly(1980, 6, 30), row.Date(Born));
        Assert.Equal((1234.5m, 12.5m), (row.Decimal(Money), row.Decimal(Share)));
        Assert.Equal(2, row.Choice(Field, new Dictionary<string, int> { ["Tư pháp"] = 1, ["ĐẤT ĐAI"] = 2 }));
        Assert.Equal("=HYPERLINK(\"x\") _x0041_ 😀", content.Rows[1].Text(Name));
        Assert.Empty(content.Errors);
    }

    [Fact]
    public void AnyText_ComesBackAsItWas() => Prop.ForAll<NonEmptyString>(text =>
    {
        var kept = string.Concat(text.Get.Where(letter => !char.IsSurrogate(letter) && letter < '\uFFFE'));
        return Read(Write(["k", "x" + text.Get, null, null, null, null])).Rows[0].Text(Name) == VietnameseText.Normalize("x" + kept);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void AFormula_IsNeverWritten_AndTheFormatIsValid()
    {
        using var document = SpreadsheetDocument.Open(Write(["k", "=1+1", new DateOnly(2026, 1, 2), 3m, 4m, "+2"]), isEditable: false);
        var cells = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>()).ToList();

        Assert.DoesNotContain(cells, cell => cell.CellFormula is not null);
        Assert.Contains(cells, cell => cell.DataType?.Value == CellValues.InlineString && cell.InnerText == "=1+1");
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => error.Description));
    }

    [Fact]
    public void Headings_AreFoundBelowTitles_UnderOtherNames_WithoutAccents()
    {
        var content = Read(Csv("ỦY BAN NHÂN DÂN;;\n;;\nSTT;HO TEN (*);Ngay sinh;Ghi chú\n1;Trần Thị Bình;30/6/2026;x\n;;;\n3;;31/2/2026;\n"));

        Assert.Equal(["STT", "Ghi chú"], content.IgnoredTitles);
        Assert.True(content.Has(Born) && !content.Has(Money));
        Assert.Equal(new DateOnly(2026, 6, 30), content.Rows[0].Date(Born));
        Assert.Equal((2, 6), (content.Rows.Count, content.Rows[1].Number));
        content.Rows[1].Text(Name);
        content.Rows[1].Date(Born);
        Assert.Equal(["Dòng 6, cột “Họ và tên”: chưa có giá trị.",
            "Dòng 6, cột “Ngày sinh”: “31/2/2026” không phải là ngày có thật. Viết như 30/6/2026."], content.Errors.Select(error => error.ToString()));
    }

    [Theory]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("-2,25", "-2.25")]
    [InlineData("12 000", "12000")]
    [InlineData("mười", null)]
    [InlineData("--1", null)]
    public void Numbers_AreReadInTheVietnameseWay(string text, string? expected)
    {
        var row = Read(Csv($"Họ tên;Kinh phí\nAn;{text}\n")).Rows[0];

        Assert.Equal(expected is null ? null : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), row.Decimal(Money));
        Assert.Equal(expected is null ? 1 : 0, row.Errors.Count);
    }

    [Fact]
    public void APlan_HoldsOnlyRowsWithoutErrors()
    {
        var plan = Read(Csv("Họ tên\nAn\nBình\n")).Plan(row =>
        {
            var name = row.Text(Name);
            if (name == "Bình")
            {
                row.Refuse(Name, "đã có.");
            }

            return new PlannedRow<string>(row.Number, name, RowChange.New, "", name);
        });

        Assert.False(plan.IsClean);
        Assert.Equal(["An"], plan.Rows.Select(row => row.Value));
    }

    [Fact]
    public void HostileFiles_GiveOneClearRefusal()
    {
        Assert.Contains("rỗng", Refused([]).Message, StringComparison.Ordinal);
        Assert.Contains("bảng tính", Refused([0x50, 0x4B, 3, 4, 9, 9]).Message, StringComparison.Ordinal);
        Assert.Contains("bảng tính", Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]]).Message, StringComparison.Ordinal);
        Assert.Contains("bảng tính", Refused([0, 1, 2, 3, 4, 5]).Message, StringComparison.Ordinal);
        Assert.Contains("bảng tính", Refused(Bomb()).Message, StringComparison.Ordinal);
        Assert.Contains("tiêu đề", Refused(Encoding.UTF8.GetBytes("a;b\n1;2\n")).Message, StringComparison.Ordinal);
        Assert.Contains("hai cột", Refused(Encoding.UTF8.GetBytes("Họ tên;Cán bộ\nAn;An\n")).Message, StringComparison.Ordinal);
        Assert.Contains("hơn 2 dòng", Refused(Encoding.UTF8.GetBytes("Họ tên\n" + string.Concat(Enumerable.Repeat("An\n", 40))),
            new SheetLimits(MostRows: 2)).Message, StringComparison.Ordinal);
        Assert.Contains("lớn hơn", Refused(new byte[1025], new SheetLimits(MostBytes: 1024)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenWorkbooks_NeverThrow()
    {
        var whole = Write(["k", "An", new DateOnly(2026, 1, 2), 1m, 2m, "Tư pháp"]).ToArray();
        var random = new Random(57);
        for (var round = 0; round < 400; round++)
        {
            var broken = whole[..random.Next(whole.Length / 2, whole.Length + 1)];
            for (var change = random.Next(1, 8); change > 0; change--)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            SheetReader.Read(new MemoryStream(broken), Columns, null, default);
        }
    }

    [Theory]
    [InlineData("=1", "\"'=1\"")]
    [InlineData("@x", "\"'@x\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    [InlineData("An", "An")]
    public void CsvCells_AreNeverFormulas(string text, string expected) => Assert.Equal(expected, CsvLine.Cell(text));

    private static MemoryStream Write(params object?[][] rows)
    {
        var file = new MemoryStream();
        using (var sheet = new SheetWriter(file, "Cán bộ / phường", Columns))
        {
            foreach (var row in rows)
            {
                sheet.Write(row);
            }
        }

        return new MemoryStream(file.ToArray());
    }

    private static MemoryStream Csv(string text) => new(Encoding.UTF8.GetBytes(text));

    private static SheetContent Read(Stream file) => SheetReader.Read(file, Columns, null, default) switch
    {
        Outcome<SheetContent>.Done done => done.Value,
        Outcome<SheetContent>.Refused refused => throw new InvalidOperationException(refused.Refusal.Message),
        _ => throw new InvalidOperationException(),
    };

    private static Refusal Refused(byte[] file, SheetLimits? limits = null) =>
        Assert.IsType<Outcome<SheetContent>.Refused>(SheetReader.Read(new MemoryStream(file), Columns, limits, default)).Refusal;

    private static byte[] Bomb()
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            using var part = archive.CreateEntry("xl/workbook.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 64; megabyte++)
            {
                part.Write(zeros);
            }
        }

        return file.ToArray();
    }
}
