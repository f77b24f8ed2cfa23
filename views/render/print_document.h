// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record/read_context.h"

#include <QImage>
#include <QPageLayout>

#include <memory>

class QPagedPaintDevice;
class QPainter;
class QTextDocument;

namespace Kartoteka {

/// What is painted on the pages of a document, between the running head and the foot. Measured in points (1/72 inch): a font of
/// so many pixels has as many points. Dark on white, whatever the window looks like.
class PrintBody
{
public:
    virtual ~PrintBody() = default;
    /// Lays itself out for pages of this size. @return how many they are.
    virtual int layOut(const QSizeF &page) = 0;
    /// Paints one of them, from 0 on; the origin is its upper left.
    virtual void paint(QPainter &painter, int page) = 0;
};

/// A text as a body: it flows from page to page.
std::shared_ptr<PrintBody> printedBody(std::unique_ptr<QTextDocument> text);

/// What stands above and below every page.
struct PrintHead
{
    QString office;
    QImage logo;     ///< of the office; null: none
    QString printed; ///< when and by whom
};

/// Reads it: the company that the office is, and its logo. @p file: what the office is called without a company.
Result<PrintHead> readPrintHead(const ReadContext &context, const QString &file, qint64 person);

/// Something to be printed, written as PDF or shown as it will be.
struct PrintDocument
{
    QString name; ///< of the job, and of the file that is offered
    PrintHead head;
    QPageLayout::Orientation orientation = QPageLayout::Portrait;
    std::shared_ptr<PrintBody> body;
};

/// Paints the pages that the device wants, in the layout that it has. Refused when nothing can be painted there.
Result<void> printPages(const PrintDocument &document, QPagedPaintDevice &device);
/// Writes a document as PDF; what stands at @p path is replaced if it is one too.
Result<void> writePdf(const PrintDocument &document, const QPageLayout &layout, const QString &path);
/// How pages lie on the paper of this country, with margins that every printer has room for.
QPageLayout usualPages(QPageLayout::Orientation orientation);

} // namespace Kartoteka
