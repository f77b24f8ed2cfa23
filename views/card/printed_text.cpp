// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/printed_text.h"

#include "views/card/comment_texts.h"

#include <QCoreApplication>
#include <QTextCursor>
#include <QTextDocumentFragment>
#include <QTextTable>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

// In points, which are the pixels of a font here.
constexpr int base = 10;
constexpr int small = 8;
constexpr int headingSize = 11;
constexpr int titleSize = 16;
constexpr qreal labelShare = 26; ///< of the width, in percent
constexpr qreal sectionGap = 10;
constexpr qreal entryGap = 5;
constexpr qreal cellPadding = 2;
const QColor ink(u"#1B1F27"_s);
const QColor mutedInk(u"#5C6472"_s);
const QColor hairline(u"#C3C9D3"_s);

QString told(const char *text)
{
    return QCoreApplication::translate("Kartoteka::PrintedCard", text);
}

class CardWriter
{
public:
    explicit CardWriter(const QString &family) : m_text(std::make_unique<QTextDocument>())
    {
        m_text->setUndoRedoEnabled(false);
        m_font = QFont(family);
        m_font.setPixelSize(base);
        m_font.setHintingPreference(QFont::PreferNoHinting);
        m_text->setDefaultFont(m_font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_text->setDefaultTextOption(option);
        m_cursor = QTextCursor(m_text.get());
    }

    std::unique_ptr<QTextDocument> take() { return std::move(m_text); }

    void writeHead(const PrintedCard &card)
    {
        paragraph(card.kind, letters(small, false, mutedInk), 0);
        paragraph(card.title, letters(titleSize, true), 2);
        QStringList state;
        for (const QString &one : {card.stage, card.amount}) {
            if (!one.isEmpty())
                state << one;
        }
        if (!state.isEmpty())
            paragraph(state.join(u"  ·  "_s), letters(headingSize, true), 2);
    }

    void writeSection(const QString &name, const QList<PrintedCard::Line> &lines)
    {
        heading(name);
        QTextTable *table = makeTable(int(lines.size()), {labelShare, 100 - labelShare});
        for (qsizetype i = 0; i < lines.size(); ++i) {
            cell(*table, int(i), 0, lines[i].label, letters(base, false, mutedInk));
            cell(*table, int(i), 1, lines[i].value, letters(base, false));
        }
        leave();
    }

    void writeProducts(const PrintedCard &card)
    {
        heading(told(QT_TRANSLATE_NOOP("Kartoteka::PrintedCard", "Products")));
        constexpr int name = 1; // the only column of words: the others are numbers
        QTextTable *table = makeTable(int(card.products.size()) + 1, {6, 32, 12, 14, 11, 10, 15}, 1);
        for (int column = 0; column < card.productHeads.size(); ++column) {
            cell(*table, 0, column, card.productHeads[column], letters(small, true, mutedInk), column > name);
            underline(*table, 0, column);
        }
        for (int row = 0; row < card.products.size(); ++row) {
            for (int column = 0; column < card.products[row].size(); ++column) {
                cell(*table, row + 1, column, card.products[row][column], letters(base, false), column > name);
                underline(*table, row + 1, column);
            }
        }
        leave();
        table = makeTable(int(card.totals.size()), {70, 30});
        for (int row = 0; row < card.totals.size(); ++row) {
            const bool isTotal = row + 1 == card.totals.size();
            cell(*table, row, 0, card.totals[row].label, letters(base, isTotal, isTotal ? ink : mutedInk), true);
            cell(*table, row, 1, card.totals[row].value, letters(base, isTotal), true);
        }
        leave();
    }

    void writeEntries(const QString &name, const QList<PrintedCard::Entry> &entries)
    {
        heading(name);
        for (const PrintedCard::Entry &entry : entries) {
            paragraph(entry.at, letters(small, false, mutedInk), entryGap);
            if (entry.isComment)
                comment(entry.text);
            else
                paragraph(entry.text, letters(base, false), 0);
            if (!entry.detail.isEmpty())
                paragraph(entry.detail, letters(base, false, mutedInk), 0);
        }
    }

private:
    QTextCharFormat letters(int size, bool isStrong, const QColor &colour = ink) const
    {
        QFont font = m_font;
        font.setPixelSize(size);
        font.setWeight(isStrong ? QFont::DemiBold : QFont::Normal);
        QTextCharFormat format;
        format.setFont(font);
        format.setForeground(colour);
        return format;
    }

    void paragraph(const QString &text, const QTextCharFormat &format, qreal above)
    {
        QTextBlockFormat block;
        block.setTopMargin(m_isFresh ? 0 : above);
        if (m_isFresh)
            m_cursor.setBlockFormat(block);
        else
            m_cursor.insertBlock(block);
        m_isFresh = false;
        m_cursor.insertText(text, format);
    }

    void heading(const QString &text)
    {
        paragraph(text, letters(headingSize, true), sectionGap);
        QTextBlockFormat block = m_cursor.blockFormat();
        block.setNonBreakableLines(true);
        m_cursor.setBlockFormat(block);
    }

    /// As it stands in the timeline, lists and headings too.
    void comment(const QString &text)
    {
        m_cursor.insertBlock(QTextBlockFormat());
        m_cursor.insertFragment(QTextDocumentFragment(commentDocument(text, m_font, ink).get()));
    }

    QTextTable *makeTable(int rows, const QList<qreal> &shares, int heads = 0)
    {
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellPadding(0); // what stands in a table begins where headings do
        format.setCellSpacing(0);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        format.setHeaderRowCount(heads); // above the rows of every page
        QList<QTextLength> widths;
        for (const qreal share : shares)
            widths << QTextLength(QTextLength::PercentageLength, share);
        format.setColumnWidthConstraints(widths);
        return m_cursor.insertTable(rows, int(shares.size()), format);
    }

    static void cell(QTextTable &table, int row, int column, const QString &text, const QTextCharFormat &format,
                     bool isRight = false)
    {
        QTextTableCell place = table.cellAt(row, column);
        QTextTableCellFormat padded;
        padded.setTopPadding(cellPadding);
        padded.setBottomPadding(cellPadding);
        padded.setRightPadding(column + 1 < table.columns() ? 3 * cellPadding : 0);
        place.setFormat(padded);
        QTextCursor cursor = place.firstCursorPosition();
        QTextBlockFormat block;
        block.setAlignment(isRight ? Qt::AlignRight : Qt::AlignLeft);
        cursor.setBlockFormat(block);
        cursor.insertText(text, format);
    }

    static void underline(QTextTable &table, int row, int column)
    {
        QTextTableCell cell = table.cellAt(row, column);
        QTextTableCellFormat format = cell.format().toTableCellFormat();
        format.setBottomBorder(0.5);
        format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBottomBorderBrush(hairline);
        cell.setFormat(format);
    }

    void leave() { m_cursor.movePosition(QTextCursor::End); }

    std::unique_ptr<QTextDocument> m_text;
    QFont m_font;
    QTextCursor m_cursor;
    bool m_isFresh = true; ///< nothing is written yet
};

} // namespace

std::unique_ptr<QTextDocument> printedText(const PrintedCard &card, const QString &fontFamily)
{
    CardWriter writer(fontFamily);
    writer.writeHead(card);
    for (const PrintedCard::Section &section : card.sections)
        writer.writeSection(section.name, section.lines);
    if (!card.products.isEmpty())
        writer.writeProducts(card);
    if (!card.planned.isEmpty())
        writer.writeEntries(told(QT_TRANSLATE_NOOP("Kartoteka::PrintedCard", "Planned")), card.planned);
    if (!card.history.isEmpty())
        writer.writeEntries(told(QT_TRANSLATE_NOOP("Kartoteka::PrintedCard", "History")), card.history);
    return writer.take();
}

} // namespace Kartoteka
