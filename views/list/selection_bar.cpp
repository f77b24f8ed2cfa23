// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/selection_bar.h"

#include "views/theme/shadow.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/spoken_role.h"
#include "views/widgets/tab_order.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int barHeight = 44;
constexpr int shadowRoom = 16; ///< around the bar, for its shadow
} // namespace

SelectionBar::SelectionBar(QWidget *page) : QFrame(page)
{
    setObjectName(u"selectionBar"_s);
    speakAs(*this, QAccessible::ToolBar);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(shadowRoom + Space::m, shadowRoom, shadowRoom + Space::s, shadowRoom);
    layout->setSpacing(Space::xs);
    m_count = new QLabel(this);
    m_count->setObjectName(u"selectedCount"_s);
    m_count->setFont(Theme::strong(font()));
    layout->addWidget(m_count);
    m_all = makeButton(u"selectAllFound"_s, {}, {});
    layout->addWidget(m_all);
    m_acts = new QHBoxLayout;
    m_acts->setSpacing(Space::xs);
    layout->addLayout(m_acts);
    QToolButton *close = makeButton(u"selectionClose"_s, u"close"_s, tr("Clear the selection (Esc)"));
    close->setToolButtonStyle(Qt::ToolButtonIconOnly);
    layout->addWidget(close);
    connect(m_all, &QToolButton::clicked, this, &SelectionBar::allWanted);
    connect(close, &QToolButton::clicked, this, &SelectionBar::dismissed);
    page->installEventFilter(this);
    walkAfter(*this);
    hide();
}

QToolButton *SelectionBar::makeButton(const QString &name, const QString &icon, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    if (!icon.isEmpty())
        button->setIcon(Theme::dark().icon(icon, ColourRole::Text));
    button->setText(menuText(text));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setToolButtonStyle(icon.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    return button;
}

void SelectionBar::setActs(const QList<Act> &acts)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const Act &act : acts) {
        QToolButton *button = makeButton(act.name, act.icon, act.text);
        if (act.isDanger) {
            button->setIcon(Theme::dark().icon(act.icon, ColourRole::Danger));
            button->setProperty("danger", true);
        }
        if (act.opensMenu)
            speakAs(*button, QAccessible::ButtonMenu);
        button->setProperty("picture", act.isPicture);
        m_acts->addWidget(button);
        m_buttons << button;
        connect(button, &QToolButton::clicked, this, [button, run = act.run] { run(button->mapToGlobal(QPoint(0, 0))); });
    }
    // Those that stand between the count and the last one, in the order in which they are seen.
    QWidget *before = m_all;
    for (QToolButton *button : std::as_const(m_buttons)) {
        setTabOrder(before, button);
        before = button;
    }
    place();
}

void SelectionBar::setTicked(qsizetype ticked, qsizetype found)
{
    if (ticked == 0) {
        hide();
        return;
    }
    const bool isNew = isHidden();
    m_count->setText(tr("Selected: %1").arg(QLocale().toString(ticked)));
    m_all->setText(tr("select all %1").arg(QLocale().toString(found)));
    m_all->setToolTip(tr("Everything the filter finds, shown or not (Ctrl+A)"));
    m_all->setAccessibleName(m_all->text());
    m_all->setVisible(ticked < found);
    setAccessibleName(m_count->text());
    place();
    show();
    raise();
    QAccessibleEvent event(this, isNew ? QAccessible::Alert : QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void SelectionBar::setFoot(QWidget *foot)
{
    m_foot = foot;
    foot->installEventFilter(this);
}

/// For its whole width, with its shadow.
int SelectionBar::roomBesideFoot() const
{
    const int all = parentWidget()->width();
    return m_foot && m_foot->isVisible() ? m_foot->mapTo(parentWidget(), QPoint()).x() - Space::s + shadowRoom : all;
}

/// In the middle of the page's foot, or as near to it as what stands there leaves room; where it has no room for words, by its
/// pictures.
void SelectionBar::place()
{
    const int room = roomBesideFoot();
    for (const bool words : {true, false}) {
        for (QToolButton *button : std::as_const(m_buttons))
            button->setToolButtonStyle(words && !button->property("picture").toBool() ? Qt::ToolButtonTextBesideIcon
                                                                                      : Qt::ToolButtonIconOnly);
        layout()->activate();
        if (sizeHint().width() <= room)
            break;
    }
    const int height = scaled(barHeight, fontMetrics()) + 2 * shadowRoom;
    const int width = qMin(sizeHint().width(), parentWidget()->width());
    const int middle = (parentWidget()->width() - width) / 2;
    const int left = width <= room ? qMin(middle, room - width) : middle;
    setGeometry(left, parentWidget()->height() - height, width, height);
}

bool SelectionBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isFoot = m_foot && watched == m_foot && (event->type() == QEvent::Move || event->type() == QEvent::Resize);
    if (isFoot || (watched == parentWidget() && event->type() == QEvent::Resize))
        place();
    return QFrame::eventFilter(watched, event);
}

/// Dark on both: it is no part of the page.
void SelectionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect bar = rect().adjusted(shadowRoom, shadowRoom, -shadowRoom, -shadowRoom);
    paintShadow(painter, bar, Space::cardRadius, Elevation::Raised, Theme::of(palette()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::dark().colour(Theme::of(palette()).isDark() ? ColourRole::Raised : ColourRole::Lane));
    painter.drawRoundedRect(bar, Space::cardRadius, Space::cardRadius);
}

} // namespace Kartoteka
