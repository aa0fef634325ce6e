using System.Text;

namespace ClaimTracker.TestKit.Intake;

/// <summary>The addresses and pages that intake is tested with; see the README beside them.</summary>
public static class IntakeData
{
    public static IReadOnlyList<AddressRow> Addresses { get; } = [.. Text("addresses.tsv").Split('\n').Skip(1).Where(l => l.Length > 0).Select(l => l.Split('\t')).Select(c => new AddressRow(c[0], c[1], c[2], c[3]))];

    public static IReadOnlyList<string> Pages { get; } = ["ar-1", "ar-2", "ar-3", "ar-4", "en-1", "en-2", "en-3", "en-4"];

    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    public static byte[] Bytes(string name)
    {
        using var stream = typeof(IntakeData).Assembly.GetManifestResourceStream($"intake/{name}") ?? throw new InvalidOperationException($"There is no {name} in the test kit.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

/// <summary>One line of <c>addresses.tsv</c>.</summary>
public sealed record AddressRow(string Address, string Resolves, string Redirect, string Reason);
