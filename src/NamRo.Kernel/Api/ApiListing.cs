using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace NamRo.Kernel.Api;

/// <summary>From where on a list is wanted, and how much of it; lists with filters add theirs.</summary>
public record ApiListing
{
    [FromQuery(Name = "after")]
    [Description("Giá trị next của trang trước.")]
    public string? After { get; init; }

    [FromQuery(Name = "limit")]
    [Description("Số dòng, nhiều nhất 200; mặc định 50.")]
    public int? Limit { get; init; }

    /// <summary>What was asked for, within what is served.</summary>
    public int Size => Math.Clamp(Limit ?? ApiPage.DefaultSize, 1, ApiPage.MostSize);
}
