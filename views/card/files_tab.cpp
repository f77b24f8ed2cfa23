// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/files_tab.h"

#include "core/base/size_text.h"
#include "core/items/value_text.h"
#include "views/card/card_files.h"
#include "views/theme/theme.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/plain_table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

namespace {

enum Column { Name, Size, Author, When };

bool isSame(const Attachment &a, const Attachment &b)
{
    return a.id == b.id && a.name == b.name && a.size == b.size && a.author == b.author && a.at == b.at;
}

} // namespace

FilesTab::FilesTab(Store &store, QWidget *parent) : CardTab(parent), m_store(store), m_files(new CardFiles(store, this))
{
    setObjectName(u"filesTab"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::l, Space::m, Space::l, Space::m);
    layout->setSpacing(Space::s);
    auto *add = new QToolButton(this);
    add->setObjectName(u"filesAdd"_s);
    add->setText(tr("Attach a file…"));
    add->setIcon(Theme::of(palette()).icon(u"clip"_s, ColourRole::Accent));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Space::s, 0, Space::s, 0); // where the columns say what they do
    head->addWidget(add);
    head->addStretch(1);
    layout->addLayout(head);
    auto *body = new QWidget(this);
    auto *inside = new QVBoxLayout(body);
    inside->setContentsMargins(0, 0, 0, 0);
    makeTable();
    inside->addWidget(m_table);
    layout->addWidget(body, 1);
    m_empty = new EmptyState(body, false);
    m_empty->setText({.drawing = Drawing::List,
                      .title = tr("No files yet"),
                      .text = tr("Drop them on the card, paste them here, or choose them.")});
    setFocusProxy(add);
    connect(add, &QToolButton::clicked, this, [this] { m_files->askFile(m_item); });
    connect(m_files, &CardFiles::failed, this, &FilesTab::failed);
    connect(m_files, &CardFiles::done, this, &FilesTab::done);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const bool concerns = notice.whole
            || std::ranges::any_of(notice.records, [](const RecordChange &change) { return change.table == u"attachment"; });
        if (concerns)
            read();
    });
}

void FilesTab::makeTable()
{
    m_table = makePlainTable({tr("File"), tr("Size"), tr("Who"), tr("When")}, this);
    m_table->setObjectName(u"filesTable"_s);
    m_table->setAccessibleName(tr("Files"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFocusPolicy(Qt::StrongFocus);
    m_table->setTabKeyNavigation(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->setDefaultSectionSize(scaled(sizes().listRow, fontMetrics()));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_table->installEventFilter(this);
    connect(m_table, &QTableWidget::customContextMenuRequested, this, &FilesTab::showMenu);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &FilesTab::openCurrent);
}

void FilesTab::setItem(const Item &item)
{
    if (item.ref() == m_item)
        return; // it follows what happens to it
    m_item = item.ref();
    show({});
    m_empty->hide(); // until that is known
    read();
}

void FilesTab::read()
{
    m_reading.cancel();
    m_reading = CancelToken();
    m_store
        .read<QList<Attachment>>(m_reading, [item = m_item](ReadContext &context) { return readAttachments(context, item); })
        .then(this, [this, token = m_reading](const Result<QList<Attachment>> &files) {
            if (token.isCancelled())
                return;
            if (!files) {
                emit failed(files.error());
                return;
            }
            QList<Attachment> newest = *files;
            std::ranges::reverse(newest);
            show(newest);
        });
}

/// Rows that look the same stay, and with them what a person has chosen.
void FilesTab::show(const QList<Attachment> &files)
{
    m_table->setHidden(files.isEmpty());
    m_empty->setVisible(files.isEmpty());
    if (std::ranges::equal(files, m_shown, isSame))
        return;
    const qint64 chosen = current();
    m_shown = files;
    m_table->setRowCount(int(files.size()));
    const QIcon icon = Theme::of(palette()).icon(u"file"_s, ColourRole::Muted);
    const SchemaPtr schema = m_store.schema();
    for (int row = 0; row < files.size(); ++row) {
        const Attachment &file = files[row];
        const User *author = schema->user(file.author);
        const auto set = [&](Column column, const QString &text) {
            auto *cell = new QTableWidgetItem(text);
            cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            cell->setToolTip(text.toHtmlEscaped());
            m_table->setItem(row, column, cell);
            return cell;
        };
        set(Name, file.name)->setIcon(icon);
        set(Size, sizeText(file.size));
        set(Author, author ? author->name : QString());
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(file.at);
        set(When,
            u"%1 %2"_s.arg(shortDate(at.date(), QLocale(), m_store.clock().localNow().date()),
                           QLocale().toString(at.time(), QLocale::ShortFormat)));
        if (file.id == chosen)
            m_table->setCurrentCell(row, Name);
    }
    alignRight(*m_table, Size);
}

qint64 FilesTab::current() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_shown.size() ? m_shown[row].id : 0;
}

void FilesTab::openCurrent()
{
    if (const qint64 file = current(); file != 0)
        m_files->open(file);
}

void FilesTab::showMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    m_table->setCurrentIndex(index);
    QMenu menu(this);
    menu.setObjectName(u"fileMenu"_s);
    m_files->addTo(menu, current());
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

bool FilesTab::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return CardTab::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::Delete) && current() != 0)
        m_files->remove(current());
    else if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        openCurrent();
    else
        return CardTab::eventFilter(watched, event);
    return true;
}

} // namespace Kartoteka
