// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/sidebar.h"

#include "core/activities/explanation.h"
#include "core/schema/builtin_names.h"
#include "core/schema/roles.h"
#include "models/own_company_watch.h"
#include "views/fields/file_picture.h"
#include "views/shell/sidebar_button.h"
#include "views/theme/theme.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/empty_layout.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/initials.h"
#include "views/widgets/menu_heading.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/tip_text.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QScrollArea>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {
constexpr int fullWidth = 208;
}

Sidebar::Sidebar(Store &store, CounterModel &counters, QWidget *parent)
    : QWidget(parent), m_store(store), m_counters(counters), m_unread(store), m_exchange(store)
{
    setObjectName(u"sidebar"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(Space::s, Space::m, Space::s + 1, Space::s);
    m_layout->setSpacing(2);
    build();
    connect(&counters, &CounterModel::changed, this, [this] {
        for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
            it.value()->setLights(m_counters.lights(it.key()));
    });
    connect(&m_unread, &UnreadNotices::changed, this, [this] { m_bell->setCount(m_unread.count(), unreadWords()); });
    connect(&m_exchange, &ExchangeWatch::changed, this,
            [this] { m_seats->setDetail(m_exchange.shortText(), m_exchange.text()); });
    connect(&store, &Store::schemaChanged, this, &Sidebar::build);
    connect(&store, &Store::userChanged, this, &Sidebar::build);
}

QList<EntityType> Sidebar::sections(const Schema &schema)
{
    QList<EntityType> shown;
    for (const EntityType &type : schema.types()) {
        if (isActivities(type))
            shown.prepend(type);
        else if (type.isItem && type.listed)
            shown.append(type);
    }
    return shown;
}

QString Sidebar::nameOf(const EntityType &section)
{
    return isActivities(section) ? tr("My activities") : pluralName(section);
}

SidebarButton *Sidebar::addEntry(qint64 key, const QString &icon, const QString &name)
{
    auto *button = new SidebarButton(icon, name, this);
    button->setChecked(key == m_current);
    button->setCollapsed(m_collapsed);
    button->setLights(m_counters.lights(key));
    m_entries->addWidget(button);
    m_buttons.insert(key, button);
    return button;
}

void Sidebar::build()
{
    emptyLayout(m_layout);
    m_buttons.clear();
    m_layout->addWidget(makeHead());
    m_layout->addWidget(makeEntries(), 1);
    SidebarButton *myDay = addEntry(day, u"clock"_s, tr("My day"));
    myDay->setObjectName(u"dayEntry"_s);
    connect(myDay, &SidebarButton::clicked, this, [this] { emit ownChosen(day); });
    SidebarButton *ownCalendar = addEntry(calendar, u"calendar"_s, tr("Calendar"));
    ownCalendar->setObjectName(u"calendarEntry"_s);
    connect(ownCalendar, &SidebarButton::clicked, this, [this] { emit ownChosen(calendar); });
    for (const EntityType &type : sections(*m_store.schema())) {
        SidebarButton *button = addEntry(type.id, type.icon, nameOf(type));
        button->setColour(QColor(type.colour));
        button->setObjectName(u"section_"_s + type.code);
        connect(button, &SidebarButton::clicked, this, [this, id = type.id] { emit sectionChosen(id); });
        connect(button, &SidebarButton::counterChosen, this,
                [this, id = type.id](const QString &which) { emit counterChosen(id, which); });
        connect(button, &SidebarButton::explanationWanted, this,
                [this, button, id = type.id](const QPoint &global) { explain(button, id, global); });
    }
    m_entries->addStretch(1);
    addFoot();
    const User *user = m_store.schema()->user(m_store.user());
    m_user = new QToolButton(this);
    m_user->setObjectName(u"userButton"_s);
    m_user->setText(user ? user->name : QString());
    if (user) {
        const int side = scaled(20, fontMetrics());
        const QSize room(side + (m_collapsed ? 0 : Space::s), side); // a gap before the name
        QPixmap face(room * devicePixelRatio());
        face.setDevicePixelRatio(devicePixelRatio());
        face.fill(Qt::transparent);
        QPainter painter(&face);
        paintInitials(painter, QRect(0, 0, side, side), *user);
        painter.end();
        m_user->setIcon(face);
        m_user->setIconSize(room);
    }
    m_user->setToolButtonStyle(m_collapsed ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_user->setToolTip(tr("Working as %1").arg(user ? user->name : QString()));
    m_user->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_user, &QToolButton::clicked, this, &Sidebar::showUserMenu);
    m_layout->addWidget(m_user);
    setFixedWidth(m_collapsed ? scaled(20, fontMetrics()) + Space::xl + 2 * Space::s : scaled(fullWidth, fontMetrics()));
}

/// What its numbers count, as of now: read beside the window, told if it is pointed at still.
void Sidebar::explain(SidebarButton *button, qint64 typeId, const QPoint &global)
{
    m_store
        .read<Explanation>({},
                           [typeId, user = m_store.user(), now = m_store.clock().now()](const ReadContext &context) {
                               return explainSection(context, typeId, user, now);
                           })
        .then(this, [button = QPointer(button), global](const Result<Explanation> &found) {
            if (!found || !button || !button->underMouse())
                return;
            const QStringList lines = button->toolTip().split(u'\n') + explanationLines(*found);
            QToolTip::showText(global, tipText(lines), button);
        });
}

/// Where the sections stand: an office may have more of them than a window is high.
QWidget *Sidebar::makeEntries()
{
    auto *area = new QScrollArea(this);
    area->setObjectName(u"sidebarSections"_s);
    area->setAccessibleName(tr("Sections"));
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    auto *inside = new QWidget(area);
    m_entries = new QVBoxLayout(inside);
    m_entries->setContentsMargins(0, 0, 0, 0);
    m_entries->setSpacing(m_layout->spacing());
    area->setWidget(inside);
    area->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    return area;
}

SidebarButton *Sidebar::addOpener(const QString &name, const QString &icon, const QString &text)
{
    auto *opener = new SidebarButton(icon, text, this, SidebarButton::Kind::Opener);
    opener->setObjectName(name);
    opener->setCollapsed(m_collapsed);
    opener->setToolTip(text);
    m_layout->addWidget(opener);
    return opener;
}

/// What concerns no section: what was thrown away, the other seats, what there is to be read.
void Sidebar::addFoot()
{
    const SidebarButton *bin = addOpener(u"binEntry"_s, u"trash"_s, tr("Recycle bin"));
    connect(bin, &SidebarButton::clicked, this, [this] { emit actWanted(u"bin"_s); });
    m_seats = addOpener(u"exchangeEntry"_s, u"sync"_s, tr("Exchange"));
    m_seats->setDetail(m_exchange.shortText(), m_exchange.text());
    connect(m_seats, &SidebarButton::clicked, this, [this] { emit actWanted(u"exchangeStatus"_s); });
    m_bell = addOpener(u"noticesButton"_s, u"bell"_s, tr("Notices"));
    m_bell->setCount(m_unread.count(), unreadWords());
    connect(m_bell, &SidebarButton::clicked, this, &Sidebar::noticesWanted);
}

QAbstractButton *Sidebar::bell() const
{
    return m_bell;
}

QString Sidebar::unreadWords() const
{
    return tr("%n not read yet", nullptr, m_unread.count());
}

/// The file's name, and what leads everywhere.
QWidget *Sidebar::makeHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(scaled(40, fontMetrics()));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(m_collapsed ? 0 : Space::s, 0, 0, 0);
    layout->setSpacing(Space::s);
    if (!m_collapsed) {
        const int side = scaled(20, fontMetrics());
        auto *logo = new QLabel(head);
        logo->setPixmap(Theme::of(palette()).icon(u"kartoteka"_s, ColourRole::Accent).pixmap(side, side));
        layout->addWidget(logo);
        auto *own = new FilePicture(m_store, head);
        own->setLargest({2 * side, side});
        layout->addWidget(own);
        const OwnCompanyWatch &company = OwnCompanyWatch::of(m_store);
        auto *name = new ElidedLabel(company.officeName(), head);
        const auto showCompany = [logo, own, name, &company] {
            name->setText(company.officeName());
            own->setFile(company.company() ? company.company()->logo : 0);
            logo->setVisible(!company.company() || company.company()->logo == 0);
        };
        connect(&company, &OwnCompanyWatch::changed, name, showCompany);
        showCompany();
        name->setObjectName(u"sidebarFile"_s);
        name->setFont(Theme::strong(font()));
        layout->addWidget(name, 1);
    }
    QToolButton *search = makeIconButton(head, u"paletteButton"_s, u"search"_s, tr("Go to anything (Ctrl+K)"));
    connect(search, &QToolButton::clicked, this, [this] { emit actWanted(u"palette"_s); });
    layout->addWidget(search);
    return head;
}

void Sidebar::setCurrent(qint64 typeId)
{
    m_current = typeId;
    if (m_buttons.contains(typeId))
        m_buttons.value(typeId)->setChecked(true);
}

void Sidebar::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    build();
}

void Sidebar::showUserMenu()
{
    QMenu menu(this);
    addMenuHeading(menu, tr("Work as"));
    auto *one = new QActionGroup(&menu);
    for (const User &user : m_store.schema()->users()) {
        if (!user.active)
            continue;
        QAction *action = menu.addAction(menuText(user.name));
        action->setCheckable(true);
        action->setChecked(user.id == m_store.user());
        one->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = user.id] { m_store.setUser(id); });
    }
    menu.exec(m_user->mapToGlobal(QPoint(0, -menu.sizeHint().height())));
}

} // namespace Kartoteka
