using System.Globalization;
using System.Text.Json;
using ClaimTracker.Core.Data;

namespace ClaimTracker.Core.Exchange.Downloads;

/// <summary>
/// The folder sets lie in, a folder each. A set is there whole or not at all: it is made beside the others under a name nobody asks for, and then renamed.
/// Nodes that share the folder share the sets.
/// </summary>
public sealed class DownloadStore(string folder)
{
    private const string Manifest = "set.json";
    private const string UnfinishedPrefix = "making-";

    /// <summary>Every set, the newest first, those that were taken away too.</summary>
    public IReadOnlyList<DownloadSet> Sets() => [.. Folders().Select(Read).OfType<DownloadSet>()];

    public string PathOf(DownloadSet set, DownloadFile file) => Path.Combine(folder, NameOf(set), file.Name);

    /// <summary>Leave to make a set, for as long as it is not given back; null: somebody else is making one.</summary>
    public IDisposable? TryBegin()
    {
        Directory.CreateDirectory(folder);
        FileStream held;
        try
        {
            held = new FileStream(Path.Combine(folder, ".making"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }

        // Whoever made these is not at work any more.
        foreach (var left in Directory.GetDirectories(folder, UnfinishedPrefix + "*"))
        {
            Directory.Delete(left, recursive: true);
        }

        return held;
    }

    /// <summary>A folder for the files of a set, which nobody is shown.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(folder, UnfinishedPrefix + Guid.CreateVersion7())).FullName;

    /// <summary>From now on there.</summary>
    public void Publish(string madeIn, DownloadSet set)
    {
        Write(madeIn, set);
        var place = Path.Combine(folder, NameOf(set));
        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }

        Directory.Move(madeIn, place);
    }

    /// <summary>Deletes sets made before a day, and the files of those that readers may not have any more; that they were there stays known until that day.</summary>
    public void Clean(DateTime before, Func<DownloadSet, bool> isGood)
    {
        foreach (var place in Folders())
        {
            // Nobody is shown a folder without a list of its files: its deletion was cut short, or its list is damaged.
            if (Read(place) is not { } set || set.MadeAt < before)
            {
                Delete(place);
            }
            else if (!isGood(set) && !set.IsTakenAway)
            {
                foreach (var file in set.Files)
                {
                    File.Delete(PathOf(set, file));
                }

                Write(place, set with { IsTakenAway = true });
            }
        }
    }

    private static string NameOf(DownloadSet set) => string.Create(CultureInfo.InvariantCulture, $"{set.MadeAt:yyyyMMdd'T'HHmmss.ffffff'Z'}");

    /// <summary>The newest first.</summary>
    private List<string> Folders() =>
        Directory.Exists(folder) ? [.. Directory.GetDirectories(folder).Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])).OrderByDescending(d => d, StringComparer.Ordinal)] : [];

    /// <summary>In one step, so that nobody reads half of it, whenever the process ends.</summary>
    private static void Write(string place, DownloadSet set)
    {
        var unfinished = Path.Combine(place, Manifest + ".new");
        File.WriteAllText(unfinished, JsonSerializer.Serialize(set, CoreJson.Options));
        File.Move(unfinished, Path.Combine(place, Manifest), overwrite: true);
    }

    private static void Delete(string place)
    {
        try
        {
            Directory.Delete(place, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another node that shares the folder was faster.
        }
    }

    /// <summary>Null: deleted meanwhile, or damaged.</summary>
    private static DownloadSet? Read(string place)
    {
        try
        {
            return JsonSerializer.Deserialize<DownloadSet>(File.ReadAllText(Path.Combine(place, Manifest)), CoreJson.Options);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }
}
