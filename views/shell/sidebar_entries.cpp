// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/sidebar_entries.h"

#include "core/activities/explanation.h"
#include "core/schema/builtin_names.h"
#include "views/shell/sidebar.h"
#include "views/shell/sidebar_button.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/empty_layout.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/tip_text.h"

#include <QApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QPointer>
#include <QShortcut>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

/// Where a row stands now that stood at @p index: the order follows other seats while one chooses. -1 when it is gone.
qsizetype placeNow(const QList<SidebarEntry> &entries, const SidebarEntry &entry, qsizetype index)
{
    const auto isIt = [&entry](const SidebarEntry &one) {
        return one.section == entry.section && (!one.section.isEmpty() || one.caption == entry.caption);
    };
    if (index < entries.size() && isIt(entries[index]))
        return index; // two captions may be alike
    const auto found = std::ranges::find_if(entries, isIt);
    return found == entries.end() ? -1 : found - entries.begin();
}

} // namespace

SidebarEntries::SidebarEntries(Store &store, CounterModel &counters, SidebarModel &model, bool collapsed, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_counters(counters)
    , m_model(model)
    , m_collapsed(collapsed)
    , m_place(new QWidget(this))
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
    m_place->setObjectName(u"sidebarPlace"_s);
    m_place->setAttribute(Qt::WA_StyledBackground);
    m_place->hide();
    fill();
    connect(&model, &SidebarModel::changed, this, &SidebarEntries::fill);
    connect(&model, &SidebarModel::failed, this, &SidebarEntries::failed);
    connect(&counters, &CounterModel::changed, this, [this] {
        for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
            it.value()->setLights(m_counters.lights(it.key()));
    });
    for (const auto &[key, step] : {std::pair(Qt::Key_Up, -1), std::pair(Qt::Key_Down, 1)}) {
        auto *shortcut = new QShortcut(Qt::CTRL | Qt::SHIFT | key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step = step] { moveFocused(step); });
    }
}

void SidebarEntries::fill()
{
    const auto focused = std::find_if(m_buttons.cbegin(), m_buttons.cend(), [](auto *button) { return button->hasFocus(); });
    const qint64 focusedKey = focused == m_buttons.cend() ? 0 : focused.key();
    m_isCarried = false; // the row in hand goes
    m_place->hide();
    emptyLayout(m_layout);
    m_buttons.clear();
    m_rows.clear();
    m_more = nullptr;
    addOwn(Sidebar::day, u"dayEntry"_s, u"clock"_s, tr("My day"));
    addOwn(Sidebar::calendar, u"calendarEntry"_s, u"calendar"_s, tr("Calendar"));
    const SchemaPtr schema = m_store.schema();
    QList<EntityType> hidden;
    const QList<SidebarEntry> &entries = m_model.entries();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const EntityType *type = entries[i].section.isEmpty() ? nullptr : schema->type(entries[i].section);
        if (!type && !entries[i].caption.isEmpty())
            addCaption(entries[i].caption, i);
        else if (type && entries[i].hidden)
            hidden << *type;
        if (type && (!entries[i].hidden || type->id == m_current)) // where one is, is seen
            addSection(*type, i);
    }
    addMore(hidden);
    m_layout->addStretch(1);
    m_place->raise();
    if (SidebarButton *same = m_buttons.value(focusedKey))
        same->setFocus();
}

SidebarButton *SidebarEntries::addOwn(qint64 key, const QString &name, const QString &icon, const QString &text)
{
    auto *button = new SidebarButton(icon, text, this);
    button->setObjectName(name);
    button->setChecked(key == m_current && m_isLit);
    button->setCollapsed(m_collapsed);
    button->setLights(m_counters.lights(key));
    m_layout->addWidget(button);
    m_buttons.insert(key, button);
    if (key < 0)
        connect(button, &SidebarButton::clicked, this, [this, key] { emit ownChosen(key); });
    return button;
}

void SidebarEntries::addSection(const EntityType &type, qsizetype index)
{
    SidebarButton *button = addOwn(type.id, u"section_"_s + type.code, type.icon, Sidebar::nameOf(type));
    button->setColour(QColor(type.colour));
    button->setContextMenuPolicy(Qt::CustomContextMenu);
    button->installEventFilter(this); // it may be dragged
    m_rows << Row{button, index};
    connect(button, &SidebarButton::clicked, this, [this, id = type.id] { emit sectionChosen(id); });
    connect(button, &SidebarButton::counterChosen, this,
            [this, id = type.id](const QString &which) { emit counterChosen(id, which); });
    connect(button, &SidebarButton::explanationWanted, this,
            [this, button, id = type.id](const QPoint &global) { explain(button, id, global); });
    connect(button, &QWidget::customContextMenuRequested, this,
            [this, button, index](const QPoint &at) { showMenu(index, button->mapToGlobal(at)); });
}

void SidebarEntries::addCaption(const QString &caption, qsizetype index)
{
    QWidget *row = nullptr;
    if (m_collapsed) {
        row = new QWidget(this);
        row->setProperty("sidebarLine", true);
        row->setAttribute(Qt::WA_StyledBackground);
        row->setFixedHeight(1);
        m_layout->addSpacing(Space::xs);
    } else {
        auto *label = new ElidedLabel(caption, this);
        label->setFont(Theme::caption(font()));
        label->setProperty("muted", true);
        label->setContentsMargins(Space::s + 2, Space::s, Space::s, 0);
        label->setFixedHeight(scaled(28, fontMetrics()));
        row = label;
    }
    row->setObjectName(u"sidebarCaption"_s);
    row->setAccessibleName(caption);
    row->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(row, &QWidget::customContextMenuRequested, this, [this, row, index](const QPoint &at) {
        QMenu menu(window()); // as below: these rows may be made anew while it is open
        addCaptionActs(menu, index);
        menu.exec(row->mapToGlobal(at));
    });
    m_layout->addWidget(row);
    if (m_collapsed)
        m_layout->addSpacing(Space::xs);
    m_rows << Row{row, index};
}

/// What is hidden counts on.
void SidebarEntries::addMore(const QList<EntityType> &hidden)
{
    if (hidden.isEmpty())
        return;
    m_more = new SidebarButton(u"more"_s, tr("More"), this, SidebarButton::Kind::Opener);
    m_more->setObjectName(u"moreEntry"_s);
    m_more->setCollapsed(m_collapsed);
    m_layout->addWidget(m_more);
    const auto count = [this, hidden] {
        int red = 0;
        for (const EntityType &type : hidden)
            red += m_counters.lights(type.id).red;
        m_more->setCount(red, tr("Due soon or overdue: %1").arg(red));
    };
    count();
    connect(&m_counters, &CounterModel::changed, m_more, count);
    connect(m_more, &SidebarButton::clicked, this, [this, hidden] { showMore(hidden, *m_more); });
}

void SidebarEntries::showMore(const QList<EntityType> &hidden, const QWidget &button)
{
    const Theme &theme = Theme::of(palette());
    QMenu menu(window());
    menu.setObjectName(u"moreMenu"_s);
    for (const EntityType &type : hidden)
        menu.addAction(theme.icon(type.icon), menuText(Sidebar::nameOf(type)), this,
                       [this, id = type.id] { emit sectionChosen(id); });
    menu.addSeparator();
    QMenu *back = menu.addMenu(tr("Show in the sidebar again"));
    back->setObjectName(u"showAgain"_s);
    for (const EntityType &type : hidden) {
        back->addAction(theme.icon(type.icon), menuText(Sidebar::nameOf(type)), this, [this, code = type.code] {
            change([code](QList<SidebarEntry> &entries) {
                for (SidebarEntry &entry : entries)
                    entry.hidden = entry.hidden && entry.section != code;
            });
        });
    }
    menu.exec(button.mapToGlobal(QPoint(0, button.height())));
}

/// What its numbers count, as of now: read beside the window, told if it is pointed at still.
void SidebarEntries::explain(SidebarButton *button, qint64 typeId, const QPoint &global)
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

void SidebarEntries::change(const std::function<void(QList<SidebarEntry> &)> &act)
{
    QList<SidebarEntry> entries = m_model.entries();
    act(entries);
    m_model.setEntries(entries);
}

void SidebarEntries::showMenu(qsizetype index, const QPoint &global)
{
    const QList<SidebarEntry> &entries = m_model.entries();
    const SidebarEntry entry = entries.value(index);
    QMenu menu(window());
    menu.setObjectName(u"sectionMenu"_s);
    const auto addMove = [&](const QString &name, const QString &text, Qt::Key key, int step) {
        QAction *action = menu.addAction(
            text, this, [this, entry, index, step] { moveBeside(placeNow(m_model.entries(), entry, index), step); });
        action->setObjectName(name);
        action->setShortcut(Qt::CTRL | Qt::SHIFT | key);
        action->setEnabled(beside(index, step) >= 0);
    };
    addMove(u"sectionUp"_s, tr("Move up"), Qt::Key_Up, -1);
    addMove(u"sectionDown"_s, tr("Move down"), Qt::Key_Down, 1);
    menu.addSeparator();
    menu.addAction(tr("Caption above it…"), this, [this, entry, index] { nameCaption(entry, index, true); })
        ->setObjectName(u"captionAdd"_s);
    if (index > 0 && entries[index - 1].section.isEmpty())
        addCaptionActs(menu, index - 1);
    menu.addSeparator();
    menu.addAction(entry.hidden ? tr("Show in the sidebar again") : tr("Hide behind “More”"), this,
                   [this, entry, index] {
                       change([&](QList<SidebarEntry> &rows) {
                           if (const qsizetype at = placeNow(rows, entry, index); at >= 0)
                               rows[at].hidden = !entry.hidden;
                       });
                   })
        ->setObjectName(u"sectionHide"_s);
    menu.addAction(tr("Reset to default"), &m_model, &SidebarModel::reset);
    menu.exec(global);
}

void SidebarEntries::addCaptionActs(QMenu &menu, qsizetype caption)
{
    const SidebarEntry entry = m_model.entries().value(caption);
    menu.addAction(tr("Rename the caption…"), this, [this, entry, caption] { nameCaption(entry, caption, false); });
    menu.addAction(tr("Remove the caption"), this, [this, entry, caption] {
        change([&](QList<SidebarEntry> &rows) {
            if (const qsizetype at = placeNow(rows, entry, caption); at >= 0)
                rows.removeAt(at);
        });
    });
}

/// Of @p entry, which stood at @p index, or a new one above it.
void SidebarEntries::nameCaption(const SidebarEntry &entry, qsizetype index, bool isNew)
{
    const QString before = isNew ? QString() : entry.caption;
    const QPointer model(&m_model); // it outlives these rows, which may be made anew meanwhile
    const auto name = AskDialog::line(
        window(), isNew ? tr("What should the caption say?") : tr("What should “%1” be called?").arg(before),
        tr("Caption over the sections that follow"), isNew ? tr("Add") : tr("Rename"), before);
    if (!name || !model)
        return;
    QList<SidebarEntry> entries = model->entries();
    const qsizetype at = placeNow(entries, entry, index);
    if (at < 0)
        return;
    if (isNew)
        entries.insert(at, SidebarEntry{.caption = *name});
    else
        entries[at].caption = *name;
    model->setEntries(entries);
}

/// Which of the entries is seen above or below another one; -1 for none.
qsizetype SidebarEntries::beside(qsizetype index, int step) const
{
    const auto known = std::ranges::find(m_rows, index, &Row::index);
    const qsizetype row = known - m_rows.begin() + step;
    return known != m_rows.end() && row >= 0 && row < m_rows.size() ? m_rows[row].index : -1;
}

void SidebarEntries::moveBeside(qsizetype index, int step)
{
    if (const qsizetype to = beside(index, step); to >= 0)
        change([index, to](QList<SidebarEntry> &entries) { entries.move(index, to); });
}

void SidebarEntries::moveFocused(int step)
{
    const auto row = std::ranges::find_if(m_rows, [](const Row &one) { return one.widget->hasFocus(); });
    if (row != m_rows.end())
        moveBeside(row->index, step);
}

/// Before which of the entries something would stand that is dropped at a height.
qsizetype SidebarEntries::placeAt(int y) const
{
    for (const Row &row : m_rows) {
        if (y < row.widget->geometry().center().y())
            return row.index;
    }
    return m_model.entries().size();
}

void SidebarEntries::carry(QWidget &row, int y)
{
    m_isCarried = true;
    if (auto *button = qobject_cast<SidebarButton *>(&row))
        button->setDown(false); // its release is no click
    const qsizetype place = placeAt(y);
    const auto before = std::ranges::find(m_rows, place, &Row::index);
    const QRect last = m_rows.constLast().widget->geometry();
    const int line = before == m_rows.end() ? last.bottom() + 1 : before->widget->geometry().top() - 2;
    m_place->setGeometry(0, qMax(0, line), width(), 2);
    m_place->show();
    m_place->raise();
}

bool SidebarEntries::eventFilter(QObject *watched, QEvent *event)
{
    auto *row = static_cast<QWidget *>(watched);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        m_pressed = mouse->pos();
        m_isCarried = false;
        break;
    case QEvent::MouseMove:
        if (!(mouse->buttons() & Qt::LeftButton)
            || (!m_isCarried && (mouse->pos() - m_pressed).manhattanLength() < 2 * QApplication::startDragDistance()))
            break;
        carry(*row, row->mapToParent(mouse->pos()).y());
        return true;
    case QEvent::MouseButtonRelease: {
        if (!std::exchange(m_isCarried, false))
            break;
        m_place->hide();
        const auto carried = std::ranges::find(m_rows, row, &Row::widget);
        const qsizetype to = placeAt(row->mapToParent(mouse->pos()).y());
        if (carried != m_rows.end())
            change([from = carried->index, to](QList<SidebarEntry> &rows) { rows.move(from, to > from ? to - 1 : to); });
        return true;
    }
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void SidebarEntries::setCurrent(qint64 key, bool lit)
{
    m_isLit = lit;
    const qint64 before = std::exchange(m_current, key);
    const SchemaPtr schema = m_store.schema();
    const bool isHidden = std::ranges::any_of(m_model.entries(), [&](const SidebarEntry &entry) {
        const EntityType *type = entry.hidden ? schema->type(entry.section) : nullptr;
        return type && (type->id == before || type->id == key);
    });
    if (isHidden)
        fill(); // it comes to be seen, or goes again
    if (SidebarButton *button = m_buttons.value(key)) {
        button->setAutoExclusive(lit); // else one of them would have to stay lit
        button->setChecked(lit);
        button->setAutoExclusive(true);
    }
}

} // namespace Kartoteka
