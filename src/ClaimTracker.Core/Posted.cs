using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core;

/// <summary>A value that a form may have held; <c>default</c>: the form did not hold it, so it stays as it is.</summary>
public readonly record struct Posted<T>
{
    private readonly T value;

    internal Posted(T value)
    {
        this.value = value;
        IsPosted = true;
    }

    public bool IsPosted { get; }

    public static implicit operator Posted<T>(T value) => new(value);

    /// <summary>The posted value, or the one it would have replaced.</summary>
    public T Or(T current) => IsPosted ? value : current;

    public bool TryGet(out T posted)
    {
        posted = value;
        return IsPosted;
    }
}

/// <summary>For values whose type converts to nothing by itself, such as lists.</summary>
public static class Posted
{
    public static Posted<T> Of<T>(T value) => new(value);
}

/// <summary>The languages of a text that a form held: each is set, or taken away when blank; other languages stay.</summary>
public sealed record TextEdit(IReadOnlyDictionary<string, string?> Languages)
{
    public static TextEdit Of(params (string Language, string? Text)[] languages) => new(languages.ToDictionary(l => l.Language, l => l.Text));

    public static implicit operator TextEdit(LocalizedText text) => new(text.ToDictionary(t => t.Key, t => (string?)t.Value));

    public LocalizedText Apply(LocalizedText current) =>
        Languages.Aggregate(current, (text, language) => text.With(language.Key, TextRules.Clean(language.Value)));
}

/// <summary>A record that is there already, or a new one made in the same save. The same <see cref="New"/> chosen twice is made once.</summary>
public sealed record Choice<TNew>
    where TNew : class
{
    public Guid? Id { get; init; }

    public TNew? New { get; init; }

    public static implicit operator Choice<TNew>(Guid id) => new() { Id = id };

    public static implicit operator Choice<TNew>(TNew made) => new() { New = made };
}

/// <summary>One row of a list in a form: a new one without <see cref="Id"/>, else one to change, or to take away.</summary>
public abstract record Row
{
    public Guid? Id { get; init; }

    public bool Remove { get; init; }

    /// <summary>Place in the list; null: as it is, or at the end.</summary>
    public int? Order { get; init; }
}
