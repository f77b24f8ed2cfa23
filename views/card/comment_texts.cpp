// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/comment_texts.h"

#include "core/schema/mentions.h"
#include "core/schema/text_pictures.h"
#include "views/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QUrl>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLines = 200;
constexpr qsizetype mostCharacters = 20'000; ///< a line may be long
constexpr int keptCharacters = 400'000;      ///< of all texts that are laid out
constexpr qsizetype mostMarked = 100'000;    ///< characters: beyond, what marks name may repeat itself for minutes

/// Loads nothing.
class QuietDocument final : public QTextDocument
{
public:
    using QTextDocument::QTextDocument;

protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

/// Whether a line begins a block of its own, or is blank.
bool beginsBlock(const QString &line)
{
    static const QRegularExpression mark(
        u"^(\\s*$|\\s{0,3}(#{1,6}\\s|[-*+]\\s|\\d{1,9}[.)]\\s|>|```|~~~|[-*_=]{3,}\\s*$)| {4}|\\t)"_s);
    return mark.match(line).hasMatch();
}

/// A line that underlines a heading, or parts sections.
bool isRule(const QString &line)
{
    static const QRegularExpression rule(u"^\\s{0,3}[-*_=]{3,}\\s*$"_s);
    return rule.match(line).hasMatch();
}

bool isHeading(const QString &line)
{
    static const QRegularExpression heading(u"^\\s{0,3}#{1,6}(\\s|$)"_s);
    return heading.match(line).hasMatch();
}

/// What marks a line as one of a quote; empty where it is none.
QString quoteMarks(const QString &line)
{
    static const QRegularExpression marks(u"^\\s{0,3}(>\\s?)+"_s);
    return marks.match(line).captured();
}

/// Of a picture without a name nothing would be left.
QString withNamedPictures(QString line)
{
    static const QRegularExpression nameless(u"!\\[\\]\\(([^)\\s]+)"_s);
    return line.replace(nameless, u"![\\1](\\1"_s);
}

/// Markdown joins lines; people who write a comment do not mean that. A separator within the paragraph keeps them apart.
QString withLineBreaks(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    QString out;
    bool isCode = false;
    bool goesOn = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString quote = isCode ? QString() : quoteMarks(lines[i]);
        const QString next = lines.value(i + 1);
        const QString nextQuote = quoteMarks(next);
        const QString own = lines[i].sliced(quote.size());
        const QString line = goesOn ? own : lines[i]; // within a paragraph of a quote its marks would be text
        const bool isFence = line.trimmed().startsWith(u"```") || line.trimmed().startsWith(u"~~~");
        isCode = isFence ? !isCode : isCode;
        goesOn = i + 1 < lines.size() && !isCode && !isFence && !isHeading(own) && !isRule(own) && !own.trimmed().isEmpty()
            && !own.startsWith(u"    ") && quote.count(u'>') == nextQuote.count(u'>')
            && !beginsBlock(next.sliced(nextQuote.size()));
        out += isCode ? line : withNamedPictures(line);
        if (i + 1 < lines.size())
            out += goesOn ? QChar(QChar::LineSeparator) : QChar(u'\n');
    }
    return out;
}

QTextCharFormat linkFormat(const QString &address, const QColor &colour)
{
    QTextCharFormat format;
    format.setAnchor(true);
    format.setAnchorHref(address);
    format.setForeground(colour);
    format.setFontUnderline(false);
    return format;
}

/// A picture in a document. Of a name with signs that are escaped each part was read as one.
struct ReadPicture
{
    int at = 0;
    int length = 0;
    QString address;
    QString name;
};

QList<ReadPicture> picturesOf(const QTextBlock &block)
{
    QList<ReadPicture> pictures;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment part = it.fragment();
        if (!part.charFormat().isImageFormat())
            continue;
        const QTextImageFormat format = part.charFormat().toImageFormat();
        const QString alt = format.property(QTextFormat::ImageAltText).toString();
        if (!pictures.isEmpty() && pictures.constLast().at + pictures.constLast().length == part.position()
            && pictures.constLast().address == format.name()) {
            pictures.last().length += part.length();
            pictures.last().name += alt;
        } else {
            pictures.append({part.position(), part.length(), format.name(), alt});
        }
    }
    return pictures;
}

/// What stands for a picture.
void putPicture(QTextCursor &cursor, const ReadPicture &picture, const QColor &link, CommentPictures shown)
{
    const QString digest = pictureDigest(picture.address);
    if (!digest.isEmpty() && shown == CommentPictures::Shown)
        cursor.insertText(QChar(QChar::ObjectReplacementCharacter), PictureObject::format(picture.name, digest));
    else if (!digest.isEmpty())
        cursor.insertText(u'[' + picture.name + u']', QTextCharFormat());
    else
        cursor.insertText(picture.name.isEmpty() ? picture.address : picture.name,
                          isSafeLink(picture.address) ? linkFormat(picture.address, link) : QTextCharFormat());
}

/// Pictures as links to where they are, or as those that are held, from the end so that places before them hold.
void replacePictures(QTextDocument &document, const QColor &link, CommentPictures shown)
{
    for (QTextBlock block = document.lastBlock(); block.isValid(); block = block.previous()) {
        const QList<ReadPicture> pictures = picturesOf(block);
        for (auto it = pictures.crbegin(); it != pictures.crend(); ++it) {
            QTextCursor cursor(&document);
            cursor.setPosition(it->at);
            cursor.setPosition(it->at + it->length, QTextCursor::KeepAnchor);
            putPicture(cursor, *it, link, shown);
        }
    }
}

/// Addresses that stand bare.
void linkAddresses(QTextDocument &document, const QColor &link)
{
    static const QRegularExpression address(
        u"\\b(https?://[^\\s<>\"«»]*[^\\s<>\"«».,;:!?)\\]]|[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto found = address.globalMatch(block.text()); found.hasNext();) {
            const QRegularExpressionMatch one = found.next();
            QTextCursor cursor(block);
            cursor.setPosition(block.position() + int(one.capturedStart()));
            cursor.setPosition(block.position() + int(one.capturedEnd()), QTextCursor::KeepAnchor);
            if (cursor.charFormat().isAnchor() || cursor.charFormat().fontFixedPitch())
                continue;
            const QString target = one.captured();
            cursor.mergeCharFormat(linkFormat(target.contains(u"://") ? target : u"mailto:"_s + target, link));
        }
    }
}

/// People who are named stand in our colour and lead nowhere. What merely pretends to be one is text.
void showMentions(QTextDocument &document, const QColor &colour)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QList<QTextFragment> mentions;
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorHref().startsWith(mentionScheme))
                mentions << it.fragment();
        }
        for (const QTextFragment &one : std::as_const(mentions)) {
            QTextCursor text(&document);
            text.setPosition(one.position());
            text.setPosition(one.position() + one.length(), QTextCursor::KeepAnchor);
            QTextCharFormat format;
            if (one.text().startsWith(u'@'))
                format.setForeground(colour);
            text.setCharFormat(format);
        }
    }
}

/// Links in our colour, headings not larger than a card bears, no space above the first paragraph.
void tame(QTextDocument &document, const QColor &link)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        if (const int level = format.headingLevel(); level > 0) {
            cursor.select(QTextCursor::BlockUnderCursor);
            QTextCharFormat size;
            size.setProperty(QTextFormat::FontSizeAdjustment, level == 1 ? 1 : 0);
            cursor.mergeCharFormat(size);
        }
        if (block == document.begin())
            format.setTopMargin(0);
        if (!block.next().isValid())
            format.setBottomMargin(0);
        QTextCursor(block).setBlockFormat(format);
        QList<QTextFragment> links;
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().isAnchor())
                links << it.fragment();
        }
        for (const QTextFragment &one : std::as_const(links)) {
            QTextCursor text(&document);
            text.setPosition(one.position());
            text.setPosition(one.position() + one.length(), QTextCursor::KeepAnchor);
            text.mergeCharFormat(linkFormat(one.charFormat().anchorHref(), link));
        }
    }
}

} // namespace

ShownComment shownPart(const QString &text)
{
    qsizetype end = 0;
    for (qsizetype line = 0; line < mostLines && end >= 0; ++line)
        end = text.indexOf(u'\n', end == 0 && line == 0 ? 0 : end + 1);
    end = qMin(end < 0 ? text.size() : end, mostCharacters);
    return end == text.size() ? ShownComment{text} : ShownComment{text.left(end), text.count(u'\n') + 1};
}

bool isSafeLink(const QString &address)
{
    static const QStringList schemes{u"http"_s, u"https"_s, u"mailto"_s, u"tel"_s};
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && schemes.contains(url.scheme());
}

std::unique_ptr<QTextDocument> commentDocument(const QString &text, const QFont &font, const QColor &link,
                                               CommentPictures pictures)
{
    auto document = std::make_unique<QuietDocument>();
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(0);
    document->setIndentWidth(20);
    document->setDefaultFont(font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document->setDefaultTextOption(option);
    if (text.size() > mostMarked) { // nobody wrote that by hand: on paper it stands as it is
        document->setPlainText(text);
        return document;
    }
    // Laid out once: each piece by itself would have all before it laid out anew, and what somebody wrote may have thousands.
    QTextCursor whole(document.get());
    whole.beginEditBlock();
    document->setMarkdown(
        withLineBreaks(text),
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML | QTextDocument::MarkdownDialectCommonMark));
    replacePictures(*document, link, pictures);
    linkAddresses(*document, link);
    showMentions(*document, link);
    tame(*document, link);
    whole.endEditBlock();
    return document;
}

CommentTexts::CommentTexts(FilePictures &pictures) : m_object(pictures), m_documents(keptCharacters)
{}

QTextDocument &CommentTexts::laidOut(const QString &text, int width, const QFont &font, const Theme &theme)
{
    const QColor link = theme.colour(ColourRole::Accent);
    const Key key{text, width, font.key() + link.name()};
    if (QTextDocument *known = m_documents.object(key))
        return *known;
    auto document = commentDocument(text, font, link, CommentPictures::Shown);
    document->documentLayout()->registerHandler(PictureObject::type, &m_object);
    document->setTextWidth(width);
    QTextDocument *kept = document.release();
    m_documents.insert(key, kept, qMin(int(text.size()) + 100, keptCharacters));
    return *kept;
}

} // namespace Kartoteka
