namespace ClaimTracker.Core.Sources;

/// <summary>What was published.</summary>
public enum SourceKind
{
    Article,
    Statement,
    Report,
    Transcript,
    DataSet,
    SocialPost,
    Video,
    Image,
    Broadcast,
    ForwardedMessage,
    Interview,
    Document,
}

/// <summary>How near a source is to what it tells: glossary list <c>evidenceLevels</c>.</summary>
public enum SourceLevel
{
    Primary,
    Secondary,
    Tertiary,
}

/// <summary>What became of a source after we read it.</summary>
public enum SourceStatus
{
    Live,
    Updated,
    Corrected,
    Retracted,
    Deleted,
}

public enum SourceVisibility
{
    Public,
    Withheld,
}

public enum TitleSource
{
    Page,
    Address,
    None,
}

public enum MachineTranslated
{
    Unknown,
    Yes,
    Likely,
    No,
}

/// <summary>What a source does to a claim.</summary>
public enum Stance
{
    Supports,
    Refutes,
    Context,
}

public enum PartyKind
{
    Person,
    Government,
    Ministry,
    Agency,
    NewsOrganisation,
    InternationalBody,
    Company,
    Group,
    Unnamed,
}

public enum OutletKind
{
    NewsAgency,
    Newspaper,
    Broadcaster,
    NewsSite,
    RePublisher,
    ThinkTank,
    Government,
    InternationalBody,
    Encyclopedia,
    LegalSite,
    Association,
    Archive,
    Blog,
    SocialPlatform,
}

/// <summary>How far an article's fault misleads its reader.</summary>
public enum Harm
{
    Low,
    Medium,
    High,
}
