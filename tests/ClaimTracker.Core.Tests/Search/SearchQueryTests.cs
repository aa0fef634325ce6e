using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Tests.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("  \t\n", "")]
    [InlineData("?! … —", "")]
    [InlineData("containers", "[containers]")]
    [InlineData("Kim Jong Un", "[kim jong un]")]
    [InlineData("كيم جونغ أون", "[كيم جونغ اون]")]
    [InlineData("  مضلّل  ", "[مضلل]")]
    [InlineData("the of and", "[the of and]")]
    [InlineData("في من على", "[في من علي]")]
    [InlineData("anti-war", "[anti war]")]
    [InlineData("Putin - Kim", "[putin kim]")]
    [InlineData("Putin – Kim", "[putin kim]")]
    [InlineData("--shells", "[shells]")]
    [InlineData("shells -", "[shells]")]
    [InlineData("Putin: we will not", "[putin we will not]")]
    [InlineData("at 10:30 today", "[at 10 30 today]")]
    [InlineData("الساعة ١٠:٣٠", "[الساعه 10 30]")]
    [InlineData("CT-12", "[ct 12]")]
    [InlineData("#شائعة", "[شايعه]")]
    [InlineData("or", "[or]")]
    [InlineData("north or south", "[north or south]")]
    [InlineData("number of shells", "[number of shells]")]
    [InlineData("before the war", "[before the war]")]
    [InlineData("بعد الحرب", "[بعد الحرب]")]
    public void Parse_PlainText_IsOneRunOfWords(string? query, string tree) => AssertTree(query, tree);

    [Theory]
    [InlineData("\"north korea\"", "\"north korea\"")]
    [InlineData("“north korea”", "\"north korea\"")]
    [InlineData("”north korea“", "\"north korea\"")]
    [InlineData("„north korea“", "\"north korea\"")]
    [InlineData("«كوريا الشمالية»", "\"كوريا الشماليه\"")]
    [InlineData("»كوريا الشمالية«", "\"كوريا الشماليه\"")]
    [InlineData("“north korea\"", "\"north korea\"")]
    [InlineData("\"shells\"", "\"shells\"")]
    [InlineData("\"a (b) OR -c rating:false*\"", "\"a b or c rating false\"")]
    [InlineData("shells \"north korea\" russia", "([shells] & \"north korea\" & [russia])")]
    [InlineData("«قال “نعم” ثم»", "\"قال نعم ثم\"")]
    [InlineData("shells \"\" russia", "([shells] & [russia])")]
    [InlineData("say\"yes\"now", "([say] & \"yes\" & [now])")]
    public void Parse_QuotationMarks_MakeAPhrase(string query, string tree) => AssertTree(query, tree);

    [Theory]
    [InlineData("putin OR kim", "([putin] / [kim])")]
    [InlineData("putin|kim", "([putin] / [kim])")]
    [InlineData("putin || kim", "([putin] / [kim])")]
    [InlineData("بوتين أو كيم", "([بوتين] / [كيم])")]
    [InlineData("بوتين او كيم", "([بوتين] / [كيم])")]
    [InlineData("بوتين أَوْ كيم", "([بوتين] / [كيم])")]
    [InlineData("kim jong un OR putin", "([kim jong un] / [putin])")]
    [InlineData("north korea OR south korea OR russia", "([north korea] / [south korea] / [russia])")]
    [InlineData("rating:false putin OR kim", "(Rating=false & ([putin] / [kim]))")]
    [InlineData("\"north korea\" OR \"south korea\" shells", "((\"north korea\" / \"south korea\") & [shells])")]
    [InlineData("rating:false OR rating:misleading", "(Rating=false / Rating=misleading)")]
    [InlineData("putin OR -kim", "([putin] / -[kim])")]
    [InlineData("a OR b c* OR d", "([a] / [b]) & (c* / [d])", true)]
    [InlineData("PUTIN OR KIM", "([putin] / [kim])")]
    [InlineData("أو", "[او]")]
    [InlineData("أو بوتين", "[او بوتين]")]
    [InlineData("بوتين أو", "[بوتين او]")]
    [InlineData("(أو بوتين) كيم", "([او بوتين] & [كيم])")]
    [InlineData("أوكرانيا", "[اوكرانيا]")]
    public void Parse_Or_JoinsWhatStandsBesideIt(string query, string tree, bool isAll = false) => AssertTree(query, isAll ? $"({tree})" : tree);

    [Theory]
    [InlineData("-fake", "-[fake]")]
    [InlineData("−fake", "-[fake]")]
    [InlineData("–fake", "-[fake]")]
    [InlineData("shells -fake russia", "([shells] & -[fake] & [russia])")]
    [InlineData("shells -anti-war", "([shells] & -[anti war])")]
    [InlineData("قذائف -روسيا", "([قذايف] & -[روسيا])")]
    [InlineData("shells -\"north korea\"", "([shells] & -\"north korea\")")]
    [InlineData("قذائف -«كوريا الشمالية»", "([قذايف] & -\"كوريا الشماليه\")")]
    [InlineData("shells -(kim OR putin)", "([shells] & -([kim] / [putin]))")]
    [InlineData("shells -rating:false", "([shells] & -Rating=false)")]
    [InlineData("shells -contain*", "([shells] & -contain*)")]
    [InlineData("-rating:false,misleading", "-(Rating=false / Rating=misleading)")]
    [InlineData("-number>1000", "-n>1000")]
    [InlineData("(-fake)", "-[fake]")]
    [InlineData("a|-b", "([a] / -[b])")]
    [InlineData("-OR", "-[or]")]
    [InlineData("-2023", "-[2023]")]
    public void Parse_Minus_ExcludesWhatFollows(string query, string tree) => AssertTree(query, tree);

    [Theory]
    [InlineData("contain*", "contain*")]
    [InlineData("حاوي*", "حاوي*")]
    [InlineData("contain**", "contain*")]
    [InlineData("67*", "67*")]
    [InlineData("red contain* now", "([red] & contain* & [now])")]
    [InlineData("anti-war*", "([anti] & war*)")]
    [InlineData("-anti-war*", "-([anti] & war*)")]
    [InlineData("3m*", "[3000000]")]
    [InlineData("con*ner", "[con ner]")]
    [InlineData("red * blue", "([red] & [blue])")]
    [InlineData("*", "")]
    public void Parse_Star_MakesAPrefix(string query, string tree) => AssertTree(query, tree);

    [Theory]
    [InlineData("(putin)", "[putin]")]
    [InlineData("((putin))", "[putin]")]
    [InlineData("(putin kim) OR trump", "([putin kim] / [trump])")]
    [InlineData("shells (putin OR kim)", "([shells] & ([putin] / [kim]))")]
    [InlineData("shells (putin russia*) (kim)", "([shells] & [putin] & russia* & [kim])")]
    [InlineData("(a (b OR (c d*)))", "([a] & ([b] / ([c] & d*)))")]
    [InlineData("(a OR b) OR (c OR d)", "([a] / [b] / [c] / [d])")]
    [InlineData("（بوتين أو كيم） قذائف", "(([بوتين] / [كيم]) & [قذايف])")]
    [InlineData("container(s)", "([container] & [s])")]
    [InlineData("(((((((( a ))))))))", "[a]")]
    public void Parse_Brackets_Group(string query, string tree) => AssertTree(query, tree);

    [Theory]
    [InlineData("rating:false", "Rating=false")]
    [InlineData("RATING:False", "Rating=False")]
    [InlineData("rating: false", "Rating=false")]
    [InlineData("التقييم:مضلل", "Rating=مضلل")]
    [InlineData("التقييم: مضلل", "Rating=مضلل")]
    [InlineData("تقييم:مضلّل", "Rating=مضلّل")]
    [InlineData("التقييم:\u200F مضلل", "Rating=مضلل")]
    [InlineData("التقييم：مضلل", "Rating=مضلل")]
    [InlineData("rating:\"partly true\"", "Rating=partly true")]
    [InlineData("rating:«صحيح جزئيًا»", "Rating=صحيح جزئيًا")]
    [InlineData("rating:false,misleading", "(Rating=false / Rating=misleading)")]
    [InlineData("rating:false,\"partly true\",", "(Rating=false / Rating=partly true)")]
    [InlineData("التقييم:مضلل،صحيح", "(Rating=مضلل / Rating=صحيح)")]
    [InlineData("rating:false, putin", "(Rating=false & [putin])")]
    [InlineData("rating:false.", "Rating=false")]
    [InlineData("claimant:putin", "Claimant=putin")]
    [InlineData("claimant:\"Kim Jong Un\"", "Claimant=Kim Jong Un")]
    [InlineData("صاحب_الادعاء:بوتين", "Claimant=بوتين")]
    [InlineData("صاحب الادعاء: بوتين", "Claimant=بوتين")]
    [InlineData("صاحب:بوتين", "Claimant=بوتين")]
    [InlineData("قائل:«كيم جونغ أون»", "Claimant=كيم جونغ أون")]
    [InlineData("outlet:bbc", "Outlet=bbc")]
    [InlineData("المنفذ:رويترز", "Outlet=رويترز")]
    [InlineData("الوسيلة:رويترز", "Outlet=رويترز")]
    [InlineData("topic:war", "Topic=war")]
    [InlineData("الموضوع:حرب", "Topic=حرب")]
    [InlineData("kind:denial", "Kind=denial")]
    [InlineData("النوع:نفي", "Kind=نفي")]
    [InlineData("country:RU", "Country=RU")]
    [InlineData("البلد:روسيا", "Country=روسيا")]
    [InlineData("دولة:روسيا", "Country=روسيا")]
    [InlineData("lang:ar", "Language=ar")]
    [InlineData("language:arabic", "Language=arabic")]
    [InlineData("اللغة:العربية", "Language=العربية")]
    [InlineData("unit:container", "Unit=container")]
    [InlineData("الوحدة:حاوية", "Unit=حاوية")]
    [InlineData("putin rating:false shells", "([putin] & Rating=false & [shells])")]
    [InlineData("(rating:false OR topic:war)", "(Rating=false / Topic=war)")]
    [InlineData("rating:false|topic:war", "(Rating=false / Topic=war)")]
    public void Parse_Field_Filters(string query, string tree) => AssertTree(query, tree);

    [Theory]
    [InlineData("number>1000", "n>1000")]
    [InlineData("number>=1000", "n>=1000")]
    [InlineData("number≥1000", "n>=1000")]
    [InlineData("number<1000", "n<1000")]
    [InlineData("number<=1000", "n<=1000")]
    [InlineData("number=1000", "n=1000")]
    [InlineData("number:1000", "n=1000")]
    [InlineData("number:>1000", "n>1000")]
    [InlineData("number > 1000", "n>1000")]
    [InlineData("Number>6,700", "n>6700")]
    [InlineData("العدد>1000", "n>1000")]
    [InlineData("ألعدد>1000", "n>1000")]
    [InlineData("العدد > ١٠٠٠", "n>1000")]
    [InlineData("رقم>١٬٠٠٠", "n>1000")]
    [InlineData("number>1.5", "n>1.5")]
    [InlineData("number>-5", "n>-5")]
    [InlineData("number>3m", "n>3000000")]
    [InlineData("number>3k", "n>3000")]
    [InlineData("number>3bn", "n>3000000000")]
    [InlineData("number>\"3 million\"", "n>3000000")]
    [InlineData("number>3 million shells", "(n>3000000 & [shells])")]
    [InlineData("العدد>٣ملايين", "n>3000000")]
    [InlineData("العدد>ثلاثة ملايين قذيفة", "(n>3000000 & [قذيفه])")]
    [InlineData("number>1000 unit:shell", "(n>1000 & Unit=shell)")]
    [InlineData("number>1000 number<5000", "(n>1000 & n<5000)")]
    [InlineData("(number>1000)", "n>1000")]
    public void Parse_Number_Compares(string query, string tree) => AssertTree(query, tree);

    [Theory]
    [InlineData("after:2023", ">=2023-01-01")]
    [InlineData("before:2023", "<=2023-12-31")]
    [InlineData("after:2023-09", ">=2023-09-01")]
    [InlineData("before:2023-09", "<=2023-09-30")]
    [InlineData("before:2024-2", "<=2024-02-29")]
    [InlineData("after:2023-09-13", ">=2023-09-13")]
    [InlineData("before:13/9/2023", "<=2023-09-13")]
    [InlineData("بعد:٢٠٢٣", ">=2023-01-01")]
    [InlineData("قبل:١٣/٩/٢٠٢٣", "<=2023-09-13")]
    [InlineData("قبل: 2023", "<=2023-12-31")]
    [InlineData("after:\"13 September 2023\"", ">=2023-09-13")]
    [InlineData("after:13 September 2023 kim", "(>=2023-09-13 & [kim])")]
    [InlineData("بعد:كانون الثاني 2023 كيم", "(>=2023-01-01 & [كيم])")]
    [InlineData("after:2023 before:2024 shells", "(>=2023-01-01 & <=2024-12-31 & [shells])")]
    public void Parse_Dates_TakeInTheWholeYearMonthOrDay(string query, string tree) => AssertTree(query, tree);

    [Theory]
    [InlineData("3 million shells", "[3000000 shells]")]
    [InlineData("٣ ملايين قذيفة", "[3000000 قذيفه]")]
    [InlineData("\"3 million shells\"", "\"3000000 shells\"")]
    [InlineData("3 million shells OR 500,000 rockets", "([3000000 shells] / [500000 rockets])")]
    public void Parse_Quantity_IsOneWordWithoutItsParts(string query, string tree) => AssertTree(query, tree);

    [Theory]
    [InlineData("https://example.org/a?b=c:d")]
    [InlineData("http://example.org")]
    [InlineData("see mailto:me@example.org")]
    [InlineData("urn:isbn:123")]
    [InlineData("example.org:8080/x")]
    [InlineData("C:\\Users")]
    [InlineData("10:30")]
    [InlineData("قال: نعم")]
    [InlineData(":)x(:", true)]
    public void Parse_AddressOrTime_IsWordsWithoutAFieldHint(string query, bool hasOtherHints = false)
    {
        var read = SearchQuery.Parse(query);

        Assert.IsType<PlainWords>(read.Root);
        Assert.DoesNotContain(read.Hints, h => h.Kind is SearchHintKind.UnknownField or SearchHintKind.UnknownValue);
        Assert.Equal(hasOtherHints, read.Hints.Count > 0);
    }

    [Theory]
    [InlineData("\"north korea", "[north korea]", SearchHintKind.OpenQuote, "\"north korea")]
    [InlineData("كوريا «الشمالية", "[كوريا الشماليه]", SearchHintKind.OpenQuote, "«الشمالية")]
    [InlineData("a\" b", "[a b]", SearchHintKind.OpenQuote, "\" b")]
    [InlineData("speed:10 kim", "[speed 10 kim]", SearchHintKind.UnknownField, "speed:10")]
    [InlineData("xrating:false,y", "[xrating false y]", SearchHintKind.UnknownField, "xrating:false,y")]
    [InlineData("اللون:أحمر", "[اللون احمر]", SearchHintKind.UnknownField, "اللون:أحمر")]
    [InlineData("colour:\"dark red\"", "([colour] & \"dark red\")", SearchHintKind.UnknownField, "colour:\"dark red\"")]
    [InlineData("rating:", "[rating]", SearchHintKind.UnknownValue, "rating:")]
    [InlineData("rating:\"\" kim", "([rating] & [kim])", SearchHintKind.UnknownValue, "rating:\"\"")]
    [InlineData("التقييم: ؟", "[التقييم]", SearchHintKind.UnknownValue, "التقييم: ؟")]
    [InlineData("rating: topic:war", "([rating] & Topic=war)", SearchHintKind.UnknownValue, "rating: topic:war")]
    [InlineData("rating:-false", "[rating false]", SearchHintKind.UnknownValue, "rating:-false")]
    [InlineData("number>", "[number]", SearchHintKind.UnknownValue, "number>")]
    [InlineData("after:", "[after]", SearchHintKind.UnknownValue, "after:")]
    [InlineData("after:yesterday kim", "[after yesterday kim]", SearchHintKind.NotADate, "after:yesterday")]
    [InlineData("قبل:31/2/2024", "[قبل 31 2 2024]", SearchHintKind.NotADate, "قبل:31/2/2024")]
    [InlineData("before:0000", "[before 0000]", SearchHintKind.NotADate, "before:0000")]
    [InlineData("number>many", "[number many]", SearchHintKind.NotANumber, "number>many")]
    [InlineData("العدد>كثير", "[العدد كثير]", SearchHintKind.NotANumber, "العدد>كثير")]
    [InlineData("number:2023-09-13", "[number 2023 09 13]", SearchHintKind.NotANumber, "number:2023-09-13")]
    [InlineData("OR kim", "[kim]", SearchHintKind.Dangling, "OR")]
    [InlineData("kim OR", "[kim]", SearchHintKind.Dangling, "OR")]
    [InlineData("a OR OR b", "([a] / [b])", SearchHintKind.Dangling, "OR")]
    [InlineData("kim |", "[kim]", SearchHintKind.Dangling, "|")]
    [InlineData("OR", "", SearchHintKind.Dangling, "OR")]
    [InlineData("(kim jong", "[kim jong]", SearchHintKind.Dangling, "(")]
    [InlineData("kim) jong", "[kim jong]", SearchHintKind.Dangling, ")")]
    [InlineData("kim () jong", "[kim jong]", SearchHintKind.Dangling, "()")]
    [InlineData("kim -(()) jong", "[kim jong]", SearchHintKind.Dangling, "()", "-(())")]
    [InlineData("kim -\"\"", "[kim]", SearchHintKind.Dangling, "-\"\"")]
    [InlineData("kim -!!!", "[kim]", SearchHintKind.Dangling, "-!!!")]
    [InlineData("((((((((( a )))))))))", "[a]", SearchHintKind.TooDeep, "( a )")]
    public void Parse_WhatDoesNotFit_IsSearchedAsWordsWithAHint(string query, string tree, SearchHintKind kind, params string[] pieces)
    {
        var read = SearchQuery.Parse(query);

        Assert.Equal(tree, QueryText.Of(read.Root));
        Assert.Equal(pieces.Select(p => (kind, p)), read.Hints.Select(h => (h.Kind, h.Piece)));
    }

    [Fact]
    public void Parse_LongText_IsCutAtAWord()
    {
        var read = SearchQuery.Parse(string.Concat(Enumerable.Repeat("abcdefgh ", 22)) + "cutinhalf rest");

        Assert.Equal(22, Assert.IsType<PlainWords>(read.Root).Words.Count);
        Assert.Equal([new SearchHint(SearchHintKind.TooLong, "cutinhalf rest")], read.Hints);
    }

    [Fact]
    public void Parse_ManyWords_ReadsTheFirst()
    {
        var read = SearchQuery.Parse("\"" + string.Concat(Enumerable.Repeat("abc ", 20)) + "\" " + string.Concat(Enumerable.Repeat("xyz ", 20)));

        var all = Assert.IsType<AllOf>(read.Root);
        Assert.Equal(20, Assert.IsType<Phrase>(all.Nodes[0]).Words.Count);
        Assert.Equal(SearchQuery.MaxWords - 20, Assert.IsType<PlainWords>(all.Nodes[1]).Words.Count);
        Assert.Equal([new SearchHint(SearchHintKind.TooLong, "xyz xyz xyz xyz xyz xyz xyz xyz")], read.Hints);
    }

    [Fact]
    public void Parse_Words_KnowTheirPlaceInTheQuery()
    {
        const string query = "rating:false \"north korea\" قذائف contain*";

        var words = SearchQuery.Parse(query).Root is AllOf all ? all.Nodes.SelectMany(QueryWords.Of).ToList() : [];

        Assert.Equal(["north", "korea", "قذائف"], words.Select(w => query.Substring(w.Start, w.Length)));
    }

    private static void AssertTree(string? query, string tree)
    {
        var read = SearchQuery.Parse(query);

        Assert.Equal(tree, QueryText.Of(read.Root));
        Assert.Empty(read.Hints);
    }
}
