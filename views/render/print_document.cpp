// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/render/print_document.h"

#include "core/items/own_company.h"
#include "core/items/value_text.h"
#include "core/store/file/output_file.h"
#include "views/fields/file_picture.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QLocale>
#include <QPageRanges>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal pointsPerInch = 72;
constexpr qreal margin = 36; ///< points: half an inch
constexpr qreal headHeight = 30;
constexpr qreal footHeight = 20;
constexpr qreal logoHeight = 20;
constexpr int smallFont = 8;
constexpr QSize largestLogo(800, 160); ///< pixels: enough for a printer
const QColor ink(u"#1B1F27"_s);
const QColor mutedInk(u"#5C6472"_s);
const QColor hairline(u"#C3C9D3"_s);

class PrintText final : public PrintBody
{
public:
    explicit PrintText(std::unique_ptr<QTextDocument> text) : m_text(std::move(text))
    {
        m_text->setUseDesignMetrics(true); // letters keep their distances whatever the device
        m_text->setDocumentMargin(0);
    }

    int layOut(const QSizeF &page) override
    {
        m_text->setPageSize(page);
        return m_text->pageCount();
    }

    void paint(QPainter &painter, int page) override
    {
        const QSizeF size = m_text->pageSize();
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, ink);
        context.clip = QRectF(QPointF(0, page * size.height()), size);
        painter.translate(0, -context.clip.top());
        painter.setClipRect(context.clip);
        m_text->documentLayout()->draw(&painter, context);
    }

private:
    std::unique_ptr<QTextDocument> m_text;
};

QString told(const char *text)
{
    return QCoreApplication::translate("Kartoteka::PrintDocument", text);
}

void paintHead(QPainter &painter, const PrintHead &head, qreal width)
{
    qreal left = 0;
    if (!head.logo.isNull()) {
        const QSizeF size = QSizeF(head.logo.size()).scaled(width / 3, logoHeight, Qt::KeepAspectRatio);
        painter.drawImage(QRectF(QPointF(0, (logoHeight - size.height()) / 2), size), head.logo);
        left = size.width() + 8;
    }
    painter.setPen(mutedInk);
    const QRectF line(left, 0, width - left, logoHeight);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(head.office, Qt::ElideRight, int(line.width())));
    painter.setPen(QPen(hairline, 0.5));
    painter.drawLine(QPointF(0, logoHeight + 3), QPointF(width, logoHeight + 3));
}

void paintFoot(QPainter &painter, const PrintHead &head, const QRectF &foot, int page, int pages)
{
    painter.setPen(mutedInk);
    const QString number = told(QT_TRANSLATE_NOOP("Kartoteka::PrintDocument", "Page %1 of %2")).arg(page + 1).arg(pages);
    const int room = int(foot.width() - painter.fontMetrics().horizontalAdvance(number) - 12);
    painter.drawText(foot, Qt::AlignBottom | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(head.printed, Qt::ElideRight, room));
    painter.drawText(foot, Qt::AlignBottom | Qt::AlignRight, number);
}

void paintPage(QPainter &painter, const PrintDocument &document, const QSizeF &size, int page, int pages)
{
    QFont font = painter.font();
    font.setPixelSize(smallFont);
    font.setHintingPreference(QFont::PreferNoHinting);
    painter.setFont(font);
    paintHead(painter, document.head, size.width());
    paintFoot(painter, document.head, QRectF(0, size.height() - footHeight, size.width(), footHeight), page, pages);
    painter.translate(0, headHeight);
    document.body->paint(painter, page);
}

} // namespace

Result<PrintHead> readPrintHead(const ReadContext &context, const QString &file, qint64 person)
{
    auto company = readOwnCompany(context);
    if (!company)
        return company.error();
    PrintHead head{*company ? (*company)->name : file, {}, {}};
    if (*company && (*company)->logo != 0) {
        auto logo = readPicture(context, (*company)->logo, largestLogo);
        if (logo) // without it the name stands alone
            head.logo = *logo;
    }
    const QString now = context.clock->localNow().toString(typedMomentFormat());
    const User *user = context.schema->user(person);
    head.printed = user ? told(QT_TRANSLATE_NOOP("Kartoteka::PrintDocument", "Printed %1 by %2")).arg(now, user->name)
                        : told(QT_TRANSLATE_NOOP("Kartoteka::PrintDocument", "Printed %1")).arg(now);
    return head;
}

std::shared_ptr<PrintBody> printedBody(std::unique_ptr<QTextDocument> text)
{
    return std::make_shared<PrintText>(std::move(text));
}

Result<void> printPages(const PrintDocument &document, QPagedPaintDevice &device)
{
    QPainter painter;
    if (!painter.begin(&device)) {
        return Error{ErrorCode::Refused,
                     told(QT_TRANSLATE_NOOP("Kartoteka::PrintDocument",
                                            "Nothing was printed: check that the printer is connected and switched on.")),
                     {},
                     {}};
    }
    painter.scale(device.logicalDpiX() / pointsPerInch, device.logicalDpiY() / pointsPerInch);
    const QSizeF size = device.pageLayout().paintRect(QPageLayout::Point).size();
    const int pages = qMax(1, document.body->layOut(size - QSizeF(0, headHeight + footHeight)));
    const QPageRanges wanted = device.pageRanges();
    bool isFirst = true;
    for (int page = 0; page < pages; ++page) {
        if (!wanted.isEmpty() && !wanted.contains(page + 1))
            continue;
        if (!std::exchange(isFirst, false))
            device.newPage();
        painter.save();
        paintPage(painter, document, size, page, pages);
        painter.restore();
    }
    return {};
}

Result<void> writePdf(const PrintDocument &document, const QPageLayout &layout, const QString &path)
{
    auto file = OutputFile::open(path, {OutputKind::SameName, u"pdf"_s});
    if (!file)
        return file.error();
    {
        QPdfWriter writer(&(*file)->device());
        writer.setTitle(document.name);
        writer.setCreator(QCoreApplication::applicationName());
        writer.setPageLayout(layout);
        if (auto done = printPages(document, writer); !done)
            return done.error();
    }
    return (*file)->commit();
}

QPageLayout usualPages(QPageLayout::Orientation orientation)
{
    const bool isImperial = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
    return {QPageSize(isImperial ? QPageSize::Letter : QPageSize::A4), orientation,
            QMarginsF(margin, margin, margin, margin), QPageLayout::Point};
}

} // namespace Kartoteka
