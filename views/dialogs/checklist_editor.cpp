// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/checklist_editor.h"

#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int mostSteps = 6; ///< before it scrolls

enum StepRole { StepIdRole = Qt::UserRole, RankRole };

} // namespace

ChecklistEditor::ChecklistEditor(QWidget *parent)
    : QWidget(parent), m_progress(new QLabel(this)), m_list(new QListWidget(this)), m_new(new QLineEdit(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    m_progress->setObjectName(u"stepsProgress"_s);
    m_progress->setProperty("muted", true);
    m_progress->setFont(Theme::small(font()));
    layout->addWidget(m_progress);
    m_list->setObjectName(u"stepsList"_s);
    m_list->setAccessibleName(tr("Steps"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_list->installEventFilter(this);
    layout->addWidget(m_list);
    m_new->setObjectName(u"stepsNew"_s);
    m_new->setAccessibleName(tr("New step"));
    m_new->setPlaceholderText(tr("Add a step, Enter for the next one"));
    m_new->installEventFilter(this);
    layout->addWidget(m_new);
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        showProgress();
        emit changed();
    });
    showProgress();
}

void ChecklistEditor::append(const ChecklistItem &step)
{
    const QSignalBlocker quiet(m_list);
    auto *item = new QListWidgetItem(step.text, m_list);
    item->setFlags(item->flags() | Qt::ItemIsEditable | Qt::ItemIsUserCheckable);
    item->setCheckState(step.done ? Qt::Checked : Qt::Unchecked);
    item->setData(StepIdRole, step.id);
    item->setData(RankRole, step.rank);
}

void ChecklistEditor::setSteps(const Checklist &steps)
{
    m_list->clear();
    for (const ChecklistItem &step : steps)
        append(step);
    showProgress();
}

Checklist ChecklistEditor::steps() const
{
    Checklist steps;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        ChecklistItem step;
        step.id = item->data(StepIdRole).toLongLong();
        step.text = item->text();
        step.done = item->checkState() == Qt::Checked;
        step.rank = item->data(RankRole).toDouble();
        steps << step;
    }
    if (const QString text = m_new->text().trimmed(); !text.isEmpty()) {
        ChecklistItem step;
        step.text = text;
        steps << step;
    }
    return steps;
}

void ChecklistEditor::takeFocus()
{
    m_new->setFocus();
}

void ChecklistEditor::add()
{
    ChecklistItem step;
    step.text = m_new->text().trimmed();
    if (step.text.isEmpty())
        return;
    append(step);
    m_new->clear();
    m_list->scrollToBottom();
    showProgress();
    emit changed();
    // The list has grown by a row: where one goes on writing stays in view, once that has its place.
    constexpr int settled = 50; ///< ms; the layouts above take their turns one after the other
    QTimer::singleShot(settled, this, [this] {
        QWidget *above = parentWidget();
        while (above && !qobject_cast<QScrollArea *>(above))
            above = above->parentWidget();
        if (above)
            static_cast<QScrollArea *>(above)->ensureWidgetVisible(m_new, 0, Space::l);
    });
}

void ChecklistEditor::move(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    m_list->insertItem(to, m_list->takeItem(from));
    m_list->setCurrentRow(to);
    emit changed();
}

void ChecklistEditor::showProgress()
{
    int done = 0;
    for (int row = 0; row < m_list->count(); ++row)
        done += m_list->item(row)->checkState() == Qt::Checked ? 1 : 0;
    m_progress->setText(tr("%1 of %2 done").arg(done).arg(m_list->count()));
    m_progress->setVisible(m_list->count() > 0);
    m_list->setVisible(m_list->count() > 0);
    const int row = m_list->count() > 0 ? m_list->sizeHintForRow(0) : 0;
    m_list->setFixedHeight(qMin(m_list->count(), mostSteps) * row + 2 * m_list->frameWidth());
}

bool ChecklistEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *pressed = static_cast<QKeyEvent *>(event);
    const int key = pressed->key();
    if (watched == m_new && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        if (m_new->text().trimmed().isEmpty())
            return QWidget::eventFilter(watched, event); // the dialog's
        add();
        return true;
    }
    if (watched != m_list)
        return QWidget::eventFilter(watched, event);
    if (key == Qt::Key_Delete) {
        delete m_list->takeItem(m_list->currentRow());
        showProgress();
        emit changed();
        return true;
    }
    if (pressed->modifiers() == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        move(key == Qt::Key_Up ? -1 : 1);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Kartoteka
