// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/render/print_preview.h"

#include "views/render/page_frame.h"
#include "views/theme/theme.h"
#include "views/widgets/file_chooser.h"
#include "views/widgets/icon_button.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGraphicsView>
#include <QHBoxLayout>
#include <QLabel>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QPrinterInfo>
#include <QPushButton>
#include <QToolButton>

namespace Kartoteka {

namespace {

constexpr QSize usualSize(820, 760);

} // namespace

PrintPreview::PrintPreview(const QString &title, QWidget *parent)
    : WalkedDialog(parent), m_paper(std::make_unique<QPrinter>(QPrinter::HighResolution))
{
    setObjectName(u"printPreview"_s);
    setWindowTitle(title);
    resize(dialogSize(*parent, usualSize));
    m_paper->setOutputFormat(QPrinter::PdfFormat); // no printer has a say in how pages look here
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::l, Space::l, Space::l, Space::l);
    layout->setSpacing(Space::m);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::m);
    m_choices = new QHBoxLayout;
    m_choices->setSpacing(Space::m);
    row->addLayout(m_choices);
    row->addStretch(1);
    layout->addLayout(row);
    m_pages = new QPrintPreviewWidget(m_paper.get(), this);
    m_pages->setObjectName(u"printPages"_s);
    m_pages->setAccessibleName(tr("Pages"));
    m_pages->setZoomMode(QPrintPreviewWidget::FitToWidth);
    if (auto *view = m_pages->findChild<QGraphicsView *>()) { // the toolkit's own grey is that of no theme
        view->setBackgroundBrush(Theme::of(palette()).colour(ColourRole::Lane));
        view->setAccessibleName(tr("Pages")); // the keys scroll it
        view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        connect(m_pages, &QPrintPreviewWidget::previewChanged, view,
                [this, view] { framePages(*view, Theme::of(palette())); });
    }
    layout->addWidget(m_pages, 1);
    connect(m_pages, &QPrintPreviewWidget::paintRequested, this, [this](QPrinter *printer) {
        if (m_document.body)
            (void)printPages(m_document, *printer); // into memory: nothing to be told
    });
    connect(m_pages, &QPrintPreviewWidget::previewChanged, this, &PrintPreview::showPlace);
    addPaper();
    row->addWidget(m_size);
    row->addWidget(m_turn);
    addFoot(*layout);
}

PrintPreview::~PrintPreview()
{
    delete m_pages; // before the printer on which it paints
}

void PrintPreview::addPaper()
{
    m_size = new QComboBox(this);
    m_size->setObjectName(u"printPaper"_s);
    m_size->setAccessibleName(tr("Paper"));
    m_size->setToolTip(tr("Paper"));
    const QPageSize usual = usualPages(QPageLayout::Portrait).pageSize();
    for (const QPageSize::PageSizeId size :
         {QPageSize::A3, QPageSize::A4, QPageSize::A5, QPageSize::Letter, QPageSize::Legal}) {
        m_size->addItem(QPageSize::name(size).section(u' ', 0, 0), size);
        if (size == usual.id())
            m_size->setCurrentIndex(m_size->count() - 1);
    }
    m_turn = new QComboBox(this);
    m_turn->setObjectName(u"printTurn"_s);
    m_turn->setAccessibleName(tr("Orientation"));
    m_turn->setToolTip(tr("Orientation"));
    m_turn->addItem(tr("Portrait"), QPageLayout::Portrait);
    m_turn->addItem(tr("Landscape"), QPageLayout::Landscape);
    for (QComboBox *choice : {m_size, m_turn})
        connect(choice, &QComboBox::activated, this, &PrintPreview::choosePaper);
}

void PrintPreview::addFoot(QVBoxLayout &layout)
{
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Space::s);
    QToolButton *previous = makeIconButton(this, u"printPrevious"_s, u"chevron-up"_s, tr("Previous page"));
    QToolButton *next = makeIconButton(this, u"printNext"_s, u"chevron-down"_s, tr("Next page"));
    connect(previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next, &QToolButton::clicked, this, [this] { step(1); });
    m_place = new QLabel(this);
    m_place->setObjectName(u"printPlace"_s);
    m_place->setProperty("muted", true);
    foot->addWidget(previous);
    foot->addWidget(next);
    foot->addWidget(m_place);
    foot->addStretch(1);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *paper = buttons->addButton(tr("Print…"), QDialogButtonBox::AcceptRole);
    paper->setObjectName(u"printNow"_s);
    makePrimary(paper);
    paper->setDefault(true);
    QPushButton *file = buttons->addButton(tr("Save as PDF…"), QDialogButtonBox::ActionRole);
    file->setObjectName(u"printPdf"_s);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole)->setObjectName(u"dialogCancel"_s);
    connect(paper, &QPushButton::clicked, this, &PrintPreview::print);
    connect(file, &QPushButton::clicked, this, &PrintPreview::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    foot->addWidget(buttons);
    layout.addLayout(foot);
}

void PrintPreview::setDocument(const PrintDocument &document)
{
    const bool isFirst = !m_document.body;
    m_document = document;
    if (isFirst) // later on it is the person's choice
        m_turn->setCurrentIndex(m_turn->findData(document.orientation));
    choosePaper();
}

int PrintPreview::pageCount() const
{
    return m_pages->pageCount();
}

void PrintPreview::choosePaper()
{
    QPageLayout layout = usualPages(QPageLayout::Orientation(m_turn->currentData().toInt()));
    layout.setPageSize(QPageSize(QPageSize::PageSizeId(m_size->currentData().toInt())), layout.margins());
    m_paper->setPageLayout(layout);
    m_pages->updatePreview();
    showPlace();
}

void PrintPreview::step(int pages)
{
    m_pages->setCurrentPage(qBound(1, m_pages->currentPage() + pages, m_pages->pageCount()));
    showPlace();
}

void PrintPreview::showPlace()
{
    m_place->setText(tr("%1 of %2", "number of a page").arg(m_pages->currentPage()).arg(m_pages->pageCount()));
}

void PrintPreview::print()
{
    if (QPrinterInfo::availablePrinterNames().isEmpty()) {
        emit failed(
            {ErrorCode::Refused, tr("No printer is set up on this computer. Save the document as PDF instead."), {}, {}});
        return;
    }
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(m_document.name);
    printer.setPageLayout(m_paper->pageLayout());
    QPrintDialog dialog(&printer, this);
    // A file is written by the other button: the toolkit's dialog for it opens databases to tell their type.
    dialog.setOption(QAbstractPrintDialog::PrintToFile, false);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (auto printed = printPages(m_document, printer); !printed) {
        emit failed(printed.error());
        return;
    }
    emit done(tr("Sent to the printer: %1").arg(m_document.name));
    accept();
}

void PrintPreview::save()
{
    const QString path = askForFile(this,
                                    {FileQuestion::Kind::Save, tr("Save as PDF"), tr("PDF (*.pdf)"),
                                     plainFileName(QString(m_document.name).replace(u'/', u'-')) + u".pdf"_s});
    if (path.isEmpty())
        return;
    if (auto written = writePdf(m_document, m_paper->pageLayout(), path); !written) {
        emit failed(written.error());
        return;
    }
    emit done(tr("Saved: %1").arg(QDir::toNativeSeparators(QFileInfo(path).fileName())));
    accept();
}

} // namespace Kartoteka
