// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/palette/menu_entries.h"

#include "core/schema/other_language.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

namespace Kartoteka {

namespace {

/// A menu's text without the mark of its letter, and without what stands at its right.
QString plain(const QString &text)
{
    QString out;
    const QString left = text.section(u'\t', 0, 0);
    for (qsizetype i = 0; i < left.size(); ++i) {
        if (left[i] == u'&' && i + 1 < left.size())
            ++i; // "&&" is one
        out += left[i];
    }
    return out;
}

void addEntries(const QList<QAction *> &actions, const QString &menu, const QString &within, QList<MenuEntry> &entries)
{
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible() || action->property("menuOnly").toBool())
            continue;
        const QString text = plain(action->text());
        if (action->menu()) {
            addEntries(action->menu()->actions(), menu.isEmpty() ? text : menu, menu.isEmpty() ? QString() : text, entries);
            continue;
        }
        const auto whole = [&within](const QString &one) { return within.isEmpty() ? one : u"%1: %2"_s.arg(within, one); };
        const QString name = action->property("name").toString();
        entries << MenuEntry{action,
                             {whole(text), whole(name.isEmpty() ? text : plain(name)), menu,
                              action->shortcut().toString(QKeySequence::NativeText), action->property("iconName").toString(),
                              action->property("section").toBool(), action->property("otherNames").toStringList()}};
    }
}

} // namespace

QList<MenuEntry> menuEntries(const QMenuBar &bar)
{
    QList<MenuEntry> entries;
    addEntries(bar.actions(), {}, {}, entries);
    return entries;
}

void addOtherNames(QList<PaletteAct> &acts)
{
    const QString within = u": "_s; // of what stands in a menu within a menu
    QSet<QString> shown;
    for (const PaletteAct &act : std::as_const(acts)) {
        shown << act.where << act.name;
        for (const QString &part : act.name.split(within))
            shown << part;
    }
    const QHash<QString, QStringList> others = inOtherLanguage(shown);
    for (PaletteAct &act : acts) {
        act.otherWhere = others.value(act.where).value(0);
        act.otherNames << others.value(act.name);
        QStringList parts = act.name.split(within);
        for (QString &part : parts)
            part = others.value(part).value(0, part);
        if (const QString whole = parts.join(within); whole != act.name)
            act.otherNames << whole;
    }
}

QList<KeyGroup> menuKeys(const QMenuBar &bar)
{
    QList<KeyGroup> groups;
    const QList<MenuEntry> entries = menuEntries(bar);
    for (const MenuEntry &entry : entries) {
        if (entry.action->shortcuts().isEmpty())
            continue;
        if (groups.isEmpty() || groups.constLast().title != entry.act.where)
            groups << KeyGroup{entry.act.where, {}};
        // Undo by its name, not with what it would undo now.
        groups.last().hints << KeyHint{entry.action->shortcuts(), entry.act.name};
    }
    return groups;
}

} // namespace Kartoteka
