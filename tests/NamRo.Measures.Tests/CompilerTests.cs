namespace NamRo.Measures.Tests;

public sealed class CompilerTests
{
    private static readonly MeasureScope Scope = new([Guid.Empty], MeasurePeriod.Month(2026, 2), new DateOnly(2026, 2, 10));

    [Fact]
    public void Compile_HostileText_IsAParameter()
    {
        var statement = MeasureCompiler.Compile(Sources.Read("đếm(nhiệm_vụ khi tên = \"'; drop table work.task --\")"), Scope);

        Assert.DoesNotContain("drop", statement.Sql, StringComparison.Ordinal);
        Assert.Contains("'; drop table work.task --", statement.Parameters);
    }

    [Fact]
    public void Compile_Share_FiltersAndCounts()
    {
        var statement = MeasureCompiler.Compile(Sources.Read("tỷ_lệ(nhiệm_vụ khi hạn trong_kỳ; đã_xong)"), Scope);

        Assert.Equal("select t0.v, t0.w from (select count(*) filter (where r.is_closed)::numeric as v, count(*)::numeric as w "
            + "from work.task_row r where r.ward_id = $1 and (r.due_on between $2 and $3)) t0", statement.Sql);
        Assert.Equal([Guid.Empty, new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28)], statement.Parameters);
    }

    [Fact]
    public void Evaluate_NothingToDivideBy_IsNoDataNotZero()
    {
        Assert.Equal(MeasureValue.None with { Numerator = 0, Denominator = 0 },
            MeasureCompiler.Evaluate(Sources.Read("tỷ_lệ(nhiệm_vụ; đã_xong)"), [0, 0]));
        Assert.Null(MeasureCompiler.Evaluate(Sources.Read("1 / đếm(nhiệm_vụ)"), [0, 0]).Value);
        Assert.Null(MeasureCompiler.Evaluate(Sources.Read("tổng(nhiệm_vụ.điểm) + 1"), [null, 0]).Value);
    }

    [Fact]
    public void Evaluate_Arithmetic_KeepsPrecedence() => Assert.Equal(2m + (3m * 4m) - (10m / 4m),
        MeasureCompiler.Evaluate(Sources.Read("đếm(nhiệm_vụ) + 3 * đếm(cán_bộ) - 10 / 4"), [2, 2, 4, 4]).Value);

    [Fact]
    public void Evaluate_Overflow_GivesNoValue()
    {
        var text = "đếm(nhiệm_vụ) * " + string.Join(" * ", Enumerable.Repeat("999999999999999", 3));

        Assert.Null(MeasureCompiler.Evaluate(Sources.Read(text), [1, 1]).Value);
    }

    [Fact]
    public void CompileBy_FieldThatASourceLacks_IsRefused()
    {
        Assert.Null(MeasureCompiler.CompileBy(Sources.Read("đếm(cán_bộ)"), "hạn", Scope));
        Assert.Equal(2, MeasureCompiler.CompileBy(Sources.Read("đếm(cán_bộ) / đếm(nhiệm_vụ)"), "don_vi", Scope)!.Count);
    }

    [Theory]
    [InlineData("work.task; drop", "title")]
    [InlineData("work.task_row", "title = 1")]
    public void Source_HostileName_IsABug(string view, string column) =>
        Assert.Throws<ArgumentException>(() => new MeasureSource("x", "x", view, "x", [new("x", "x", FieldKind.Text, column)])
        {
            TitleColumn = "title",
            LinkFormat = "/{0}",
        });
}
