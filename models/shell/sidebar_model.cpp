// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/sidebar_model.h"

#include "core/base/texts.h"
#include "core/items/person_setting.h"
#include "core/schema/roles.h"

#include <algorithm>
#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

const QString settingCode = u"sidebar"_s;
constexpr qsizetype longestCaption = 60;
constexpr qsizetype mostCaptions = 40; ///< what another seat wrote may be anything

QList<SidebarEntry> usualEntries(const Schema &schema)
{
    QList<SidebarEntry> entries;
    bool isBegun = false;
    for (const EntityType &type : sectionsOf(schema)) {
        if (!isActivities(type) && !std::exchange(isBegun, true))
            entries << SidebarEntry{.caption = Texts::tr("Sales")};
        entries << SidebarEntry{.section = type.code};
    }
    return entries;
}

} // namespace

QList<EntityType> sectionsOf(const Schema &schema)
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

QString sidebarText(const QList<SidebarEntry> &entries)
{
    QStringList lines;
    for (const SidebarEntry &entry : entries)
        lines << (entry.section.isEmpty() ? u'#' + entry.caption : entry.hidden ? u'-' + entry.section : entry.section);
    return lines.join(u'\n');
}

QList<SidebarEntry> sidebarEntries(const QString &text, const Schema &schema)
{
    if (text.isEmpty())
        return usualEntries(schema);
    QStringList missing;
    for (const EntityType &type : sectionsOf(schema))
        missing << type.code;
    QList<SidebarEntry> entries;
    qsizetype captions = 0;
    for (const QString &line : text.split(u'\n')) {
        if (line.startsWith(u'#')) {
            const QString caption = line.mid(1).simplified().left(longestCaption);
            if (!caption.isEmpty() && ++captions <= mostCaptions)
                entries << SidebarEntry{.caption = caption};
            continue;
        }
        const bool hidden = line.startsWith(u'-');
        const QString code = hidden ? line.mid(1) : line;
        if (missing.removeOne(code))
            entries << SidebarEntry{.section = code, .hidden = hidden};
    }
    for (const QString &code : std::as_const(missing))
        entries << SidebarEntry{.section = code};
    return entries;
}

SidebarModel::SidebarModel(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const bool concerns = notice.whole || notice.schemaChanged || notice.external
            || std::ranges::any_of(notice.records,
                                   [](const RecordChange &change) { return change.table == u"person_setting"; });
        if (concerns)
            read();
    });
    connect(&store, &Store::userChanged, this, &SidebarModel::read);
    read();
}

/// A keyed read: direct.
void SidebarModel::read()
{
    const auto chosen = personSetting(m_store.reader(), m_store.user(), settingCode);
    QList<SidebarEntry> entries = sidebarEntries(chosen ? *chosen : QString(), *m_store.schema());
    if (std::exchange(m_entries, std::move(entries)) != m_entries)
        emit changed();
}

void SidebarModel::setEntries(const QList<SidebarEntry> &entries)
{
    if (m_entries == entries)
        return;
    m_entries = entries;
    emit changed();
    remember(sidebarText(entries));
}

void SidebarModel::reset()
{
    remember({});
}

void SidebarModel::remember(const QString &text)
{
    m_store.commit(planPersonSetting(*m_store.schema(), m_store.user(), settingCode, text))
        .then(this, [this](const Result<Receipt> &receipt) {
            if (receipt)
                return;
            read();
            emit failed(receipt.error());
        });
}

} // namespace Kartoteka
