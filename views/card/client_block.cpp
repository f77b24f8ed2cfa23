// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/client_block.h"

#include "views/theme/theme.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/menu_key.h"
#include "views/widgets/menu_text.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int shown = 3;       ///< phones and addresses
constexpr int buttonSide = 28; ///< so that a name has the room
constexpr int roomy = 380;     ///< as wide as a name and the buttons beside it

QString reachLine(const ClientReach &client)
{
    QStringList lines;
    for (const Member &phone : client.phones)
        lines << phoneTarget(phone, {}).shown;
    for (const Member &mail : client.emails)
        lines << mail.text;
    const qsizetype more = lines.size() - shown;
    lines = lines.mid(0, shown);
    if (more > 0)
        lines << ClientBlock::tr("%n more", nullptr, int(more));
    return lines.join(u" · "_s);
}

/// By which the card goes to its neighbours where no client has the focus.
bool isMoveKey(const QKeyEvent &event)
{
    return event.modifiers() == Qt::AltModifier && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down);
}

} // namespace

ClientBlock::ClientBlock(const Shown &shown, const QString &icon, QWidget *parent)
    : QWidget(parent), m_client(shown.client), m_state(shown.state)
{
    setObjectName(u"client_%1"_s.arg(m_client.client.id));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::s, 2, 0, 2);
    layout->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::xs);
    auto *name = new ElidedLabel(m_client.title, this);
    m_name = name;
    name->setObjectName(u"clientName"_s);
    name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *symbol = new QLabel(this);
    const int side = scaled(18, fontMetrics());
    symbol->setPixmap(Theme::of(palette()).icon(icon, ColourRole::Muted).pixmap(side, side));
    row->addWidget(symbol);
    row->addWidget(name, 1);
    if (!m_state.isNew) {
        QPalette link = name->palette();
        link.setColor(QPalette::WindowText, Theme::of(palette()).colour(ColourRole::Accent));
        name->setPalette(link);
        name->setForegroundRole(QPalette::WindowText);
        name->setCursor(Qt::PointingHandCursor);
        name->setFocusPolicy(Qt::TabFocus);
        name->setAccessibleName(tr("Client: %1").arg(m_client.title));
        connect(name, &ElidedLabel::clicked, this, &ClientBlock::opened);
    }
    if (m_state.isDeleted) {
        QFont struck = name->font();
        struck.setStrikeOut(true);
        name->setFont(struck);
        name->setToolTip(tr("In the recycle bin"));
    }
    m_acts = new QWidget(this);
    auto *acts = new QHBoxLayout(m_acts);
    acts->setContentsMargins(0, 0, 0, 0);
    acts->setSpacing(Space::xs);
    const auto add = [&](const QString &object, const QString &picture, const QString &tip, auto act) {
        QToolButton *button = makeIconButton(this, object, picture, tip);
        button->installEventFilter(this);
        const int wide = scaled(buttonSide, fontMetrics());
        button->setFixedSize(wide, wide);
        button->setProperty("tight", true);
        (object == u"clientPrimary"_s ? row : acts)->addWidget(button);
        connect(button, &QToolButton::clicked, this, [act, button] { act(button); });
        return button;
    };
    if (m_state.isPrimary || m_state.canBePrimary) {
        QToolButton *star = add(u"clientPrimary"_s, u"star"_s,
                                m_state.isPrimary ? tr("The primary contact")
                                                  : tr("Make %1 the primary contact (Ctrl+Shift+Up)").arg(m_client.title),
                                [this](QToolButton *) {
                                    if (m_state.canBePrimary)
                                        emit primaryWanted();
                                });
        if (m_state.isPrimary)
            star->setIcon(Theme::of(palette()).icon(u"star"_s, ColourRole::Warning));
    }
    if (!m_client.phones.isEmpty() && !m_state.isNew) {
        add(u"clientCall"_s, u"phone"_s, tr("Call %1").arg(m_client.title), [this](QToolButton *b) { showCallMenu(b); });
        add(u"clientMessage"_s, u"comment"_s, tr("Write a message to %1").arg(m_client.title),
            [this](QToolButton *b) { showMessengerMenu(b); });
    }
    if (!m_client.emails.isEmpty() && !m_state.isNew)
        add(u"clientWrite"_s, u"mail"_s, tr("Write an e-mail to %1").arg(m_client.title),
            [this](QToolButton *b) { showMailMenu(b); });
    else if (!m_client.phones.isEmpty() && !m_state.isNew)
        acts->addSpacing(scaled(buttonSide, fontMetrics())); // the same buttons stand one below the other
    m_remove = add(u"clientRemove"_s, u"close"_s, tr("Remove %1").arg(m_client.title),
                   [this](QToolButton *) { emit removeWanted(); });
    m_name->installEventFilter(this);
    row->addWidget(m_acts);
    showActs();
    layout->addLayout(row);
    if (const QString line = reachLine(m_client); !line.isEmpty()) {
        auto *reach = new ElidedLabel(line, this);
        reach->setFont(Theme::small(font()));
        reach->setProperty("muted", true);
        reach->setContentsMargins(side + Space::xs, 0, 0, 0);
        layout->addWidget(reach);
    }
}

/// What takes away keeps its place and is seen when it is wanted; where a name would be cut that goes for all of them.
void ClientBlock::showActs()
{
    const QWidget *focused = QApplication::focusWidget();
    const bool isWanted = m_hovered || (focused && isAncestorOf(focused));
    m_name->setMinimumHeight(m_acts->sizeHint().height()); // rows keep their places while buttons come and go
    m_acts->setVisible(isWanted || width() >= scaled(roomy, fontMetrics()));
    m_remove->setIcon(m_hovered || m_remove->hasFocus() ? Theme::of(palette()).icon(u"close"_s, ColourRole::Muted)
                                                        : QIcon());
}

void ClientBlock::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showActs();
}

void ClientBlock::enterEvent(QEnterEvent *)
{
    m_hovered = true;
    showActs();
}

void ClientBlock::leaveEvent(QEvent *)
{
    m_hovered = false;
    showActs();
}

bool ClientBlock::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &ClientBlock::showActs, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void ClientBlock::showCallMenu(QToolButton *button)
{
    if (m_client.phones.size() == 1) {
        emit reachWanted(phoneTarget(m_client.phones.first(), m_client.title));
        return;
    }
    QMenu menu(this);
    for (const Member &phone : std::as_const(m_client.phones)) {
        const ReachTarget target = phoneTarget(phone, m_client.title);
        menu.addAction(menuText(target.shown), this, [this, target] { emit reachWanted(target); });
    }
    menu.exec(button->mapToGlobal(QPoint(0, button->height())));
}

void ClientBlock::showMailMenu(QToolButton *button)
{
    if (m_client.emails.size() == 1) {
        emit reachWanted(mailTarget(m_client.emails.first(), m_client.title));
        return;
    }
    QMenu menu(this);
    for (const Member &mail : std::as_const(m_client.emails)) {
        const ReachTarget target = mailTarget(mail, m_client.title);
        menu.addAction(menuText(target.shown), this, [this, target] { emit reachWanted(target); });
    }
    menu.exec(button->mapToGlobal(QPoint(0, button->height())));
}

void ClientBlock::showMessengerMenu(QToolButton *button)
{
    QMenu menu(this);
    const bool several = m_client.phones.size() > 1;
    for (const Member &phone : std::as_const(m_client.phones)) {
        QMenu *of = several ? menu.addMenu(menuText(phoneTarget(phone, {}).shown)) : &menu;
        for (const ReachWay way : messengers()) {
            const ReachTarget target = phoneTarget(phone, m_client.title, way);
            of->addAction(messengerName(way), this, [this, target] { emit reachWanted(target); });
        }
    }
    menu.exec(button->mapToGlobal(QPoint(0, button->height())));
}

void ClientBlock::takeFocus()
{
    m_name->setFocus();
}

bool ClientBlock::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isOneOfSeveral() && isMoveKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ClientBlock::contextMenuEvent(QContextMenuEvent *event)
{
    const Theme &theme = Theme::of(palette());
    QMenu menu(this);
    menu.setObjectName(u"clientMenu"_s);
    if (!m_state.isNew)
        menu.addAction(withKey(tr("Open the card"), Qt::Key_Return), this, &ClientBlock::opened);
    if (isOneOfSeveral()) {
        menu.addAction(theme.icon(u"star"_s), withKey(tr("Make the primary contact"), Qt::CTRL | Qt::SHIFT | Qt::Key_Up),
                       this, &ClientBlock::primaryWanted)
            ->setEnabled(m_state.canBePrimary);
        menu.addAction(withKey(tr("Move up"), Qt::ALT | Qt::Key_Up), this, [this] { emit moveWanted(-1); })
            ->setEnabled(m_state.canBePrimary);
        menu.addAction(withKey(tr("Move down"), Qt::ALT | Qt::Key_Down), this, [this] { emit moveWanted(1); });
    }
    menu.addSeparator();
    menu.addAction(theme.icon(u"close"_s), withKey(tr("Remove"), Qt::Key_Delete), this, &ClientBlock::removeWanted);
    menu.exec(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(QPoint(Space::xl, height() / 2))
                                                             : event->globalPos());
}

void ClientBlock::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isUp = event->key() == Qt::Key_Up && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (isUp && m_state.canBePrimary)
        emit primaryWanted();
    else if (isMoveKey(*event) && isOneOfSeveral())
        emit moveWanted(event->key() == Qt::Key_Up ? -1 : 1);
    else if (isEnter && !m_state.isNew)
        emit opened();
    else if (event->key() == Qt::Key_Delete)
        emit removeWanted();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Kartoteka
