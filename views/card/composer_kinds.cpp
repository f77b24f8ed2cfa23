// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/composer_kinds.h"

#include "core/activities/kinds.h"
#include "core/items/person_setting.h"
#include "core/schema/builtin_names.h"
#include "views/theme/theme.h"
#include "views/widgets/drop_line.h"
#include "views/widgets/flow_layout.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/menu_key.h"
#include "views/widgets/menu_text.h"

#include <QButtonGroup>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QStyleHints>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

const QString settingCode = u"composer_kinds"_s;
const QString plainActivity = u"todo"_s;

const QStringList &usualOrder()
{
    static const QStringList codes{u"call"_s, u"meeting"_s, plainActivity, ComposerKinds::commentCode()};
    return codes;
}

} // namespace

QString ComposerKinds::commentCode()
{
    return u"comment"_s;
}

ComposerKinds::ComposerKinds(Store &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_row(new FlowLayout(this, Space::xs))
    , m_group(new QButtonGroup(this))
    , m_line(new DropLine(this))
{
    m_row->setLastAtRight(true);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const bool concerns = notice.whole || notice.schemaChanged
            || std::ranges::any_of(notice.records, [this](const RecordChange &change) {
                                  return isOfPersonSetting(change, *m_store.schema(), m_store.user(), settingCode);
                              });
        if (concerns)
            read();
    });
    connect(&store, &Store::userChanged, this, &ComposerKinds::read);
    read();
}

QList<ComposerKinds::Kind> ComposerKinds::known() const
{
    const SchemaPtr schema = m_store.schema();
    QList<Kind> kinds;
    for (const ListValue &value : activityKinds(*schema))
        kinds << Kind{value.code, displayName(*schema, value)};
    return kinds << Kind{commentCode(), tr("Comment")};
}

QString ComposerKinds::nameOf(const QString &code) const
{
    const auto it = std::ranges::find(m_known, code, &Kind::code);
    return it == m_known.end() ? QString() : it->name;
}

QStringList ComposerKinds::hidden() const
{
    QStringList codes;
    for (const Kind &kind : m_known) {
        if (!m_order.contains(kind.code))
            codes << kind.code;
    }
    return codes;
}

/// A keyed read: direct. Nothing is made anew unless it is to look otherwise.
void ComposerKinds::read()
{
    const auto text = personSetting(m_store.reader(), m_store.user(), settingCode);
    const bool isOwn = text && !text->isEmpty();
    QStringList order = isOwn ? text->split(u',', Qt::SkipEmptyParts) : usualOrder();
    order.removeDuplicates();
    QList<Kind> all = known();
    order.removeIf([&](const QString &code) { return std::ranges::find(all, code, &Kind::code) == all.end(); });
    m_isOwn = isOwn;
    if (order == m_order && all == m_known)
        return;
    m_order = order;
    m_known = std::move(all);
    rebuild();
    emit changed();
}

void ComposerKinds::rebuild()
{
    const QString focused = m_pills.contains(focusWidget()) && focusWidget()->hasFocus()
        ? focusWidget()->property("kind").toString()
        : QString();
    while (QLayoutItem *item = m_row->takeAt(0)) {
        item->widget()->hide();
        item->widget()->setObjectName({});
        item->widget()->deleteLater(); // it may be what was dragged or whose menu was used
        delete item;
    }
    m_held = nullptr;
    m_isDragging = false;
    m_line->hide();
    m_pills.clear();
    for (const QString &code : std::as_const(m_order)) {
        const QString name = code == plainActivity ? u"composerActivity"_s
            : code == commentCode()                ? u"composerComment"_s
                                                   : u"composer_"_s + code;
        QToolButton *pill = addPill(name, nameOf(code), code == u"call" ? u"phone"_s : QString());
        pill->setProperty("kind", code);
        pill->setToolTip(tr("Drag, or %1, to change the order")
                             .arg(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Right).toString(QKeySequence::NativeText)));
        pill->installEventFilter(this);
        connect(pill, &QToolButton::clicked, this, [this, code] { choose(code); });
        m_pills << pill;
        if (code == focused)
            pill->setFocus();
    }
    addOthers();
    QToolButton *file = makeIconButton(this, u"composerFile"_s, u"clip"_s, tr("Attach a file (or drop it on the card)"));
    connect(file, &QToolButton::clicked, this, &ComposerKinds::fileWanted);
    m_row->addWidget(file);
    check(m_checked);
}

QToolButton *ComposerKinds::addPill(const QString &name, const QString &text, const QString &icon)
{
    auto *pill = new QToolButton(this);
    pill->setObjectName(name);
    pill->setText(menuText(text));
    pill->setAccessibleName(text);
    pill->setProperty("pill", true);
    if (!icon.isEmpty()) {
        pill->setIcon(Theme::of(palette()).icon(icon, ColourRole::Muted));
        pill->setIconSize(QSize(16, 16));
        pill->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    pill->setCheckable(true);
    m_group->addButton(pill);
    m_row->addWidget(pill);
    pill->setVisible(true);
    return pill;
}

/// The kinds without a pill, behind one that says which was chosen.
void ComposerKinds::addOthers()
{
    m_other = addPill(u"composerOther"_s, u"…"_s, {});
    m_other->setAccessibleName(tr("Other kinds of activities"));
    m_other->setToolTip(tr("Other kinds of activities"));
    connect(m_other, &QToolButton::clicked, this, [this, pill = m_other] { showOthers(pill); });
}

QString ComposerKinds::first() const
{
    return m_isOwn ? m_order.value(0, plainActivity) : plainActivity;
}

QString ComposerKinds::other() const
{
    if (first() != commentCode())
        return commentCode();
    const auto it = std::ranges::find_if(m_order, [](const QString &code) { return code != commentCode(); });
    return it == m_order.end() ? plainActivity : *it;
}

void ComposerKinds::check(const QString &code)
{
    m_checked = code;
    const qsizetype at = m_order.indexOf(code);
    if (at >= 0) {
        m_pills[at]->setChecked(true);
        m_other->setText(u"…"_s);
    } else if (const QString name = nameOf(code); !name.isEmpty()) {
        m_other->setText(menuText(name));
        m_other->setChecked(true);
    }
}

void ComposerKinds::choose(const QString &code)
{
    check(code);
    emit chosen(code);
}

void ComposerKinds::showOthers(QToolButton *pill)
{
    QMenu menu(this);
    menu.setObjectName(u"composerOthers"_s);
    const QStringList codes = hidden();
    for (const QString &code : codes)
        menu.addAction(menuText(nameOf(code)), this, [this, code] { choose(code); });
    if (!codes.isEmpty()) {
        menu.addSeparator();
        QMenu *show = menu.addMenu(tr("Show as a button"));
        show->setObjectName(u"composerShow"_s);
        for (const QString &code : codes)
            show->addAction(menuText(nameOf(code)), this, [this, code] { moveTo(code, m_order.size()); });
    }
    if (m_isOwn)
        menu.addAction(tr("Usual order"), this, [this] { remember({}); });
    menu.exec(pill->mapToGlobal(QPoint(0, pill->height())));
    check(m_checked); // nothing may have been chosen
}

void ComposerKinds::showMenu(const QString &code, const QPoint &global)
{
    const qsizetype at = m_order.indexOf(code);
    QMenu menu(this);
    menu.setObjectName(u"composerKindMenu"_s);
    menu.addAction(withKey(tr("Move left"), Qt::CTRL | Qt::SHIFT | Qt::Key_Left), this,
                   [this, code, at] { moveTo(code, at - 1); })
        ->setEnabled(at > 0);
    menu.addAction(withKey(tr("Move right"), Qt::CTRL | Qt::SHIFT | Qt::Key_Right), this,
                   [this, code, at] { moveTo(code, at + 1); })
        ->setEnabled(at + 1 < m_order.size());
    menu.addAction(tr("Put behind “…”"), this,
                   [this, code] {
                       QStringList order = m_order;
                       order.removeAll(code);
                       remember(order);
                   })
        ->setEnabled(m_order.size() > 1);
    if (m_isOwn) {
        menu.addSeparator();
        menu.addAction(tr("Usual order"), this, [this] { remember({}); });
    }
    menu.exec(global);
}

/// The pill comes to stand at a place, counted without it.
void ComposerKinds::moveTo(const QString &code, qsizetype place)
{
    QStringList order = m_order;
    order.removeAll(code);
    order.insert(qBound<qsizetype>(0, place, order.size()), code);
    if (order != m_order)
        remember(order);
}

void ComposerKinds::remember(const QStringList &order)
{
    m_store.commit(planPersonSetting(*m_store.schema(), m_store.user(), settingCode, order.join(u',')))
        .then(this, [this](const Result<Receipt> &receipt) {
            if (!receipt)
                emit failed(receipt.error());
        });
}

/// Where a pill that is let go there would stand among the others.
qsizetype ComposerKinds::placeAt(const QPoint &global) const
{
    const QPoint at = mapFromGlobal(global);
    qsizetype place = 0;
    for (const QToolButton *pill : m_pills) {
        const QRect there = pill->geometry();
        const bool isBefore = there.bottom() < at.y() || (there.top() <= at.y() && there.center().x() < at.x());
        if (pill != m_held && isBefore)
            ++place;
    }
    return place;
}

/// A line in the gap where what is held would stand.
void ComposerKinds::showPlace(qsizetype place)
{
    QList<QToolButton *> others = m_pills;
    others.removeAll(m_held);
    if (others.isEmpty())
        return;
    const QRect beside = others[qMin(place, others.size() - 1)]->geometry();
    const int x = place < others.size() ? beside.left() - 3 : beside.right() + 2;
    m_line->showAt({x, beside.top(), 2, beside.height()});
}

bool ComposerKinds::eventFilter(QObject *watched, QEvent *event)
{
    auto *pill = static_cast<QToolButton *>(watched);
    const QString code = pill->property("kind").toString();
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        m_held = static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton ? pill : nullptr;
        m_pressedAt = static_cast<QMouseEvent *>(event)->globalPosition().toPoint();
        m_isDragging = false;
        break;
    case QEvent::MouseMove: {
        const QPoint at = static_cast<QMouseEvent *>(event)->globalPosition().toPoint();
        const int started = QGuiApplication::styleHints()->startDragDistance();
        if (!(static_cast<QMouseEvent *>(event)->buttons() & Qt::LeftButton))
            break; // the pointer passes by
        m_isDragging = m_held && (m_isDragging || (at - m_pressedAt).manhattanLength() >= started);
        if (m_isDragging) {
            pill->setCursor(Qt::ClosedHandCursor);
            showPlace(placeAt(at));
            return true;
        }
        break;
    }
    case QEvent::MouseButtonRelease:
        if (std::exchange(m_isDragging, false)) {
            pill->unsetCursor();
            m_line->hide();
            pill->setDown(false);
            moveTo(code, placeAt(static_cast<QMouseEvent *>(event)->globalPosition().toPoint()));
            return true;
        }
        break;
    case QEvent::ContextMenu: showMenu(code, static_cast<QContextMenuEvent *>(event)->globalPos()); return true;
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int by = key->key() == Qt::Key_Left ? -1 : key->key() == Qt::Key_Right ? 1 : 0;
        if (by != 0 && key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
            moveTo(code, m_order.indexOf(code) + by);
            return true;
        }
        break;
    }
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Kartoteka
