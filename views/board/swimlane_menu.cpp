// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/swimlane_menu.h"

#include "core/schema/builtin_names.h"
#include "views/board/board_view.h"
#include "views/board/swimlane_chooser.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_text.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>

namespace Kartoteka {

namespace {

QString written(const QList<qint64> &keys)
{
    QStringList parts;
    for (const qint64 key : keys)
        parts << QString::number(key);
    return parts.join(u';');
}

QList<qint64> readKeys(const QString &text)
{
    QList<qint64> keys;
    for (const QString &part : text.split(u';', Qt::SkipEmptyParts))
        keys << part.toLongLong();
    return keys;
}

} // namespace

SwimlaneMenu::SwimlaneMenu(BoardView &view, qint64 typeId, QObject *parent) : QObject(parent), m_view(view), m_typeId(typeId)
{
    connect(&view, &BoardView::laneMenuWanted, this, &SwimlaneMenu::showMenuOf);
    connect(&view, &BoardView::otherLanesWanted, this, &SwimlaneMenu::choose);
}

const QString &SwimlaneMenu::field() const
{
    return m_view.model().swimlaneChoice().field;
}

void SwimlaneMenu::setField(const QString &code)
{
    m_folded.insert(field(), m_view.saveLanes());
    m_view.restoreLanes(m_folded.value(code));
    m_view.model().setSwimlanes({code, m_shown.value(code)});
    emit changed();
}

void SwimlaneMenu::show(const QList<qint64> &lanes)
{
    m_shown.insert(field(), lanes);
    m_view.model().setSwimlanes({field(), lanes});
    emit changed();
}

void SwimlaneMenu::choose()
{
    const Swimlanes *now = m_view.model().swimlanes();
    if (!now)
        return;
    const SchemaPtr schema = m_view.store().schema();
    const Field *by = schema->field(m_typeId, field());
    if (!by)
        return;
    QList<qint64> shown;
    for (const ColumnHead &lane : now->lanes())
        shown << lane.key;
    SwimlaneChooser chooser(displayName(*by), swimlaneHeads(*schema, m_typeId, field()), shown, &m_view);
    if (chooser.exec() == QDialog::Accepted)
        show(chooser.lanes());
}

/// Its cards are counted with the rest.
void SwimlaneMenu::hide(int lane)
{
    QList<qint64> shown;
    for (const ColumnHead &head : m_view.model().swimlanes()->lanes()) {
        if (head.key != Swimlanes::others)
            shown << head.key;
    }
    shown.removeAt(lane);
    show(shown);
}

void SwimlaneMenu::addFolds(QMenu &menu)
{
    menu.addAction(tr("Fold all lanes"), this, [this] { m_view.foldAllLanes(true); })->setObjectName(u"foldLanes"_s);
    menu.addAction(tr("Open all lanes"), this, [this] { m_view.foldAllLanes(false); })->setObjectName(u"openLanes"_s);
    menu.addSeparator();
    menu.addAction(tr("Choose lanes…"), this, &SwimlaneMenu::choose)->setObjectName(u"chooseLanes"_s);
}

void SwimlaneMenu::addTo(QMenu &menu)
{
    const SchemaPtr schema = m_view.store().schema();
    QMenu *lanes = menu.addMenu(Theme::of(m_view.palette()).icon(u"list"_s), tr("Lanes"));
    lanes->setObjectName(u"boardLanes"_s);
    auto *group = new QActionGroup(lanes);
    const auto add = [&](const QString &text, const QString &code) {
        QAction *action = lanes->addAction(text, this, [this, code] { setField(code); });
        action->setObjectName(u"lanesBy_"_s + code);
        action->setCheckable(true);
        action->setChecked(field() == code);
        group->addAction(action);
    };
    add(tr("No lanes"), {});
    lanes->addSeparator();
    for (const Field &one : swimlaneFields(*schema, m_typeId)) {
        if (one.code != m_view.model().columnField())
            add(menuText(displayName(one)), one.code);
    }
    if (m_view.model().swimlanes()) {
        lanes->addSeparator();
        addFolds(*lanes);
    }
}

void SwimlaneMenu::showMenuOf(int lane, const QPoint &global)
{
    QMenu menu(&m_view);
    menu.setObjectName(u"laneMenu"_s);
    const SwimlaneLayout &layout = m_view.places().lanes();
    if (!layout.canOnlyFold(lane)) {
        const bool folded = layout.isFolded(lane);
        menu.addAction(folded ? tr("Open the lane") : tr("Fold the lane"), this,
                       [this, lane, folded] { m_view.setLaneFolded(lane, !folded); });
        QAction *gone = menu.addAction(tr("Hide the lane"), this, [this, lane] { hide(lane); });
        gone->setObjectName(u"hideLane"_s);
        gone->setEnabled(layout.count() > (layout.canOnlyFold(layout.count() - 1) ? 2 : 1)); // one stays
        menu.addSeparator();
    }
    addFolds(menu);
    menu.exec(global);
}

void SwimlaneMenu::save(QSettings &settings, const QString &prefix) const
{
    settings.setValue(prefix + u"laneField"_s, field());
    QHash<QString, QString> folded = m_folded;
    folded.insert(field(), m_view.saveLanes());
    folded.remove({});
    for (auto it = folded.cbegin(); it != folded.cend(); ++it)
        settings.setValue(prefix + u"lanesFolded_"_s + it.key(), it.value());
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it)
        settings.setValue(prefix + u"lanes_"_s + it.key(), written(it.value()));
}

void SwimlaneMenu::restore(const QSettings &settings, const QString &prefix)
{
    const SchemaPtr schema = m_view.store().schema();
    const QString by = settings.value(prefix + u"laneField"_s).toString();
    bool isThere = false;
    for (const Field &one : swimlaneFields(*schema, m_typeId)) {
        m_folded.insert(one.code, settings.value(prefix + u"lanesFolded_"_s + one.code).toString());
        m_shown.insert(one.code, readKeys(settings.value(prefix + u"lanes_"_s + one.code).toString()));
        isThere = isThere || one.code == by;
    }
    if (isThere)
        setField(by);
}

} // namespace Kartoteka
