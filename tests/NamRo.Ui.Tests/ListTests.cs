using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using NamRo.Ui.Lists;

namespace NamRo.Ui.Tests;

/// <summary>Lists keep their filters in the address and walk by key without losing or repeating a row.</summary>
public sealed class ListTests
{
    [Fact]
    public void Cut_WalkedForwardAndBack_ShowsEveryRowOnceInOrder()
    {
        Prop.ForAll<byte, byte>((rowCount, pageSize) =>
        {
            var all = Enumerable.Range(1, rowCount % 40).ToList();
            var size = 1 + (pageSize % 7);
            var forward = Walk(all, size, page => page.After, "sau", out var last);
            var backward = Walk(all, size, page => page.Before, "truoc", out _, last.Before);
            return forward.SelectMany(page => page).SequenceEqual(all)
                && (last.Before is null || Enumerable.Reverse(backward).SelectMany(page => page).Concat(last.Rows).SequenceEqual(all));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void With_NewFilter_StartsAgainAndKeepsTheRest()
    {
        var query = Query("?trang-thai=muon&sap=-ten&sau=abc");
        Assert.Equal("/nhiem-vu?don-vi=v%C4%83n%20ph%C3%B2ng&sap=-ten&trang-thai=muon", query.With("don-vi", "văn phòng"));
        Assert.Equal("/nhiem-vu?sap=ten&trang-thai=muon", query.SortedBy("ten"));
        Assert.Equal("/nhiem-vu?sap=-ten", query.WithoutFilters());
        Assert.Equal("/xuat?trang-thai=muon&sap=-ten&dang=xlsx", query.At("/xuat", "dang", "xlsx"));
    }

    [Fact]
    public void From_LongOrRepeatedValues_AreCut()
    {
        var query = Query($"?q={new string('a', 500)}&x=1&x=2&y=%20");
        Assert.Equal(ListQuery.MaximumValueLength, query["q"]!.Length);
        Assert.Equal("1", query["x"]);
        Assert.Null(query["y"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("không phải")]
    [InlineData("bnVsbA")]
    [InlineData("e30x")]
    public void TryDecode_ForeignText_IsNotACursor(string text)
    {
        Assert.False(Cursor.TryDecode(text, out _));
    }

    [Fact]
    public void TryDecode_WhatWasEncoded_IsTheSame()
    {
        var cursor = new Cursor("Phòng Văn hóa - Xã hội", Guid.CreateVersion7());
        Assert.True(Cursor.TryDecode(cursor.Encode(), out var read));
        Assert.Equal(cursor, read);
    }

    private static ListQuery Query(string address)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = "/nhiem-vu";
        context.Request.QueryString = new QueryString(address);
        return ListQuery.From(context.Request);
    }

    private static List<IReadOnlyList<int>> Walk(
        List<int> all, int size, Func<KeysetPage<int>, string?> nextOf, string name, out KeysetPage<int> last, string? start = null)
    {
        var pages = new List<IReadOnlyList<int>>();
        var cursor = start;
        do
        {
            var query = Query(cursor is null ? "" : $"?{name}={cursor}");
            last = KeysetPage.Cut(Fetch(all, query, size), query, size, row => $"{row}");
            pages.Add(last.Rows);
            cursor = nextOf(last);
        }
        while (cursor is not null && pages.Count <= all.Count);
        return pages;
    }

    private static List<int> Fetch(List<int> all, ListQuery query, int size) => query.IsBackward
        ? [.. all.Where(row => row < int.Parse(query.Before!, null)).Reverse().Take(size + 1)]
        : [.. all.Where(row => query.After is null || row > int.Parse(query.After, null)).Take(size + 1)];
}
