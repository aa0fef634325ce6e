using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Pages.Desk.Forms;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>Reads <see cref="SourceForm"/> into what Core makes or changes; everything wrong with it is said at once, at the fields.</summary>
public sealed class SourceFormReader(RecordFinder finder, FormFaults faults)
{
    // Where a row of Core's list stands in the form: blank rows are left out.
    private readonly Dictionary<string, string> places = [];

    public async Task<NewSource> ReadNewAsync(SourceForm form, CancellationToken ct)
    {
        var source = await ReadAsync(form, ct);
        faults.AddAll(SourceRules.FaultsOf(source), FieldOf);
        return source;
    }

    public async Task<SourceEdit> ReadEditAsync(SourceForm form, Source stored, CancellationToken ct)
    {
        var read = await ReadAsync(form, ct);
        var edit = new SourceEdit
        {
            Kind = read.Kind,
            Address = read.Address,
            NoAddressReason = form.NoAddressReason.ToEdit(),
            Outlet = read.Outlet,
            Title = form.Title.ToEdit(),
            TitleSource = read.TitleSource,
            Language = read.Language,
            Author = read.Author,
            // The form shows less of a date than is stored: one left as it was stays whole.
            PublishedOn = DateFields.Of(stored.PublishedOn).IsSameAs(form.PublishedOn) ? stored.PublishedOn : read.PublishedOn,
            AccessedOn = read.AccessedOn,
            Level = read.Level,
            Origin = read.Origin,
            OriginalId = read.OriginalId,
            Relays = read.Relays,
            Credits = read.Credits,
            Says = form.Says.ToEdit(),
            IsPartial = read.IsPartial,
            InterestNote = form.InterestNote.ToEdit(),
            MachineTranslated = read.MachineTranslated,
            TranslationNote = form.TranslationNote.ToEdit(),
            ArchiveLinks = Posted.Of(read.ArchiveLinks),
        };
        faults.AddAll(SourceRules.FaultsOf(edit), FieldOf);
        return edit;
    }

    /// <summary>The form's field for a path of Core's input.</summary>
    public string FieldOf(string path)
    {
        var row = places.FirstOrDefault(p => path == p.Key || path.StartsWith(p.Key + ".", StringComparison.Ordinal));
        var field = row.Key is null ? $"Input.{path}" : row.Value + path[row.Key.Length..];
        return field switch
        {
            "Input.SubmissionId" => "",
            "Input.PublishedOn" => "Input.PublishedOn.From",
            "Input.OriginalId" => "Input.Original.Find",
            "Input.Outlet" or "Input.Origin" => field + ".Find",
            _ when row.Key == path && !path.StartsWith(nameof(SourceForm.ArchiveLinks), StringComparison.Ordinal) => field + ".Find",
            _ => field,
        };
    }

    private async Task<NewSource> ReadAsync(SourceForm form, CancellationToken ct)
    {
        finder.Announce([form.Origin, .. form.Relays, .. form.Credits]);
        faults.Require(form.Kind, "Input.Kind");
        var title = form.Title.ToText();
        return new NewSource
        {
            Kind = form.Kind ?? default,
            Address = form.Address,
            NoAddressReason = form.NoAddressReason.ToText(),
            Outlet = await finder.OutletAsync(form.Outlet, "Input.Outlet", faults, ct),
            Title = title,
            TitleSource = title.IsEmpty ? TitleSource.None : form.TitleSource is TitleSource.None ? TitleSource.Page : form.TitleSource,
            Language = form.Language,
            Author = form.Author,
            PublishedOn = faults.Date(form.PublishedOn, "Input.PublishedOn"),
            AccessedOn = form.AccessedOn,
            Level = form.Level,
            Origin = await finder.PartyAsync(form.Origin, "Input.Origin", faults, ct),
            OriginalId = await finder.KnownSourceAsync(form.Original, "Input.Original", faults, ct),
            Relays = await PartiesAsync(form.Relays, nameof(SourceForm.Relays), ct),
            Credits = await PartiesAsync(form.Credits, nameof(SourceForm.Credits), ct),
            Says = form.Says.ToText(),
            IsPartial = form.IsPartial,
            InterestNote = form.InterestNote.ToText(),
            MachineTranslated = form.MachineTranslated,
            TranslationNote = form.TranslationNote.ToText(),
            ArchiveLinks = ArchivesOf(form.ArchiveLinks),
        };
    }

    private async Task<IReadOnlyList<Choice<NewParty>>> PartiesAsync(List<PartyPick> picks, string list, CancellationToken ct)
    {
        var parties = new List<Choice<NewParty>>();
        foreach (var (index, pick) in picks.Index().Where(p => !p.Item.IsBlank))
        {
            var field = $"Input.{list}[{index}]";
            if (await finder.PartyAsync(pick, field, faults, ct) is { } party)
            {
                places[$"{list}[{parties.Count}]"] = field;
                parties.Add(party);
            }
        }

        return parties;
    }

    private List<ArchiveLink> ArchivesOf(List<ArchiveFields> rows)
    {
        var links = new List<ArchiveLink>();
        foreach (var (index, row) in rows.Index().Where(r => !r.Item.IsBlank))
        {
            places[$"ArchiveLinks[{links.Count}]"] = $"Input.ArchiveLinks[{index}]";
            links.Add(new ArchiveLink(row.Address ?? "", row.ArchivedOn));
        }

        return links;
    }
}
