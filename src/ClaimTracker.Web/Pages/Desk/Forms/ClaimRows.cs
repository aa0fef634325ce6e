using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Forms;

/// <summary>Who makes the claim, with the office held when speaking.</summary>
public sealed class ClaimantFields
{
    public PartyPick Party { get; set; } = new();

    [Display(Name = nameof(DeskText.ClaimFormRole), ResourceType = typeof(DeskText))]
    public TextInput Role { get; set; } = new();

    public bool IsBlank => Party.IsBlank && Role.ToText().IsEmpty;
}

/// <summary>A number in the claim: a value, or a range.</summary>
public sealed class FigureFields
{
    [Display(Name = nameof(DeskText.ClaimFormValue), ResourceType = typeof(DeskText))]
    public decimal? Value { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormMin), ResourceType = typeof(DeskText))]
    public decimal? Min { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormMax), ResourceType = typeof(DeskText))]
    public decimal? Max { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormModifier), ResourceType = typeof(DeskText))]
    public FigureModifier? Modifier { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormUnit), ResourceType = typeof(DeskText))]
    public Guid? UnitId { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormNewUnit), ResourceType = typeof(DeskText))]
    public TextInput NewUnit { get; set; } = new();

    [Display(Name = nameof(DeskText.ClaimFormMeasure), ResourceType = typeof(DeskText))]
    public Guid? MeasureId { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormNewMeasure), ResourceType = typeof(DeskText))]
    public TextInput NewMeasure { get; set; } = new();

    [Display(Name = nameof(DeskText.ClaimFormIsCapacity), ResourceType = typeof(DeskText))]
    public bool IsCapacity { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormAlternativeGroup), ResourceType = typeof(DeskText))]
    public string? AlternativeGroup { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormPeriod), ResourceType = typeof(DeskText))]
    public DateFields Period { get; set; } = new();

    public bool IsBlank => Value is null && Min is null && Max is null && Modifier is null && UnitId is null && NewUnit.ToText().IsEmpty && MeasureId is null
        && NewMeasure.ToText().IsEmpty && AlternativeGroup is null && Period.IsBlank && !IsCapacity;
}

/// <summary>The claim in a source.</summary>
public sealed class AppearanceFields
{
    public SourcePick Source { get; set; } = new();

    [Display(Name = nameof(DeskText.ClaimFormQuote), ResourceType = typeof(DeskText))]
    public string? Quote { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormParagraphFrom), ResourceType = typeof(DeskText))]
    public int? ParagraphFrom { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormParagraphTo), ResourceType = typeof(DeskText))]
    public int? ParagraphTo { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormTimecode), ResourceType = typeof(DeskText))]
    public string? Timecode { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormStrength), ResourceType = typeof(DeskText))]
    public AppearanceStrength? Strength { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormIsFirst), ResourceType = typeof(DeskText))]
    public bool IsFirst { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormWordingNote), ResourceType = typeof(DeskText))]
    public TextInput WordingNote { get; set; } = new();

    /// <summary>The quote was taken from our copy of the source, where it has to stand.</summary>
    public bool IsFromCopy { get; set; }

    /// <summary>Where in our copy it was taken from, in code points; tells two places with the same words apart.</summary>
    public int? Start { get; set; }

    /// <summary>What is odd about how this source words it; codes of glossary list <c>flags</c>.</summary>
    public List<string> Flags { get; set; } = [];

    public bool IsBlank => Source.IsBlank && Quote is null && ParagraphFrom is null && ParagraphTo is null && Timecode is null && WordingNote.ToText().IsEmpty;
}

/// <summary>A step of the chain from the first speaker to the outlet.</summary>
public sealed class StepFields
{
    public PartyPick Party { get; set; } = new();

    [Display(Name = nameof(DeskText.ClaimFormVerb), ResourceType = typeof(DeskText))]
    public string? Verb { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormStepNote), ResourceType = typeof(DeskText))]
    public TextInput Note { get; set; } = new();

    public bool IsBlank => Party.IsBlank && Verb is null && Note.ToText().IsEmpty;
}

/// <summary>A source bearing on the claim.</summary>
public sealed class EvidenceFields
{
    public SourcePick Source { get; set; } = new();

    [Display(Name = nameof(DeskText.ClaimFormStance), ResourceType = typeof(DeskText))]
    public Stance? Stance { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormQuote), ResourceType = typeof(DeskText))]
    public string? Quote { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormLocator), ResourceType = typeof(DeskText))]
    public string? Locator { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormEvidenceNote), ResourceType = typeof(DeskText))]
    public TextInput Note { get; set; } = new();

    public bool IsBlank => Source.IsBlank && Quote is null && Locator is null && Note.ToText().IsEmpty;
}
