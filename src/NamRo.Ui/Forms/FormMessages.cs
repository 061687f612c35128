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
            if (!HasOwnWords(rule) && MessageOf(rule) is { } message)
                rule.ErrorMessage = message;
        }
    }

    // E-mail, telephone and web address come with the framework's English already set: that does not count as their own.
    private static bool HasOwnWords(ValidationAttribute rule) => rule switch
    {
        { ErrorMessageResourceName: not null } => true,
        EmailAddressAttribute => rule.ErrorMessage != new EmailAddressAttribute().ErrorMessage,
        PhoneAttribute => rule.ErrorMessage != new PhoneAttribute().ErrorMessage,
        UrlAttribute => rule.ErrorMessage != new UrlAttribute().ErrorMessage,
        _ => rule.ErrorMessage is not null,
    };

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
internal sealed class FormOptions(IStringLocalizer<UiText> words) : IPostConfigureOptions<MvcOptions>
{
    // After the framework has added the provider that finds the attributes: ours completes what that one found.
    public void PostConfigure(string? name, MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(new FormMessages());
        options.ModelBinderProviders.Insert(0, new NumberBinderProvider());
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => words["Giá trị “{0}” không hợp với {1}.", value, field]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => words["Giá trị “{0}” không hợp lệ.", value]);
        messages.SetValueIsInvalidAccessor(value => words["Giá trị “{0}” không hợp lệ.", value]);
        messages.SetValueMustBeANumberAccessor(field => words["{0} phải là số, ví dụ 86,2.", field]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => words["Giá trị phải là số."]);
        messages.SetValueMustNotBeNullAccessor(_ => words["Cần nhập mục này."]);
        messages.SetMissingBindRequiredValueAccessor(field => words["Thiếu {0}.", field]);
        messages.SetMissingKeyOrValueAccessor(() => words["Cần nhập mục này."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => words["Yêu cầu không có nội dung."]);
        messages.SetUnknownValueIsInvalidAccessor(field => words["Giá trị của {0} không hợp lệ.", field]);
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
        services.AddSingleton<IPostConfigureOptions<MvcOptions>, FormOptions>();
        services.AddRazorPages().AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = FormLocalizer.For);
        return services;
    }
}
