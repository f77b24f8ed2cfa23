// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/contact_draft.h"

#include "views/theme/theme.h"
#include "views/widgets/icon_button.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace Kartoteka {

ContactDraft::ContactDraft(QWidget *parent) : QFrame(parent)
{
    setObjectName(u"contactDraft"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::m, Space::s, Space::s, Space::m);
    layout->setSpacing(Space::s);
    auto *head = new QHBoxLayout;
    m_what = new QLabel(this);
    m_what->setFont(Theme::strong(font()));
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    head->addWidget(m_what, 1);
    QToolButton *discarding = makeIconButton(this, u"contactDiscard"_s, u"close"_s, tr("Discard (Esc)"));
    head->addWidget(discarding, 0, Qt::AlignTop);
    layout->addLayout(head);
    m_result = new QLineEdit(this);
    m_result->setObjectName(u"contactResult"_s);
    m_result->setPlaceholderText(tr("What was the result?"));
    m_result->setAccessibleName(tr("Result"));
    m_result->installEventFilter(this);
    layout->addWidget(m_result);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(Space::s);
    auto *noting = new QPushButton(tr("Save"), this);
    noting->setObjectName(u"contactNote"_s);
    makePrimary(noting);
    auto *planning = new QPushButton(tr("Save and plan next…"), this);
    planning->setObjectName(u"contactPlan"_s);
    acts->addWidget(noting);
    acts->addWidget(planning);
    acts->addStretch(1);
    layout->addLayout(acts);
    hide();
    connect(discarding, &QToolButton::clicked, this, &ContactDraft::discard);
    connect(noting, &QPushButton::clicked, this, &ContactDraft::note);
    connect(planning, &QPushButton::clicked, this, [this] {
        note();
        emit planWanted();
    });
}

void ContactDraft::begin(const ReachTarget &target)
{
    m_target = target;
    m_what->setText(target.who.isEmpty() ? reachedText(target) : reachedText(target) + u" · "_s + target.who);
    m_result->clear();
    m_before = QApplication::focusWidget();
    show();
    m_result->setFocus();
}

void ContactDraft::discard()
{
    m_target.reset();
    m_result->clear();
    if (const QWidget *focused = QApplication::focusWidget(); focused && isAncestorOf(focused) && m_before)
        m_before->setFocus(); // else it would go to whatever comes next
    hide();
}

bool ContactDraft::hasUnsaved() const
{
    return m_target && !m_result->text().trimmed().isEmpty();
}

ActivityDraft ContactDraft::noted() const
{
    ActivityDraft draft;
    if (!m_target)
        return draft;
    draft.title = reachedText(*m_target);
    draft.description = m_result->text().trimmed();
    draft.kind = activityKind(m_target->way);
    draft.done = true;
    draft.reminders = QString(); // it is done
    return draft;
}

void ContactDraft::note()
{
    if (!m_target)
        return;
    const ActivityDraft done = noted();
    discard();
    emit noteWanted(done);
}

bool ContactDraft::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_result && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            discard();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            note();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace Kartoteka
