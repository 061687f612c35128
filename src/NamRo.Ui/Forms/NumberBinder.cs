using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace NamRo.Ui.Forms;

/// <summary>
/// Reads decimals as people here write them. The framework would take "86.2" under Vietnamese rules as 862, because it lets a group
/// separator stand anywhere; a wrong figure that looks accepted is the worst outcome, so anything unclear is refused.
/// </summary>
internal sealed partial class NumberBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var text = given.FirstValue?.Trim() ?? "";
        if (text.Length == 0)
            return BindMissing(bindingContext);
        if (TryRead(text, CultureInfo.CurrentCulture, out var number) && RangeBrokenBy(number, bindingContext) is { } range)
            AddMessage(bindingContext, range.FormatErrorMessage(Name(bindingContext)));
        else if (TryRead(text, CultureInfo.CurrentCulture, out number))
            bindingContext.Result = ModelBindingResult.Success(number);
        else
            AddMessage(bindingContext,
                bindingContext.ModelMetadata.ModelBindingMessageProvider.ValueMustBeANumberAccessor(Name(bindingContext)));
        return Task.CompletedTask;
    }

    /// <summary>"86,2", "1.234.567,5", "1234", and with the other separator where only one reading is possible ("86.2").</summary>
    internal static bool TryRead(string text, CultureInfo culture, out decimal number)
    {
        number = 0;
        var isCommaDecimal = culture.NumberFormat.NumberDecimalSeparator == ",";
        var (group, point) = isCommaDecimal ? (".", ",") : (",", ".");
        var plain = Normal(text, group, point);
        return plain is not null && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out number);
    }

    /// <summary>A range of whole numbers throws when it is asked about a number that none of them can be; so it is not asked.</summary>
    private static RangeAttribute? RangeBrokenBy(decimal number, ModelBindingContext binding) =>
        number is >= int.MinValue and <= int.MaxValue ? null
            : binding.ModelMetadata.ValidatorMetadata.OfType<RangeAttribute>().FirstOrDefault(range => range.OperandType == typeof(int));

    private static string? Normal(string text, string group, string point)
    {
        text = text.Replace("\u00a0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        var own = group == "." ? DotGroups() : CommaGroups();
        if (own.IsMatch(text))
            return text.Replace(group, "", StringComparison.Ordinal).Replace(point, ".", StringComparison.Ordinal);
        if (Ungrouped().IsMatch(text))
            return text.Replace(",", ".", StringComparison.Ordinal);
        return null;
    }

    private static Task BindMissing(ModelBindingContext binding)
    {
        if (binding.ModelMetadata.IsReferenceOrNullableType)
            binding.Result = ModelBindingResult.Success(null);
        else
            AddMessage(binding, binding.ModelMetadata.ModelBindingMessageProvider.ValueMustNotBeNullAccessor(""));
        return Task.CompletedTask;
    }

    private static void AddMessage(ModelBindingContext binding, string message) =>
        binding.ModelState.TryAddModelError(binding.ModelName, message);

    private static string Name(ModelBindingContext binding) => binding.ModelMetadata.DisplayName ?? binding.FieldName;

    [GeneratedRegex(@"\A[-+]?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex DotGroups();

    [GeneratedRegex(@"\A[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex CommaGroups();

    [GeneratedRegex(@"\A[-+]?[0-9]+(?:[.,][0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Ungrouped();
}

/// <summary>Chooses <see cref="NumberBinder"/> for decimals.</summary>
internal sealed class NumberBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(decimal) ? new NumberBinder() : null;
}
