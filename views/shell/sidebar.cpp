// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/sidebar.h"

#include "core/schema/builtin_names.h"
#include "core/schema/roles.h"
#include "models/shell/own_company_watch.h"
#include "views/fields/file_picture.h"
#include "views/shell/menu_bar_choice.h"
#include "views/shell/sidebar_button.h"
#include "views/shell/sidebar_entries.h"
#include "views/theme/theme.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/empty_layout.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/initials.h"
#include "views/widgets/menu_heading.h"
#include "views/widgets/menu_search.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/people_colours.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {
constexpr int fullWidth = 208;
constexpr int narrowWidth = 56;
constexpr int smallWindow = 1180; ///< below it what stands beside the sidebar needs the room more

/// Where there are more entries than it is high it ends after a whole one.
class EntriesArea final : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        int whole = 0;
        if (widget() && widget()->minimumSizeHint().height() > height()) {
            const QList<QWidget *> entries = widget()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
            for (const QWidget *entry : entries) {
                if (entry->isVisibleTo(widget()) && entry->geometry().bottom() < height())
                    whole = qMax(whole, entry->geometry().bottom() + 1);
            }
        }
        // Not where the entries have no places yet.
        setViewportMargins(0, 0, 0, 2 * whole > height() ? height() - whole : 0);
    }
};
} // namespace

Sidebar::Sidebar(Store &store, CounterModel &counters, QWidget *parent)
    : QWidget(parent), m_store(store), m_counters(counters), m_unread(store), m_order(store), m_exchange(store)
{
    setObjectName(u"sidebar"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(Space::s, Space::m, Space::s + 1, Space::s);
    m_layout->setSpacing(2);
    build();
    if (parent)
        parent->installEventFilter(this);
    connect(&m_unread, &UnreadNotices::changed, this, [this] { m_bell->setCount(m_unread.count(), unreadWords()); });
    connect(&m_exchange, &ExchangeWatch::changed, this,
            [this] { m_seats->setDetail(m_exchange.shortText(), m_exchange.text()); });
    connect(&store, &Store::schemaChanged, this, &Sidebar::build);
    connect(&store, &Store::userChanged, this, &Sidebar::build);
}

qint64 Sidebar::firstOfItems(const Schema &schema)
{
    for (const EntityType &type : sectionsOf(schema)) {
        if (!isActivities(type))
            return type.id;
    }
    return 0;
}

QString Sidebar::nameOf(const EntityType &section)
{
    return isActivities(section) ? tr("My activities") : pluralName(section);
}

void Sidebar::build()
{
    notePeople(*m_store.schema());
    emptyLayout(m_layout);
    m_layout->addWidget(makeHead());
    m_layout->addWidget(makeEntries(), 1);
    m_layout->addWidget(m_edge);
    addFoot();
    const User *user = m_store.schema()->user(m_store.user());
    m_user = new QToolButton(this);
    m_user->setObjectName(u"userButton"_s);
    m_user->setText(user ? user->name : QString());
    if (user) {
        const int side = scaled(20, fontMetrics());
        const QSize room(side + (isCollapsed() ? 0 : Space::xs), side); // more of a gap before the name
        QPixmap face(room * devicePixelRatio());
        face.setDevicePixelRatio(devicePixelRatio());
        face.fill(Qt::transparent);
        QPainter painter(&face);
        paintInitials(painter, QRect(0, 0, side, side), *user);
        painter.end();
        m_user->setIcon(face);
        m_user->setIconSize(room);
    }
    m_user->setToolButtonStyle(isCollapsed() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_user->setToolTip(tr("Working as %1").arg(user ? user->name : QString()));
    m_user->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_user, &QToolButton::clicked, this, &Sidebar::showUserMenu);
    m_layout->addWidget(m_user);
    setFixedWidth(scaled(isCollapsed() ? narrowWidth : fullWidth, fontMetrics()));
}

/// Where the sections stand: an office may have more of them than a window is high.
QWidget *Sidebar::makeEntries()
{
    auto *area = new EntriesArea(this);
    area->setObjectName(u"sidebarSections"_s);
    area->setAccessibleName(tr("Sections"));
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Pictures alone leave it no room; the wheel and the keys scroll all the same.
    area->setVerticalScrollBarPolicy(isCollapsed() ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    area->setWidgetResizable(true);
    m_entries = new SidebarEntries(m_store, m_counters, m_order, isCollapsed(), area);
    m_entries->setCurrent(m_current, !m_inBin);
    connect(m_entries, &SidebarEntries::sectionChosen, this, [this](qint64 typeId) {
        if (m_inBin && typeId == m_current)
            emit actWanted(u"bin"_s); // back out of it
        else
            emit sectionChosen(typeId);
    });
    connect(m_entries, &SidebarEntries::ownChosen, this, &Sidebar::ownChosen);
    connect(m_entries, &SidebarEntries::counterChosen, this, &Sidebar::counterChosen);
    connect(m_entries, &SidebarEntries::failed, this, &Sidebar::failed);
    area->setWidget(m_entries);
    // Where there are more than the window is high, they end at a line.
    m_edge = new QWidget(this);
    m_edge->setProperty("sidebarLine", true);
    m_edge->setAttribute(Qt::WA_StyledBackground);
    m_edge->setFixedHeight(1);
    m_edge->hide();
    connect(area->verticalScrollBar(), &QScrollBar::rangeChanged, m_edge,
            [edge = m_edge](int, int last) { edge->setVisible(last > 0); });
    area->viewport()->setAutoFillBackground(false);
    m_entries->setAutoFillBackground(false);
    return area;
}

SidebarButton *Sidebar::addOpener(const QString &name, const QString &icon, const QString &text)
{
    auto *opener = new SidebarButton(icon, text, this, SidebarButton::Kind::Opener);
    opener->setObjectName(name);
    opener->setCollapsed(isCollapsed());
    opener->setToolTip(text);
    m_layout->addWidget(opener);
    return opener;
}

/// What concerns no section: what was thrown away, the other seats, what there is to be read.
void Sidebar::addFoot()
{
    m_bin = addOpener(u"binEntry"_s, u"trash"_s, tr("Recycle bin"));
    m_bin->setCheckable(true);
    m_bin->setChecked(m_inBin);
    connect(m_bin, &SidebarButton::clicked, this, [this] {
        m_bin->setChecked(m_inBin); // it may be refused
        emit actWanted(u"bin"_s);
    });
    m_seats = addOpener(u"exchangeEntry"_s, u"sync"_s, tr("Exchange"));
    m_seats->setDetail(m_exchange.shortText(), m_exchange.text());
    connect(m_seats, &SidebarButton::clicked, this, [this] { emit actWanted(u"exchangeStatus"_s); });
    m_bell = addOpener(u"noticesButton"_s, u"bell"_s, tr("Notifications"));
    m_bell->setCount(m_unread.count(), unreadWords());
    connect(m_bell, &SidebarButton::clicked, this, &Sidebar::noticesWanted);
}

QAbstractButton *Sidebar::bell() const
{
    return m_bell;
}

QString Sidebar::unreadWords() const
{
    return tr("%n unread", nullptr, m_unread.count());
}

/// The file's name, and what leads everywhere.
QWidget *Sidebar::makeHead()
{
    auto *head = new QWidget(this);
    if (!isCollapsed())
        head->setFixedHeight(scaled(40, fontMetrics()));
    auto *layout = new QBoxLayout(isCollapsed() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, head);
    layout->setContentsMargins(isCollapsed() ? 0 : Space::s, 0, 0, 0);
    layout->setSpacing(Space::s);
    if (!isCollapsed()) {
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
    if (!isMenuBarShown()) {
        QToolButton *menus = makeIconButton(head, u"menusButton"_s, u"menu"_s, tr("Menus (Alt+letter)"));
        connect(menus, &QToolButton::clicked, this, [menus] { showAllMenus(*menus); });
        layout->insertWidget(0, menus);
    }
    QToolButton *search = makeIconButton(head, u"paletteButton"_s, u"search"_s, tr("Go to anything (Ctrl+K)"));
    connect(search, &QToolButton::clicked, this, [this] { emit actWanted(u"palette"_s); });
    layout->addWidget(search);
    return head;
}

void Sidebar::setCurrent(qint64 typeId, bool inBin)
{
    m_current = typeId;
    m_inBin = inBin;
    m_bin->setChecked(inBin);
    m_entries->setCurrent(typeId, !inBin);
}

void Sidebar::setCollapsed(bool collapsed)
{
    if (m_isTight)
        m_openWhenTight = !collapsed;
    else
        m_collapsed = collapsed;
    build();
}

void Sidebar::save(QSettings &settings) const
{
    settings.setValue(u"sidebar/collapsed"_s, m_collapsed);
    settings.setValue(u"sidebar/openWhenTight"_s, m_openWhenTight);
}

void Sidebar::restore(const QSettings &settings)
{
    m_collapsed = settings.value(u"sidebar/collapsed"_s).toBool();
    m_openWhenTight = settings.value(u"sidebar/openWhenTight"_s).toBool();
    build();
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize) {
        const bool before = isCollapsed();
        m_isTight = static_cast<QResizeEvent *>(event)->size().width() < scaled(smallWindow, fontMetrics());
        if (isCollapsed() != before)
            build();
    }
    return QWidget::eventFilter(watched, event);
}

void Sidebar::showUserMenu()
{
    QMenu menu(this);
    addMenuHeading(menu, tr("Work as"));
    auto *one = new QActionGroup(&menu);
    for (const User &user : m_store.schema()->users()) {
        if (!user.active)
            continue;
        QAction *action = menu.addAction(initialsIcon(user, menu), menuText(user.name));
        action->setCheckable(true);
        action->setChecked(user.id == m_store.user());
        one->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = user.id] { m_store.setUser(id); });
    }
    addSearchIfLong(menu);
    menu.exec(m_user->mapToGlobal(QPoint(0, -menu.sizeHint().height())));
}

} // namespace Kartoteka
