using System.Collections.Concurrent;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.History;

public sealed class ConcurrentEditsTests
{
    private const int Editors = 8;
    private const int EditsEach = 125;

    private static readonly string[] Texts =
        ["Hedge.en", "Hedge.ar", "PlaceName.en", "PlaceName.ar", "SelectionReason.en", "SelectionReason.ar", "Figure.Note.en", "Figure.Note.ar"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>
    /// Eight editors save forms of random age, each holding every field, with one to three changed. Every value written is unique, so the
    /// trail shows whether any save replaced a value its editor had not seen.
    /// </summary>
    [Theory]
    [DatabaseData]
    public async Task Revise_AThousandRandomEditsAtOnce_LosesNone(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var number = (await room.LoggedAsync()).Number;
        var written = new ConcurrentDictionary<string, string?>();
        var added = new ConcurrentBag<string>();
        var removed = new ConcurrentBag<string>();
        var outcomes = new ConcurrentBag<Outcome>();

        await Task.WhenAll(Enumerable.Range(0, Editors).Select(editor => Task.Run(
            async () =>
            {
                var random = new Random(editor);
                var forms = new List<Claim>();
                for (var i = 0; i < EditsEach; i++)
                {
                    forms.Add(await room.LoadAsync(number));
                    var form = forms[random.Next(Math.Max(0, forms.Count - 4), forms.Count)];
                    var mark = $"{editor}-{i}";
                    var changes = random.GetItems(Texts, random.Next(1, 4)).Distinct().ToDictionary(t => t, t => (Base: ReadText(form, t), Typed: $"نص text {mark} {t}"));
                    var row = random.Next(10) switch
                    {
                        0 => new AppearanceRow { Source = form.Appearances[0].SourceId, Timecode = mark },
                        1 when form.Appearances.Find(a => a.Timecode is not null) is { } present => new AppearanceRow { Id = present.Id, Remove = true },
                        _ => null,
                    };
                    var outcome = await room.ReviseAsync(number, form.Version, EditOf(form, changes.ToDictionary(c => c.Key, c => c.Value.Typed), row));
                    outcomes.Add(outcome);
                    if (outcome is not Outcome.Done)
                    {
                        continue;
                    }

                    foreach (var (before, typed) in changes.Values)
                    {
                        written[typed] = before;
                    }

                    if (row is { Remove: false })
                    {
                        added.Add(mark);
                    }
                    else if (row is not null)
                    {
                        removed.Add(form.Appearances.Single(a => a.Id == row.Id).Timecode ?? "");
                    }
                }
            },
            Ct)));

        Assert.All(outcomes, o => Assert.True(o is Outcome.Done or Outcome.Stale, o.ToString()));
        Assert.Equal(Editors * EditsEach, outcomes.Count);
        Assert.Contains(outcomes, o => o is Outcome.Done { IsMerged: true });
        Assert.Contains(outcomes, o => o is Outcome.Stale);
        await using var db = room.Database.CreateContext();
        var values = (await db.AuditEntries.Where(e => e.Stream == Claim.StreamOf(number) && e.Sequence > 1).OrderBy(e => e.Sequence).ToListAsync(Ct))
            .SelectMany(e => e.ReadValues()).Where(v => v.New is not null && written.ContainsKey(v.New)).ToList();
        // Each accepted value is in the trail once, and replaced exactly the value its editor had seen.
        Assert.Equal(written.Count, values.Count);
        Assert.All(values, v => Assert.Equal(written[v.New!], v.Old));
        var final = await room.LoadAsync(number);
        Assert.Equal(added.Except(removed).Order(), final.Appearances.Select(a => a.Timecode).OfType<string>().Order());
        Assert.Equal(1 + outcomes.Count(o => o is Outcome.Done), final.Version);
        Assert.Empty(await room.VerifyAsync());
    }

    /// <summary>Saves that share no record but the stream: each waits its turn in the chain.</summary>
    [Theory]
    [DatabaseData]
    public async Task RecordEvent_ManyWritersOnOneStream_ChainsWithoutGap(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(
            async () =>
            {
                await using var db = room.Database.CreateContext();
                await db.RecordEventAsync("day:2026-11-22", new ChangeContext(room.Checker, "account.sign-in") { Kind = AuditKind.SignIn }, Ct);
            },
            Ct)));

        await using var read = room.Database.CreateContext();
        var entries = await read.AuditEntries.Where(e => e.Stream == "day:2026-11-22").OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync(Ct);
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), entries);
        Assert.Empty(await room.VerifyAsync());
    }

    private static string? ReadText(Claim claim, string path) => path.Split('.') switch
    {
        ["Hedge", var language] => claim.Hedge[language],
        ["PlaceName", var language] => claim.PlaceName[language],
        ["SelectionReason", var language] => claim.SelectionReason[language],
        [_, _, var language] => claim.Figures[0].Note[language],
        _ => throw new ArgumentOutOfRangeException(nameof(path)),
    };

    /// <summary>The whole form, as it was read, with the changes typed into it.</summary>
    private static ClaimEdit EditOf(Claim form, Dictionary<string, string> changes, AppearanceRow? row)
    {
        TextEdit Field(string name) => TextEdit.Of(("en", Text($"{name}.en")), ("ar", Text($"{name}.ar")));
        string? Text(string path) => changes.GetValueOrDefault(path) ?? ReadText(form, path);
        var figure = form.Figures[0];
        return new ClaimEdit
        {
            Statement = form.Statement,
            Hedge = Field("Hedge"),
            PlaceName = Field("PlaceName"),
            SelectionReason = Field("SelectionReason"),
            Figures = [new FigureRow { Id = figure.Id, Value = figure.Value, Unit = figure.UnitId, Modifier = figure.Modifier, Note = Field("Figure.Note") }],
            Appearances = row is null ? [] : [row],
        };
    }
}
