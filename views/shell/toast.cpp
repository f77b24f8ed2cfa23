// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/toast.h"

#include "views/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int shownMs = 6000;
constexpr int actableMs = 10'000; ///< it holds an act that one may want to reach
} // namespace

Toast::Toast(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"toast"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::l, Space::xs, Space::xs, Space::xs);
    layout->setSpacing(Space::s);
    m_text = new QLabel(this);
    m_undo = new QPushButton(tr("Undo"), this);
    m_undo->setObjectName(u"toastUndo"_s);
    layout->addWidget(m_text);
    layout->addWidget(m_undo);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        emit undoWanted();
    });
    m_timer.setSingleShot(true);
    m_timer.setInterval(shownMs);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    parent->installEventFilter(this);
    hide();
}

void Toast::show(const QString &text, bool undoable)
{
    m_text->setText(fontMetrics().elidedText(text, Qt::ElideRight, qMax(200, parentWidget()->width() / 2)));
    m_text->setToolTip(text);
    setAccessibleName(text);
    m_undo->setVisible(undoable);
    layout()->setContentsMargins(Space::l, Space::s, undoable ? Space::xs : Space::l, Space::s);
    adjustSize();
    resize(sizeHint());
    place();
    QWidget::show();
    raise();
    m_timer.start(undoable ? actableMs : shownMs);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString Toast::text() const
{
    return isVisible() ? m_text->toolTip() : QString();
}

void Toast::place()
{
    // Above what a list has at its foot.
    move(Space::l, parentWidget()->height() - height() - 3 * Space::l);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace Kartoteka
