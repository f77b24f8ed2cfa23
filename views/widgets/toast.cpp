// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/toast.h"

#include "views/theme/motion.h"
#include "views/theme/theme.h"
#include "views/widgets/tab_order.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int shownMs = 6000;
constexpr int actableMs = 10'000; ///< it holds an act that one may want to reach
constexpr int riseMs = 160;
constexpr int footHeight = 44;
constexpr int shortOfTwoLines = 80; ///< what breaking between words may cost

/// A text that is too long for one line, and can be broken.
bool takesTwoLines(const QString &text, const QFontMetrics &metrics, int line)
{
    const QStringList words = text.split(u' ');
    return metrics.horizontalAdvance(text) > line
        && std::ranges::all_of(words, [&](const QString &word) { return metrics.horizontalAdvance(word) < line / 2; });
}
} // namespace

Toast::Toast(QWidget *parent) : QWidget(parent), m_rise(this, "pos")
{
    setObjectName(u"toast"_s);
    walkAfter(*this);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::l, Space::xs, Space::xs, Space::xs);
    layout->setSpacing(Space::s);
    m_text = new QLabel(this);
    m_undo = new QPushButton(tr("Undo"), this);
    m_undo->setObjectName(u"toastUndo"_s);
    m_undo->setToolTip(tr("Undo (Ctrl+Z; F6 to focus)"));
    m_undo->setAutoDefault(false); // Enter in a line of a dialog is not meant for it
    m_undo->installEventFilter(this);
    layout->addWidget(m_text);
    layout->addWidget(m_undo);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        emit undoWanted();
    });
    m_timer.setSingleShot(true);
    m_timer.setInterval(shownMs);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    m_rise.setDuration(riseMs);
    m_rise.setEasingCurve(QEasingCurve::OutCubic);
    connect(new QShortcut(QKeySequence(Qt::Key_F6), this), &QShortcut::activated, this, &Toast::takeFocus);
    parent->installEventFilter(this);
    hide();
}

void Toast::show(const QString &text, bool undoable)
{
    const int line = qMax(200, parentWidget()->width() / 2);
    const bool wraps = takesTwoLines(text, fontMetrics(), line);
    m_text->setWordWrap(wraps);
    m_text->setMinimumWidth(wraps ? line : 0);
    m_text->setText(fontMetrics().elidedText(text, Qt::ElideRight, wraps ? 2 * line - shortOfTwoLines : line));
    m_text->setToolTip(text);
    setAccessibleName(text);
    m_undo->setVisible(undoable);
    layout()->setContentsMargins(Space::l, Space::s, undoable ? Space::xs : Space::l, Space::s);
    adjustSize();
    resize(sizeHint());
    const bool rises = !isVisible() && isMotionWanted();
    m_rise.stop();
    move(place() + QPoint(0, rises ? Space::l : 0));
    QWidget::show();
    raise();
    if (rises) {
        m_rise.setStartValue(pos());
        m_rise.setEndValue(place());
        m_rise.start();
    }
    m_timer.start(undoable ? actableMs : shownMs);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString Toast::text() const
{
    return isVisible() ? m_text->toolTip() : QString();
}

QPoint Toast::place() const
{
    // Above what a list has at its foot, the bar of its chosen rows too.
    return {Space::l, parentWidget()->height() - height() - scaled(footHeight, fontMetrics()) - 2 * Space::l};
}

/// Nobody is to lose what is being read or reached for.
void Toast::rest(bool stays)
{
    if (stays)
        m_timer.stop();
    else if (isVisible() && !underMouse() && !m_undo->hasFocus())
        m_timer.start();
}

void Toast::takeFocus()
{
    if (!m_undo->isVisible())
        return;
    m_before = QApplication::focusWidget();
    m_undo->setFocus();
}

KeyGroup Toast::keys()
{
    return {tr("Message"),
            {{{QKeySequence(Qt::Key_F6)}, tr("Go to Undo in the message")},
             {{QKeySequence(Qt::Key_Escape)}, tr("Back to where you were")}}};
}

void Toast::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    rest(true);
}

void Toast::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    rest(false);
}

void Toast::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_undo->hasFocus() && m_before)
        m_before->setFocus();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_undo) {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
            rest(event->type() == QEvent::FocusIn);
        if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            hide();
            return true;
        }
    } else if (event->type() == QEvent::Resize) {
        m_rise.stop();
        move(place());
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Kartoteka
