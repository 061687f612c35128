using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Charts;

/// <summary><c>&lt;ui-chart model="..." /&gt;</c>: the drawing for those who see it, and always the table with the same numbers.</summary>
[HtmlTargetElement("ui-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChartTagHelper : UiTagHelper
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public ChartModel Model { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("chart");
        output.Attributes.SetAttribute("data-chart", JsonSerializer.Serialize(Model, Json));
        output.Content.AppendHtml(Element("div", "canvas").With("role", "img").With("aria-label", Model.Title));
        var table = Element("div", "table-scroll", Table()).With("role", "region").With("tabindex", "0").With("aria-label", Model.Title);
        output.Content.AppendHtml(Element("details", null, Element("summary", null, Words["Xem bảng số liệu"].Value), table));
    }

    private TagBuilder Table()
    {
        var head = Element("tr", null, Head("col", Model.LabelTitle));
        foreach (var series in Model.Series)
        {
            var title = Model.Unit is null ? series.Name : $"{series.Name} ({Model.Unit})";
            head.InnerHtml.AppendHtml(Head("col", title).With("class", "number"));
        }
        var body = Element("tbody", null);
        for (var row = 0; row < Model.Labels.Count; row++)
            body.InnerHtml.AppendHtml(Row(row));
        return Element("table", "rows-table", Element("caption", null, Model.Title), Element("thead", null, head), body);
    }

    private TagBuilder Row(int row)
    {
        var line = Element("tr", null, Head("row", Model.Labels[row]));
        foreach (var series in Model.Series)
        {
            var value = row < series.Values.Count ? series.Values[row] : null;
            var text = value?.ToString("#,0.##", CultureInfo.CurrentCulture) ?? Words["chưa có số liệu"].Value;
            line.InnerHtml.AppendHtml(Element("td", "number", text));
        }
        return line;
    }

    private static TagBuilder Head(string scope, string text) => Element("th", null, text).With("scope", scope);
}
