// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/activity_files.h"

#include "views/fields/opened_copies.h"
#include "views/theme/theme.h"
#include "views/widgets/file_chooser.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int mostFiles = 4; ///< before it scrolls

enum FileRole { FileIdRole = Qt::UserRole, ReadingRole };

} // namespace

ActivityFiles::ActivityFiles(Store &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_opened(new OpenedCopies(store, this))
    , m_problem(new QLabel(this))
    , m_list(new QListWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    m_list->setObjectName(u"activityFiles"_s);
    m_list->setAccessibleName(tr("Files"));
    m_list->setToolTip(tr("Enter opens a file, Del removes it"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->installEventFilter(this);
    setAcceptDrops(true); // by the whole: the list is not seen before the first file
    layout->addWidget(m_list);
    auto *add = new QPushButton(Theme::of(palette()).icon(u"clip"_s), tr("Attach a file…"), this);
    add->setObjectName(u"activityFilesAdd"_s);
    add->setAutoDefault(false);
    layout->addWidget(add, 0, Qt::AlignLeft);
    m_problem->setProperty("problem", true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    setFocusProxy(add);
    connect(m_opened, &OpenedCopies::failed, this, [this](const Error &error) {
        m_problem->setText(error.message);
        m_problem->show();
        emit changed();
    });
    connect(add, &QPushButton::clicked, this, &ActivityFiles::ask);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &ActivityFiles::open);
    m_list->hide();
}

void ActivityFiles::setActivity(const ItemRef &activity)
{
    const auto known = activity.id == 0 ? Result<QList<Attachment>>(QList<Attachment>())
                                        : readAttachments(m_store.reader(), activity);
    m_known = known ? *known : QList<Attachment>();
    m_list->clear();
    m_read.clear();
    for (const Attachment &one : std::as_const(m_known))
        show(one.id, one.name, 0);
}

/// @p reading: number of one that was chosen; 0 for one that is attached.
void ActivityFiles::show(qint64 id, const QString &name, int reading)
{
    auto *row = new QListWidgetItem(Theme::of(palette()).icon(u"file"_s), name, m_list);
    row->setData(FileIdRole, id);
    row->setData(ReadingRole, reading);
    m_list->setCurrentItem(row);
    fitHeight();
}

void ActivityFiles::fitHeight()
{
    m_list->setFixedHeight(qMin(m_list->count(), mostFiles) * qMax(1, m_list->sizeHintForRow(0)) + 2 * m_list->frameWidth());
    m_list->setVisible(!isEmpty());
}

void ActivityFiles::ask()
{
    attach(askForFiles(this, {FileQuestion::Kind::OpenMany, tr("Attach a file")}));
}

void ActivityFiles::attach(const QStringList &paths)
{
    for (const QString &path : paths) {
        show(0, QFileInfo(path).fileName(), ++m_lastReading);
        read(path, m_lastReading);
    }
    emit changed();
}

void ActivityFiles::read(const QString &path, int reading)
{
    m_store.read<ChangeSet>({}, [path](const ReadContext &) { return planAttach({}, path); })
        .then(this, [this, reading](const Result<ChangeSet> &contents) { m_read.insert(reading, contents); });
}

bool ActivityFiles::isEmpty() const
{
    return m_list->count() == 0;
}

void ActivityFiles::open()
{
    if (const QListWidgetItem *row = m_list->currentItem(); row && row->data(FileIdRole).toLongLong() != 0)
        m_opened->open(row->data(FileIdRole).toLongLong());
}

void ActivityFiles::remove()
{
    if (const QListWidgetItem *row = m_list->currentItem())
        m_read.remove(row->data(ReadingRole).toInt());
    delete m_list->currentItem();
    fitHeight();
    emit changed();
}

bool ActivityFiles::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == m_list) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (key == Qt::Key_Delete)
            remove();
        else if (isEnter)
            open();
        return isEnter || key == Qt::Key_Delete;
    }
    return QWidget::eventFilter(watched, event);
}

void ActivityFiles::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(!attachableFiles(*event->mimeData()).isEmpty());
}

void ActivityFiles::dragMoveEvent(QDragMoveEvent *event)
{
    event->setAccepted(!attachableFiles(*event->mimeData()).isEmpty());
}

void ActivityFiles::dropEvent(QDropEvent *event)
{
    const QStringList paths = attachableFiles(*event->mimeData());
    event->setDropAction(Qt::CopyAction); // whoever gives a file keeps it
    event->setAccepted(!paths.isEmpty());
    attach(paths);
}

Result<ChangeSet> ActivityFiles::changes(const ItemRef &activity) const
{
    ChangeSet all;
    QList<qint64> kept;
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem *row = m_list->item(i);
        kept << row->data(FileIdRole).toLongLong();
        if (kept.constLast() != 0)
            continue;
        const auto contents = m_read.constFind(row->data(ReadingRole).toInt());
        if (contents == m_read.cend()) {
            return Error{
                ErrorCode::Refused, tr("“%1” is still being read. Try again in a moment.").arg(row->text()), {}, {}};
        }
        if (!*contents)
            return contents->error();
        for (Change change : (*contents)->changes) {
            std::ranges::find(change.values, u"owner"_s, &FieldValue::field)->value = toValue(activity); // known now
            all.changes << change;
        }
        all.contents.insert((*contents)->contents);
    }
    for (const Attachment &one : m_known) {
        if (!kept.contains(one.id))
            all.changes += planDetach(one, m_store.clock().now()).changes;
    }
    return all;
}

ChangeSet ActivityFiles::allAway() const
{
    ChangeSet all;
    for (const Attachment &one : m_known)
        all.changes += planDetach(one, m_store.clock().now()).changes;
    return all;
}

} // namespace Kartoteka
