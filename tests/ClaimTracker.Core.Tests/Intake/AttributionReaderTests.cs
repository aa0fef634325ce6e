using ClaimTracker.Core.Intake;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class AttributionReaderTests
{
    [Theory]
    [InlineData("Some 2.3 million people could vote, election commissioner Idris Palme said.", "election commissioner Idris Palme said")]
    [InlineData("\"A fine night,\" said party leader Anna Brisco.", "party leader Anna Brisco said")]
    [InlineData("Rodrigo Vel, the minister, denied that the dam had been inspected in spring.", "Rodrigo Vel, the minister denied")]
    [InlineData("According to the ministry, the bridge is closed.", "ministry said")]
    [InlineData("ونفى وزير الري هشام العوبلي أن تكون الوزارة قد تلقت تحذيرا.", "وزير الري هشام العوبلي denied")]
    [InlineData("وزارة الدفاع وصفت التقارير بأنها مزيفة.", "وزارة الدفاع said")]
    [InlineData("ونقلت وكالة الضفاف عن مسؤول محلي قوله إن الطريق مغلقة.", "مسؤول محلي said;وكالة الضفاف reported")]
    [InlineData("وبحسب هيئة الأرصاد، هطل المطر يومين.", "هيئة الأرصاد said")]
    public void Read_Sentence_GivesTheChain(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', AttributionReader.Read(text)?.Chain.Select(s => $"{s.Name} {s.Verb}") ?? []));

    /// <summary>Verbs of every person, phrases of saying, and verbs that need another word.</summary>
    [Theory]
    [InlineData("Officials say the road is closed.", "Officials")]
    [InlineData("The court would not say when it will rule.", "court")]
    [InlineData("The mayor is adamant that the bridge is safe.", "mayor")]
    [InlineData("The council put the cost of the line at $3m.", "council")]
    [InlineData("Auditors at the bank found that money was missing.", "Auditors at the bank")]
    [InlineData("ويؤكدان أن الطريق مغلقة، ويضيف المهندس أنها قديمة.", "المهندس")]
    [InlineData("وحمل المعارضون الحكومة مسؤولية الحادث.", "المعارضون")]
    [InlineData("هذا ما يراه رئيس الاتحاد.", "رئيس الاتحاد")]
    [InlineData("أما النقابة، فتعتبر أن القرار متأخر.", "النقابة")]
    public void Read_FormOfAVerb_GivesTheSpeaker(string text, string expected) => Assert.Equal(expected, AttributionReader.Read(text)?.Speaker?.Name);

    /// <summary>Where the name stands: after adverbials, before helpers, in quotation marks, after to whom it is said.</summary>
    [Theory]
    [InlineData("For his part, the director of the station, Adel Bouzid, denied what was said.", "director of the station, Adel Bouzid")]
    [InlineData("The firm, Tern Marine, would not say how much it charges.", "firm, Tern Marine")]
    [InlineData("One official, who was not authorised to speak, said the number was higher.", "One official")]
    [InlineData("\"It is over,\" said one of the engineers.", "one of the engineers")]
    [InlineData("ذكرت قناة «المدى» أن ثلاثة أشخاص أوقفوا.", "قناة «المدى»")]
    [InlineData("أكد لـ«الأفق» مصدر قضائي رفيع أن الملف أغلق.", "مصدر قضائي رفيع")]
    [InlineData("ونفت الشركة الخبر جملة وتفصيلا.", "الشركة")]
    [InlineData("لكن مصدرا أمنيا فضل عدم الكشف عن هويته نفى ذلك.", "مصدرا أمنيا")]
    [InlineData("وجاء في بيان للجيش أن القارب غرق.", "جيش")]
    [InlineData("The finding was first reported by the Daily Ledger.", "Daily Ledger")]
    [InlineData("وذكر بيان صادر عن وزارة الداخلية أن المشتبه به أوقف.", "بيان صادر عن وزارة الداخلية")]
    [InlineData("وسئل المدرب عن سبب الخسارة فقال إن اللاعبين متعبون.", "المدرب")]
    public void Read_NameByItsPlace_GivesTheSpeaker(string text, string expected) => Assert.Equal(expected, AttributionReader.Read(text)?.Speaker?.Name);

    /// <summary>A clause at the end or in the middle that only says who speaks counts before other verbs of the sentence.</summary>
    [Theory]
    [InlineData("Tern, the ferry firm, has expressed interest in the line, the port added.", "port")]
    [InlineData("No application has been made, records on the council's website show.", "records on the council's website")]
    [InlineData("All of it, leaked customs files suggest, was sold abroad.", "leaked customs files")]
    [InlineData("Rations were cut in June, the agency's director, Jonas Vel, confirmed.", "agency's director, Jonas Vel")]
    [InlineData("Some 3 million people fled, the Office for Refugees (OFR) said in its report.", "Office for Refugees")]
    [InlineData("The army blames a militia, a charge its leaders deny.", "army")]
    public void Read_ClauseThatOnlySpeaks_GivesItsName(string text, string expected) => Assert.Equal(expected, AttributionReader.Read(text)?.Speaker?.Name);

    /// <summary>Titles and names set off by commas, datelines, passives, documents far before their verb, and lines of a conversation.</summary>
    [Theory]
    [InlineData("ABU DHABI, 21 November 2024 – Tern Group, the largest ferry firm, today announced a new line.", "Tern Group, the largest ferry firm")]
    [InlineData("Vella, 54, who has led the club since 2011, insisted that no money changed hands.", "Vella")]
    [InlineData("The minister, Sergei Vel, on Friday told a news conference that talks would resume.", "minister, Sergei Vel")]
    [InlineData("The ban was announced yesterday by the tribunal, which gave no reason.", "tribunal")]
    [InlineData("As reported by the press service of the port, the ferry sank.", "press service of the port")]
    [InlineData("Yet bank records from 2023 and 2024 document 17 payments to the firm.", "bank records from 2023 and 2024")]
    [InlineData("According to a 2023 report by the Water Fund, wells are dry.", "report")]
    [InlineData("The WHO said that the wells were dry.", "WHO")]
    [InlineData("LACEY: He did, yes, and he was cross about it.", "LACEY")]
    [InlineData("المذيعة: نبدأ من ولاية الساحل.", "المذيعة")]
    [InlineData("قال المتحدث باسم الوزارة، العقيد سامر حداد، إن الطريق مغلقة.", "المتحدث باسم الوزارة، العقيد سامر حداد")]
    [InlineData("وأوضح في تصريح لـ«المدار» مدير المستشفى علي سعيد أن العدد ارتفع.", "مدير المستشفى علي سعيد")]
    [InlineData("يتهمها السكان باستنزاف المياه.", "السكان")]
    [InlineData("وسبق للوكالة أن نفت استخدامها.", "للوكالة")]
    [InlineData("كما كتبت سابقا \"المدار\"، غرق القارب.", "المدار")]
    [InlineData("في نفس الوقت سكان القرية يؤكدون أن الماء مقطوع.", "سكان القرية")]
    [InlineData("وأكد كل من وزير الداخلية ومحافظ الساحل أن الطريق مغلقة.", "وزير الداخلية ومحافظ الساحل")]
    [InlineData("وجاء في بيان الوزارة أن الإنتاج ارتفع.", "الوزارة")]
    [InlineData("\"It is a disgrace,\" fumed Karin Holm, a resident.", "Karin Holm")]
    [InlineData("\"We were second best,\" Roth reflected.", "Roth")]
    [InlineData("«لن نستسلم»، يهتف الصياد سامر حداد.", "الصياد سامر حداد")]
    [InlineData("وتم تأكيد ذلك، كما ذكر من قبل وزارة الري.", "وزارة الري")]
    [InlineData("وكذب ذلك عضو اللجنة سامر حداد.", "عضو اللجنة سامر حداد")]
    public void Read_NameInAnyConstruction_GivesTheSpeaker(string text, string expected) => Assert.Equal(expected, AttributionReader.Read(text)?.Speaker?.Name);

    /// <summary>What a new hand writes: clauses and connectors before the verb, names in marks before it, relays, translated order.</summary>
    [Theory]
    [InlineData("لكن موظفا في المرفأ، طلب عدم ذكر اسمه، أكد أن السفينة أفرغت ليلا.", "موظفا في المرفأ")]
    [InlineData("إلا أن جمعية «ضفاف» أحصت وحدها 40 غريقا.", "جمعية «ضفاف»")]
    [InlineData("ونسبت وكالة الضفاف إلى مصدر في الميناء أن الرصيف مغلق.", "مصدر في الميناء")]
    [InlineData("وأنكر المتهم الثاني صلته بالقضية.", "المتهم الثاني")]
    [InlineData("وكتبت «الضفاف» الأسبوع الماضي أن الجسر قديم.", "الضفاف")]
    [InlineData("وتابع سعادته: «الميناء جاهز».", "سعادته")]
    [InlineData("وتتمسك الشركة روايتها، وأورد التقرير شهادة لصياد.", "الشركة")]
    [InlineData("Ferry minister Ana Holt was quoted by the daily Tern as saying that the line was safe.", "Ferry minister Ana Holt")]
    [InlineData("As noted the head of the city Ana Holt, the windows were broken.", "head of the city Ana Holt")]
    [InlineData("In the Ministry of Ports, in turn, stated that three ships were delayed.", "Ministry of Ports")]
    [InlineData("It was stated in a report by the Court of Ports that the quay had sunk.", "Court of Ports")]
    [InlineData("Fares have gone up 12 per cent, government data show.", "government data")]
    [InlineData("A panel of harbour experts flatly denied that the quay had sunk.", "panel of harbour experts")]
    [InlineData("Local media quoted the governor as saying 17 bodies had been found.", "governor")]
    [InlineData("\"Absolutely not,\" was the reply from Deputy Mayor Rita Sand.", "Deputy Mayor Rita Sand")]
    [InlineData("The bank followed a warning by Tern & Sons that fares would rise.", "Tern & Sons")]
    [InlineData("The claims were rejected as \"baseless\" by the harbour ministry.", "harbour ministry")]
    [InlineData("Economist Laura Betti is sceptical: \"The numbers do not add up.\"", "Economist Laura Betti")]
    [InlineData("لا يوافق الجميع، فالدكتورة منى سالم ترى أن العينة صغيرة.", "الدكتورة منى سالم")]
    [InlineData("وحمل تقرير ديوان المظالم الوزارة المسؤولية كاملة.", "تقرير ديوان المظالم")]
    [InlineData("A person familiar with the matter said the price was high.", "person familiar with the matter")]
    [InlineData("We asked the agency, which told us the figure was made up.", "agency")]
    [InlineData("14:20 The Met Office has said the wind will fall.", "Met Office")]
    [InlineData("The figure was confirmed to this newspaper by two board members.", "two board members")]
    [InlineData("The group, known as the Sons of the River, claimed that it had sunk the ship.", "group")]
    [InlineData("وبحسب «الضفاف»، فإن الصفقة تشمل 48 سفينة.", "الضفاف")]
    [InlineData("ونقلت الوكالة عن ثلاثة مصادر أن الصفقة تأجلت.", "ثلاثة مصادر")]
    [InlineData("واتهمت المعارضة الحكومة بتزوير النتائج.", "المعارضة")]
    [InlineData("وأكدت كييف إسقاط 27 مسيرة.", "كييف")]
    [InlineData("وأقر المتحدث العسكري بمقتل 5 جنود.", "المتحدث العسكري")]
    [InlineData("المتحدث العسكري في منشور على إكس: قتلنا 30 مسلحا.", "المتحدث العسكري")]
    [InlineData("د. سامي: العدد وصل إلى 300 حالة.", "د. سامي")]
    [InlineData("عاجل | الجيش: إسقاط مسيرتين فوق البحر.", "الجيش")]
    public void Read_StructureOfANewHand_GivesTheSpeaker(string text, string expected) => Assert.Equal(expected, AttributionReader.Read(text)?.Speaker?.Name);

    /// <summary>Nothing is passed on: no answer, a court that acts, what is estimated, what is wished.</summary>
    [Theory]
    [InlineData("The firm has not responded to a request for comment.")]
    [InlineData("The scene says everything.")]
    [InlineData("الوزارة لم ترد على طلب للتعليق.")]
    [InlineData("يقول المثل: الجار قبل الدار.")]
    [InlineData("He flagged down a taxi and left.")]
    [InlineData("The team captured the city centre at dawn.")]
    [InlineData("بارك الكاهن القوارب.")]
    [InlineData("نادى المؤذن للصلاة.")]
    [InlineData("وقال في بيان إن وحداته ردت على مصادر النيران.")]
    [InlineData("The captain had pleaded guilty to three counts.")]
    [InlineData("أدانت محكمة المرفأ القبطان بالسجن سنتين.")]
    [InlineData("ومن المقرر أن تعلن اللجنة النتائج غدا.")]
    [InlineData("اطلعت عليه «الضفاف» في مكاتبها.")]
    public void Read_NothingPassedOn_NamesNobody(string text) => Assert.Null(AttributionReader.Read(text)?.Speaker);

    [Theory]
    [InlineData("The union's view is that the plant was never inspected.", "union")]
    [InlineData("By the ministry's own count, 40 bridges are closed.", "ministry")]
    [InlineData("The minister opened the session, warning that 300 jobs would go.", "minister")]
    [InlineData("افتتح الوزير الجسر، مؤكدا أنه آمن.", "الوزير")]
    [InlineData("18:22 – Power company Volt: 84,000 homes are dark.", "Power company Volt")]
    [InlineData("رئيس نقابة الصيادين في المرفأ سامي جابر: «لم نتلق أي تعويض».", "رئيس نقابة الصيادين في المرفأ سامي جابر")]
    public void Read_NoVerbOfSaying_GivesTheSpeaker(string text, string expected) => Assert.Equal(expected, AttributionReader.Read(text)?.Speaker?.Name);

    [Fact]
    public void Read_OnlyAPronoun_GivesTheVerbWithoutASpeaker()
    {
        var attribution = AttributionReader.Read("He said the bridge was closed.");

        Assert.Equal("said", attribution?.Verb);
        Assert.Null(attribution?.Speaker);
    }

    [Theory]
    [InlineData("The bridge to the island was closed.")]
    [InlineData("نقلت السفينة حاويات القمح إلى الميناء.")]
    [InlineData("The clerk was accused of theft.")]
    [InlineData("\"The report said so, and we told them.\"")]
    [InlineData("The union has called a strike for Monday.")]
    [InlineData("The object was found in the river.")]
    [InlineData("The line was closed, citing a lack of money.")]
    [InlineData("Reuters could not independently verify the report.")]
    [InlineData("It was a tenth of the sum alleged.")]
    [InlineData("لا أحد يريد أن يقول الحقيقة كاملة.")]
    [InlineData("تنحني النخلة كأنها تعتذر للعابرين.")]
    [InlineData("الماء هنا ذاكرة.")]
    [InlineData("ويعتبر المصنع الأكبر في المنطقة.")]
    public void Read_NothingPassedOn_GivesNothing(string text) => Assert.Null(AttributionReader.Read(text));
}
