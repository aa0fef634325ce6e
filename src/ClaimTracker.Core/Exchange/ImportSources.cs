using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Exchange;

/// <summary>Adds a data set's vocabulary, parties, outlets and sources that the database does not have yet.</summary>
internal sealed class ImportSources(ClaimDbContext db, SeedData data, ImportKeys keys)
{
    private static readonly LocalizedText TextFileOnly = SeedText.Of(
        "Kept as a text file of the data set; the page it was taken from is not known.",
        "محفوظ ملفًا نصيًا في مجموعة البيانات، والصفحة التي أُخذ منها غير معروفة.");

    private static readonly LocalizedText OriginalOnly = SeedText.Of(
        "Its own address is not in the data set; see its copies and translations.",
        "عنوانه الإلكتروني غير مذكور في مجموعة البيانات؛ تُراجع نسخه وترجماته.");

    public void Add()
    {
        AddVocabulary();
        AddParties();
        AddOutlets();
        AddArticles();
        AddEvidence();
    }

    private void AddVocabulary()
    {
        foreach (var unit in data.Units)
        {
            if (keys.NewFor(keys.Units, unit.Unit) is { } id)
            {
                var plurals = unit.Plurals.SelectMany(l => l.Value.Select(p => KeyValuePair.Create($"{l.Key}.{p.Key}", (string?)p.Value)));
                db.Units.Add(new Unit { Id = id, Code = unit.Unit, Label = SeedText.Of(unit.LabelEn, unit.LabelAr), Plurals = LocalizedText.From(plurals) });
            }
        }

        foreach (var measure in data.Measures)
        {
            if (keys.NewFor(keys.Measures, measure.Key) is { } id)
            {
                db.Measures.Add(new Measure { Id = id, Code = measure.Key, Label = SeedText.Of(measure.LabelEn, measure.LabelAr) });
            }
        }

        foreach (var topic in data.Topics)
        {
            if (keys.NewFor(keys.Topics, topic.Slug) is { } id)
            {
                db.Topics.Add(new Topic
                {
                    Id = id,
                    Slug = topic.Slug,
                    Name = SeedText.Of(topic.NameEn, topic.NameAr),
                    DataSetId = keys.DataSetId,
                    ExternalKey = topic.Slug,
                });
            }
        }
    }

    private void AddParties()
    {
        foreach (var party in data.Parties)
        {
            if (keys.NewFor(keys.Parties, party.Key) is not { } id)
            {
                continue;
            }

            var added = new Party
            {
                Id = id,
                Kind = party.Kind,
                Name = SeedText.Of(party.NameEn, party.NameAr),
                Role = SeedText.Of(party.RoleEn, party.RoleAr),
                Country = party.Country,
                MemberOfId = Find(keys.Parties, party.MemberOf),
                DataSetId = keys.DataSetId,
                ExternalKey = party.Key,
            };
            foreach (var variant in party.Variants)
            {
                added.Variants.Add(new PartyVariant
                {
                    Id = keys.New(),
                    PartyId = id,
                    Order = added.Variants.Count,
                    Text = variant.Text,
                    Language = variant.Lang,
                    IsWrong = variant.Wrong,
                });
            }

            db.Parties.Add(added);
        }
    }

    private void AddOutlets()
    {
        foreach (var outlet in data.Outlets)
        {
            if (keys.NewFor(keys.Outlets, outlet.Key) is { } id)
            {
                db.Outlets.Add(new Outlet
                {
                    Id = id,
                    Name = SeedText.Of(outlet.NameEn, outlet.NameAr),
                    Country = outlet.Country,
                    Kind = outlet.Kind,
                    PartyId = keys.Parties.TryGetValue(outlet.Key, out var same) ? same : null,
                    DataSetId = keys.DataSetId,
                    ExternalKey = outlet.Key,
                });
            }
        }
    }

    private void AddArticles()
    {
        foreach (var article in data.Articles)
        {
            if (keys.NewFor(keys.Sources, article.Key) is not { } id)
            {
                continue;
            }

            var added = new Source
            {
                Id = id,
                Kind = SourceKind.Article,
                NoAddressReason = article.File is null ? OriginalOnly : TextFileOnly,
                OutletId = Find(keys.Outlets, article.Outlet),
                Title = SeedText.Of(article.TitleEn, article.TitleAr).With(article.Language, TitleIn(article)),
                TitleSource = TitleSourceOf(article),
                Language = article.Language,
                PublishedOn = SeedText.ToDate(article.PublishedOn),
                OriginalId = Find(keys.Sources, article.OriginalArticle),
                IsPartial = article.File is null,
                MachineTranslated = article.MachineTranslated,
                TranslationNote = SeedText.Of(article.TranslationNote, article.TranslationNoteAr),
                QualityNotes = [.. article.QualityNotes.Zip(article.QualityNotesAr, SeedText.Of)],
                Layout = article.Paragraphs is { } paragraphs ? new TextLayout(paragraphs, article.HeadingParagraphs, article.BoilerplateParagraphs) : null,
                DataSetId = keys.DataSetId,
                ExternalKey = article.Key,
                ExternalFile = article.File,
            };
            foreach (var agency in article.CreditedAgencies)
            {
                added.Credits.Add(new SourceCredit { Id = keys.New(), SourceId = id, PartyId = keys.Parties[agency], Order = added.Credits.Count });
            }

            db.Sources.Add(added);
        }
    }

    private static string? TitleIn(SeedArticle article) => article.Language switch
    {
        SeedText.Arabic => article.TitleAr,
        SeedText.English => article.TitleEn,
        _ => article.TitleOriginal,
    };

    /// <summary>An original without a file is known through the page of evidence that copies it, and so is its title.</summary>
    private TitleSource TitleSourceOf(SeedArticle article)
    {
        if (!article.TitleGiven)
        {
            return TitleSource.None;
        }

        var copy = article.File is null ? data.Evidence.FirstOrDefault(e => e.Article == article.Key) : null;
        return copy?.TitleSource is TitleSource.Address ? TitleSource.Address : TitleSource.Page;
    }

    private void AddEvidence()
    {
        var outletKinds = data.Outlets.ToDictionary(o => o.Key, o => o.Kind);
        // A page may be a mirror of one further down, so all have their keys first.
        var added = data.Evidence.Where(e => keys.NewFor(keys.Sources, e.Key) is not null).ToList();
        foreach (var page in added)
        {
            var id = keys.Sources[page.Key];
            var source = new Source
            {
                Id = id,
                Kind = SeedCodes.KindOf(page.Outlet is null ? null : outletKinds[page.Outlet], page.Level),
                Address = page.Url,
                AddressKey = SourceAddress.KeyOf(page.Url),
                OutletId = Find(keys.Outlets, page.Outlet),
                Title = LocalizedText.Of((SeedText.English, page.TitleEn)).With(page.Language, page.Title),
                TitleSource = page.TitleSource,
                Language = page.Language,
                PublishedOn = SeedText.ToDate(page.PublishedOn),
                Level = page.Level,
                OriginPartyId = Find(keys.Parties, page.Origin),
                OriginalId = Find(keys.Sources, page.MirrorOf ?? page.Article),
                Says = SeedText.Of(page.SaysEn, page.SaysAr),
                IsPartial = page.Partial,
                DataSetId = keys.DataSetId,
                ExternalKey = page.Key,
                ExternalReference = page.Ref,
            };
            foreach (var relayed in page.Relays)
            {
                source.Relays.Add(new SourceRelay { Id = keys.New(), SourceId = id, PartyId = keys.Parties[relayed], Order = source.Relays.Count });
            }

            db.Sources.Add(source);
        }
    }

    private static Guid? Find(Dictionary<string, Guid> known, string? key) => key is null ? null : known[key];
}
