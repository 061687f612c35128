using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Status;

/// <summary>
/// <c>&lt;ui-sparkline values="..." forecast="..." target="90" label="..." /&gt;</c>: a trend the size of a word, drawn on the server. A
/// null value is a gap: missing data is never drawn as zero.
/// </summary>
[HtmlTargetElement("ui-sparkline", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SparklineTagHelper : UiTagHelper
{
    private const int Width = 100;
    private const int Height = 30;

    /// <summary>Measured values by period, oldest first.</summary>
    public IReadOnlyList<decimal?> Values { get; set; } = [];

    /// <summary>Expected values that follow, dashed.</summary>
    public IReadOnlyList<decimal?> Forecast { get; set; } = [];

    /// <summary>The value to reach; a pale band stands above it.</summary>
    public decimal? Target { get; set; }

    /// <summary>The same in words for screen readers.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("sparkline");
        output.Attributes.SetAttribute("viewBox", $"0 0 {Width} {Height}");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        var known = Values.Concat(Forecast).Append(Target).OfType<decimal>().ToList();
        if (known.Count > 0)
            Draw(output.Content, new Scale(known.Min(), known.Max(), Values.Count + Forecast.Count));
    }

    private void Draw(TagHelperContent content, Scale scale)
    {
        if (Target is { } target)
            content.AppendHtml(Element("rect", "band").With("width", "100").With("height", Text(Math.Max(3, scale.Y(target)))));
        content.AppendHtml(Line("line", Values, 0, scale));
        if (Forecast.Count > 0 && Values.Count > 0)
            content.AppendHtml(Line("line forecast", [Values[^1], .. Forecast], Values.Count - 1, scale));
    }

    private static TagBuilder Line(string cssClass, IReadOnlyList<decimal?> values, int first, Scale scale)
    {
        var path = new System.Text.StringBuilder();
        var isDown = false;
        for (var position = 0; position < values.Count; position++)
        {
            if (values[position] is { } value)
                path.Append(isDown ? 'L' : 'M').Append(Text(scale.X(first + position))).Append(' ').Append(Text(scale.Y(value)));
            isDown = values[position] is not null;
        }
        return Element("path", cssClass).With("d", path.ToString());
    }

    private static string Text(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private sealed record Scale(decimal Low, decimal High, int Count)
    {
        internal decimal X(int position) => Count < 2 ? 0 : (decimal)Width * position / (Count - 1);

        internal decimal Y(decimal value) => High == Low ? Height / 2 : 2 + ((Height - 4) * (High - value) / (High - Low));
    }
}
