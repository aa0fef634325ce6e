using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Parties;

/// <summary>A party as it is typed in, new or changed. Blank rows are no rows.</summary>
public sealed class PartyForm
{
    public int Version { get; set; }

    [Display(Name = nameof(DeskText.PartyKind), ResourceType = typeof(DeskText))]
    public PartyKind? Kind { get; set; }

    [Display(Name = nameof(DeskText.PartyName), ResourceType = typeof(DeskText))]
    public TextInput Name { get; set; } = new();

    [Display(Name = nameof(DeskText.PartyRole), ResourceType = typeof(DeskText))]
    public TextInput Role { get; set; } = new();

    [Display(Name = nameof(DeskText.PartyCountry), ResourceType = typeof(DeskText))]
    public string? Country { get; set; }

    [Display(Name = nameof(DeskText.PartyMemberOf), ResourceType = typeof(DeskText))]
    public PartyPick MemberOf { get; set; } = new();

    [Display(Name = nameof(DeskText.PartyVariants), ResourceType = typeof(DeskText))]
    public List<VariantFields> Variants { get; set; } = [];

    public static PartyForm Of(Party party) => new()
    {
        Version = party.Version,
        Kind = party.Kind,
        Name = TextInput.Of(party.Name),
        Role = TextInput.Of(party.Role),
        Country = party.Country,
        MemberOf = new PartyPick { Chosen = party.MemberOfId },
        Variants = [.. party.Variants.OrderBy(v => v.Order).Select(v => new VariantFields { Id = v.Id, Text = v.Text, Language = v.Language, IsWrong = v.IsWrong })],
    };

    public NewParty ToNew(Guid? memberOf) => new()
    {
        Kind = Kind ?? default,
        Name = Name.ToText(),
        Role = Role.ToText(),
        Country = Country,
        MemberOfId = memberOf,
        Variants = [.. Rows().Select(r => r.Fields.ToRow() with { Id = null })],
    };

    public PartyEdit ToEdit(Guid? memberOf) => new()
    {
        Kind = Kind ?? default,
        Name = Name.ToEdit(),
        Role = Role.ToEdit(),
        Country = Country,
        MemberOfId = memberOf,
        Variants = [.. Rows().Select(r => r.Fields.ToRow())],
    };

    /// <summary>The form's field for a path of Core's input.</summary>
    public string FieldOf(string path)
    {
        if (path is "SubmissionId")
        {
            return "";
        }

        foreach (var (position, row) in Rows().Index())
        {
            var at = $"Variants[{position}]";
            if (path.StartsWith(at, StringComparison.Ordinal))
            {
                var field = path[at.Length..];
                return $"Input.Variants[{row.Index}]{(field is "" or ".Id" ? ".Text" : field)}";
            }
        }

        return path is nameof(PartyEdit.MemberOfId) ? "Input.MemberOf.Find" : "Input." + path;
    }

    /// <summary>The form's name of a property of the record.</summary>
    public static string NameOf(string property) => property is nameof(Party.MemberOfId) ? nameof(MemberOf) : property;

    /// <summary>Spellings that only others added, changed or took away stand as they left them.</summary>
    public void TakeVariants(PartyForm now, EditConflict conflict)
    {
        var touched = conflict.OthersChanged.Where(v => v.Record == nameof(PartyVariant)).Select(v => v.Id).Distinct()
            .Except(conflict.Values.Select(v => v.Id)).Select(id => Guid.TryParse(id, out var known) ? known : (Guid?)null).OfType<Guid>().ToHashSet();
        Variants = [.. Variants.Where(v => v.Id is not { } id || !touched.Contains(id)), .. now.Variants.Where(v => v.Id is { } id && touched.Contains(id))];
    }

    public void FillUp() => FormRows.Fill(Variants, 1);

    /// <summary>Rows that hold something, or that are there already and so are taken away by being emptied.</summary>
    private IEnumerable<(int Index, VariantFields Fields)> Rows() => Variants.Index().Where(v => v.Item.Id is not null || v.Item.Text is not null);
}

/// <summary>Another spelling of a name.</summary>
public sealed class VariantFields
{
    public Guid? Id { get; set; }

    [Display(Name = nameof(DeskText.PartyVariantText), ResourceType = typeof(DeskText))]
    public string? Text { get; set; }

    [Display(Name = nameof(DeskText.SourceLanguage), ResourceType = typeof(DeskText))]
    public string? Language { get; set; }

    [Display(Name = nameof(DeskText.PartyVariantIsWrong), ResourceType = typeof(DeskText))]
    public bool IsWrong { get; set; }

    public VariantRow ToRow() => new() { Id = Id, Remove = Text is null, Text = Text ?? "", Language = Language ?? "", IsWrong = IsWrong };
}
