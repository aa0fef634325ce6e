using System.Text;
using AngleSharp.Dom;

namespace ClaimTracker.Core.Intake;

/// <summary>One run of text between the edges of block elements.</summary>
internal sealed record TextBlock(string Text, IElement Element, int LinkLength)
{
    /// <summary>1 to 6; 0 for what is no heading.</summary>
    public int HeadingLevel => Element.LocalName is ['h', >= '1' and <= '6'] name ? name[1] - '0' : 0;

    public bool IsOnlyLinks => LinkLength * 10 >= Text.Length * 9;

    public IEnumerable<IElement> Holders => Element.AncestorsAndSelf();
}

/// <summary>Cuts a part of a page into blocks. Goes from node to node without recursion, so that no page is nested too deeply for it.</summary>
internal sealed class TextBlocks
{
    private static readonly HashSet<string> inline =
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small",
        "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr",
    ];

    private readonly Func<IElement, bool> isLeftOut;
    private readonly List<TextBlock> blocks = [];
    private readonly StringBuilder text = new();
    private IElement block;
    private int linkLength;
    private int linkStart = -1;
    private int breaks;

    private TextBlocks(IElement root, Func<IElement, bool> isLeftOut)
    {
        this.isLeftOut = isLeftOut;
        block = root;
    }

    public static List<TextBlock> Of(IElement root, Func<IElement, bool> isLeftOut)
    {
        var cutter = new TextBlocks(root, isLeftOut);
        cutter.Cut(root);
        return cutter.blocks;
    }

    private void Cut(IElement root)
    {
        INode? node = root.FirstChild;
        while (node is not null)
        {
            if (Enter(node) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            Leave(node);
            while (node.NextSibling is null)
            {
                node = node.Parent;
                if (node is null || node == root)
                {
                    Flush();
                    return;
                }

                Leave(node);
            }

            node = node.NextSibling;
        }
    }

    /// <summary>Whether to go into the node.</summary>
    private bool Enter(INode node)
    {
        if (node is IText words)
        {
            Add(words.Data);
            return false;
        }

        if (node is not IElement element)
        {
            return false;
        }

        if (isLeftOut(element))
        {
            Add(" ");
            return false;
        }

        switch (element.LocalName)
        {
            case "br":
                // Two in a row are how old pages part paragraphs.
                if (++breaks == 2)
                {
                    Flush();
                }

                text.Append(' ');
                return false;
            case "a":
                linkStart = text.Length;
                return true;
            case var name when inline.Contains(name):
                return true;
            default:
                Flush();
                block = element;
                return true;
        }
    }

    private void Leave(INode node)
    {
        if (node is not IElement element || element.LocalName == "br")
        {
            return;
        }

        if (element.LocalName == "a")
        {
            CloseLink();
        }
        else if (!inline.Contains(element.LocalName) && !isLeftOut(element))
        {
            Flush();
            block = element.ParentElement ?? block;
        }
    }

    private void CloseLink()
    {
        if (linkStart < 0)
        {
            return;
        }

        var link = EvenText.Of(text.ToString(linkStart, text.Length - linkStart));
        if (PageFurniture.IsInvitation(link) && text.ToString(0, linkStart).Any(char.IsLetter))
        {
            text.Length = linkStart;
        }
        else
        {
            linkLength += link.Length;
        }

        linkStart = -1;
    }

    private void Add(string words)
    {
        text.Append(words);
        breaks = words.All(char.IsWhiteSpace) ? breaks : 0;
    }

    private void Flush()
    {
        if (linkStart >= 0)
        {
            // A link round several blocks: each of them is a link.
            linkLength += EvenText.Of(text.ToString(linkStart, text.Length - linkStart)).Length;
            linkStart = 0;
        }

        var even = EvenText.Of(text.ToString());
        if (even.Length > 0)
        {
            blocks.Add(new TextBlock(even, block, linkLength));
        }

        text.Clear();
        linkLength = 0;
        breaks = 0;
    }
}
