using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace NamRo.Ui.Forms;

/// <summary>
/// Gives every validation attribute without its own words a Vietnamese sentence (a key of <see cref="UiText"/>), so that no page has to
/// repeat them and none falls back to the framework's English.
/// </summary>
internal sealed class FormMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            // StringLength and the like bring a default ErrorMessage in some frameworks' subclasses: only unset ones are filled.
            if (rule.ErrorMessage is null && rule.ErrorMessageResourceName is null && MessageOf(rule) is { } message)
                rule.ErrorMessage = message;
        }
    }

    private static string? MessageOf(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "Cần nhập {0}.",
        StringLengthAttribute { MinimumLength: > 0 } => "{0} dài từ {2} đến {1} ký tự.",
        StringLengthAttribute or MaxLengthAttribute => "{0} dài nhất {1} ký tự.",
        MinLengthAttribute => "{0} cần ít nhất {1} ký tự.",
        RangeAttribute => "{0} phải từ {1} đến {2}.",
        EmailAddressAttribute => "{0} chưa đúng dạng địa chỉ thư điện tử.",
        PhoneAttribute => "{0} chưa đúng dạng số điện thoại.",
        UrlAttribute => "{0} chưa đúng dạng địa chỉ mạng.",
        CompareAttribute => "{0} không khớp với {1}.",
        RegularExpressionAttribute => "{0} chưa đúng dạng.",
        _ => null,
    };
}

/// <summary>Words of forms: what model binding says, and where display names and messages are looked up.</summary>
internal sealed class FormOptions(IStringLocalizer<UiText> words) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(new FormMessages());
        options.ModelBinderProviders.Insert(0, new NumberBinderProvider());
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => words["Giá trị “{0}” không hợp với {1}.", value, name]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => words["Giá trị “{0}” không hợp lệ.", value]);
        messages.SetValueIsInvalidAccessor(value => words["Giá trị “{0}” không hợp lệ.", value]);
        messages.SetValueMustBeANumberAccessor(name => words["{0} phải là số, ví dụ 86,2.", name]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => words["Giá trị phải là số."]);
        messages.SetValueMustNotBeNullAccessor(_ => words["Cần nhập mục này."]);
        messages.SetMissingBindRequiredValueAccessor(name => words["Thiếu {0}.", name]);
        messages.SetMissingKeyOrValueAccessor(() => words["Cần nhập mục này."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => words["Yêu cầu không có nội dung."]);
        messages.SetUnknownValueIsInvalidAccessor(name => words["Giá trị của {0} không hợp lệ.", name]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => words["Giá trị không hợp lệ."]);
    }
}

/// <summary>Looks a text up in the module that owns the form, then among the shared words.</summary>
internal sealed class FormLocalizer(IStringLocalizer own, IStringLocalizer shared) : IStringLocalizer
{
    public LocalizedString this[string name] => own[name] is { ResourceNotFound: false } found ? found : shared[name];

    public LocalizedString this[string name, params object[] arguments] =>
        own[name] is { ResourceNotFound: false } ? own[name, arguments] : shared[name, arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        own.GetAllStrings(includeParentCultures).Concat(shared.GetAllStrings(includeParentCultures));

    /// <summary>The module's words are those of <c>NamRo.Work.WorkText</c> for a form of <c>NamRo.Work</c>.</summary>
    internal static IStringLocalizer For(Type form, IStringLocalizerFactory factory)
    {
        var assembly = form.Assembly.GetName().Name ?? "";
        var text = form.Assembly.GetType($"{assembly}.{assembly[(assembly.LastIndexOf('.') + 1)..]}Text");
        var shared = factory.Create(typeof(UiText));
        return text is null ? shared : new FormLocalizer(factory.Create(text), shared);
    }
}

internal static class FormServices
{
    internal static IServiceCollection AddForms(this IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<MvcOptions>, FormOptions>();
        services.AddRazorPages().AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = FormLocalizer.For);
        return services;
    }
}
