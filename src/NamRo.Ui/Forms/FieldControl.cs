using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NamRo.Ui.Forms;

/// <summary>The input, select or group of choices inside a field.</summary>
internal sealed class FieldControl
{
    private readonly ModelExpression expression;
    private readonly IReadOnlyList<SelectListItem> options;
    private readonly ModelStateEntry? state;
    private readonly string name;

    internal FieldControl(ModelExpression expression, ViewContext view, FieldKind kind, IReadOnlyList<SelectListItem> options)
    {
        this.expression = expression;
        this.options = options;
        name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        view.ModelState.TryGetValue(name, out state);
        Id = TagBuilder.CreateSanitizedId(name, "_");
        Kind = kind == FieldKind.Automatic ? FieldKindOf(expression.Metadata, options.Count > 0) : kind;
    }

    internal string Id { get; }

    internal FieldKind Kind { get; }

    internal bool IsGroup => Kind is FieldKind.Radios or FieldKind.Checkboxes;

    internal string? ErrorMessage => state?.Errors.FirstOrDefault()?.ErrorMessage;

    internal string? DescribedBy { get; set; }

    /// <summary>Word of the empty choice of a select.</summary>
    internal string NothingChosen { get; set; } = "";

    internal IReadOnlyList<TagHelperAttribute> Extra { get; set; } = [];

    internal IHtmlContent Build() => Kind switch
    {
        FieldKind.TextArea => TextArea(),
        FieldKind.Select => Select(),
        FieldKind.Radios => Choices("radio"),
        FieldKind.Checkboxes => Choices("checkbox"),
        FieldKind.Checkbox => Checkbox(),
        _ => Input(),
    };

    private static FieldKind FieldKindOf(ModelMetadata metadata, bool hasOptions)
    {
        var type = metadata.UnderlyingOrModelType;
        if (hasOptions)
            return FieldKind.Select;
        return metadata.DataTypeName switch
        {
            "Password" => FieldKind.Password,
            "MultilineText" => FieldKind.TextArea,
            "EmailAddress" => FieldKind.Email,
            "PhoneNumber" => FieldKind.Telephone,
            _ when type == typeof(bool) => FieldKind.Checkbox,
            _ when type == typeof(DateOnly) => FieldKind.Date,
            _ when type == typeof(DateTime) || type == typeof(DateTimeOffset) => FieldKind.DateTime,
            _ when IsNumber(type) => FieldKind.Number,
            _ => FieldKind.Text,
        };
    }

    private static bool IsNumber(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double);

    private string? Value()
    {
        if (state?.AttemptedValue is { } attempted)
            return attempted;
        return expression.Model switch
        {
            null => null,
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime instant => instant.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
            var other => Convert.ToString(other, CultureInfo.CurrentCulture),
        };
    }

    private TagBuilder Control(string tag, string? cssClass)
    {
        var control = new TagBuilder(tag);
        control.With("id", Id).With("name", name).With("class", cssClass).With("aria-describedby", DescribedBy);
        control.With("aria-invalid", ErrorMessage is null ? null : "true");
        if (expression.Metadata.IsRequired && Kind != FieldKind.Checkbox)
            control.With("aria-required", "true");
        if (MaximumLength() is { } length && Kind is FieldKind.Text or FieldKind.TextArea)
            control.With("maxlength", length.ToString(CultureInfo.InvariantCulture));
        foreach (var attribute in Extra)
            control.With(attribute.Name, attribute.Value?.ToString() ?? "");
        return control;
    }

    private int? MaximumLength() => expression.Metadata.ValidatorMetadata switch
    {
        var rules when rules.OfType<System.ComponentModel.DataAnnotations.StringLengthAttribute>().FirstOrDefault() is { } rule =>
            rule.MaximumLength,
        var rules => rules.OfType<System.ComponentModel.DataAnnotations.MaxLengthAttribute>().FirstOrDefault()?.Length,
    };

    // Numbers are text with a numeric keyboard: a number input would refuse the decimal comma that people here type.
    private TagBuilder Input()
    {
        var type = Kind switch
        {
            FieldKind.Date => "date",
            FieldKind.DateTime => "datetime-local",
            FieldKind.Email => "email",
            FieldKind.Telephone => "tel",
            FieldKind.Password => "password",
            _ => "text",
        };
        var input = Control("input", "form-control").With("type", type);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        if (Kind == FieldKind.Number)
            input.With("inputmode", "decimal").With("autocomplete", "off");
        return Kind == FieldKind.Password ? input : input.With("value", Value() ?? "");
    }

    private TagBuilder TextArea()
    {
        var area = Control("textarea", "form-control");
        // A line break right after the start tag is dropped by browsers: this one protects the value's own.
        area.InnerHtml.AppendLine().Append(Value() ?? "");
        return area;
    }

    private HtmlContentBuilder Checkbox()
    {
        var isChecked = state?.AttemptedValue is { } attempted
            ? attempted.Contains("true", StringComparison.OrdinalIgnoreCase)
            : expression.Model is true;
        var box = Control("input", null).With("type", "checkbox").With("value", "true").With("checked", isChecked ? "" : null);
        var whenUnchecked = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        whenUnchecked.With("type", "hidden").With("name", name).With("value", "false");
        box.TagRenderMode = TagRenderMode.SelfClosing;
        var both = new HtmlContentBuilder();
        both.AppendHtml(box).AppendHtml(whenUnchecked);
        return both;
    }

    private TagBuilder Select()
    {
        var select = Control("select", "form-select");
        var chosen = Chosen();
        if (!expression.Metadata.IsRequired || chosen.Count == 0)
            select.InnerHtml.AppendHtml(Option("", NothingChosen));
        foreach (var option in options)
        {
            var element = Option(option.Value ?? option.Text, option.Text);
            element.With("selected", IsChosen(option, chosen) ? "" : null).With("disabled", option.Disabled ? "" : null);
            select.InnerHtml.AppendHtml(element);
        }
        return select;
    }

    private static TagBuilder Option(string value, string text)
    {
        var option = new TagBuilder("option").With("value", value);
        option.InnerHtml.Append(text);
        return option;
    }

    private HtmlContentBuilder Choices(string type)
    {
        var all = new HtmlContentBuilder();
        var chosen = Chosen();
        for (var position = 0; position < options.Count; position++)
        {
            var option = options[position];
            // The first choice carries the field's own id, so that the error summary can lead to it.
            var id = position == 0 ? Id : $"{Id}_{position}";
            var box = Control("input", null).With("type", type).With("id", id).With("value", option.Value ?? option.Text);
            box.With("checked", IsChosen(option, chosen) ? "" : null).With("disabled", option.Disabled ? "" : null);
            box.Attributes.Remove("aria-required");
            box.TagRenderMode = TagRenderMode.SelfClosing;
            var label = new TagBuilder("label").With("for", id);
            label.InnerHtml.Append(option.Text);
            var line = new TagBuilder("div").With("class", "choice");
            line.InnerHtml.AppendHtml(box).AppendHtml(label);
            all.AppendHtml(line);
        }
        return all;
    }

    private static bool IsChosen(SelectListItem option, HashSet<string> chosen) =>
        chosen.Count == 0 ? option.Selected : chosen.Contains(option.Value ?? option.Text);

    private static string Invariant(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private HashSet<string> Chosen()
    {
        if (state?.RawValue is string[] several)
            return several.Where(value => value.Length > 0).ToHashSet(StringComparer.Ordinal);
        if (expression.Model is IEnumerable values and not string)
            return values.Cast<object?>().Select(Invariant).ToHashSet(StringComparer.Ordinal);
        return Value() is { Length: > 0 } value ? [value] : [];
    }
}
