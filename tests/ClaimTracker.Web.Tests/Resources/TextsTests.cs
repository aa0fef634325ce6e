using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Tests.Resources;

public sealed partial class TextsTests
{
    public static TheoryData<Type> Classes { get; } =
        [typeof(AccountText), typeof(AdminText), typeof(ApiText), typeof(CommonText), typeof(DeskText), typeof(IntakeText), typeof(MailText), typeof(PublicText), typeof(ReviewText)];

    [Theory]
    [InlineData("en", "ClaimTracker")]
    [InlineData("ar", "متتبّع الادعاءات")]
    public void Text_FollowsTheCultureOfThePage(string culture, string expected)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, CommonText.SiteName);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void EveryText_IsInBothLanguages(Type texts)
    {
        var manager = new ResourceManager(texts.FullName ?? texts.Name, texts.Assembly);

        Assert.Equal(Keys(manager, CultureInfo.InvariantCulture), Keys(manager, CultureInfo.GetCultureInfo("ar")));
    }

    /// <summary>Without a mark after them, the slashes of “https://” go to the wrong side of it between Arabic words.</summary>
    [Theory]
    [MemberData(nameof(Classes))]
    public void ArabicText_HoldsTheSlashesOfAnAddressAtItsEnd(Type texts)
    {
        var set = new ResourceManager(texts.FullName ?? texts.Name, texts.Assembly).GetResourceSet(CultureInfo.GetCultureInfo("ar"), createIfNotExists: true, tryParents: false);
        Assert.NotNull(set);

        Assert.Empty(set.Cast<DictionaryEntry>().Where(e => LooseSlashes().IsMatch((string?)e.Value ?? "")).Select(e => e.Key));
    }

    [GeneratedRegex(@"://…?(?![:/…A-Za-z0-9\u200E])", RegexOptions.None, 1000)]
    private static partial Regex LooseSlashes();

    private static IEnumerable<string> Keys(ResourceManager manager, CultureInfo culture)
    {
        var set = manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false);
        Assert.NotNull(set);
        return set.Cast<DictionaryEntry>().Select(e => (string)e.Key).Order(StringComparer.Ordinal).ToList();
    }
}
