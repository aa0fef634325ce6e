using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ClaimTracker.Web.Forms;

/// <summary>Chooses our binders for texts, numbers and dates of forms and queries.</summary>
public sealed class InputBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = Nullable.GetUnderlyingType(context.Metadata.ModelType) ?? context.Metadata.ModelType;
        if (context.BindingInfo.BindingSource is { } source && source == BindingSource.Path)
        {
            // Addresses are ours, not typed.
            return null;
        }

        return type == typeof(string) ? new TextBinder(isSecret: context.Metadata.DataTypeName == nameof(DataType.Password))
            : type == typeof(int) ? new ParsedBinder<int>((string text, out int value) => NumberParser.TryParseWhole(text, out value), () => CommonText.InputNumber)
            : type == typeof(decimal) ? new ParsedBinder<decimal>((string text, out decimal value) => NumberParser.TryParse(text, out value), () => CommonText.InputNumber)
            : type == typeof(DateOnly) ? new ParsedBinder<DateOnly>((string text, out DateOnly value) => DateParser.TryParseDay(text, out value), () => CommonText.InputDate)
            : null;
    }
}

/// <summary>Binds a text cleaned by <see cref="CleanText"/>; a blank one is null.</summary>
public sealed class TextBinder(bool isSecret) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var result = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (result == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, result);
        var text = result.FirstValue ?? "";
        // A password is taken as typed, signs and spaces included.
        var clean = isSecret ? text : CleanText.Of(text);
        if (clean.Length > CleanText.MaxLength)
        {
            bindingContext.ModelState.TryAddModelError(
                bindingContext.ModelName, ValidationTexts.Named(bindingContext.ModelMetadata.GetDisplayName(), CommonText.InputFarTooLong));
            return Task.CompletedTask;
        }

        bindingContext.Result = ModelBindingResult.Success(clean.Length == 0 ? null : clean);
        return Task.CompletedTask;
    }
}

public delegate bool TryParseInput<T>(string text, out T value);

/// <summary>Binds a number or a date; what cannot be read stays in the form, with the reason.</summary>
public sealed class ParsedBinder<T>(TryParseInput<T> parse, Func<string> message) : IModelBinder
    where T : struct
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var result = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (result == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, result);
        var text = CleanText.Of(result.FirstValue ?? "");
        if (text.Length == 0)
        {
            // Nothing typed: null where that is possible; a validator says whether it is allowed.
            bindingContext.Result = bindingContext.ModelMetadata.IsReferenceOrNullableType ? ModelBindingResult.Success(null) : ModelBindingResult.Success(default(T));
        }
        else if (parse(text, out var value))
        {
            bindingContext.Result = ModelBindingResult.Success(value);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, ValidationTexts.Named(bindingContext.ModelMetadata.GetDisplayName(), message()));
        }

        return Task.CompletedTask;
    }
}
