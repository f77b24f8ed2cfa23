// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter/filter_model.h"

#include "core/query/item_query.h"

namespace Kartoteka {

FilterModel::FilterModel(Store &store, qint64 typeId, QObject *parent) : QObject(parent), m_store(store), m_typeId(typeId)
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const bool mine = notice.whole
            || std::any_of(notice.records.begin(), notice.records.end(),
                           [](const RecordChange &change) { return change.table == u"preset"; });
        if (mine)
            readPresetsAnew();
    });
    connect(&store, &Store::userChanged, this, &FilterModel::readPresetsAnew);
    readPresetsAnew();
}

void FilterModel::readPresetsAnew()
{
    const EntityType *type = m_store.schema()->type(m_typeId);
    if (!type)
        return;
    auto presets = readPresets(m_store.reader(), *type, m_store.user());
    if (!presets) {
        emit failed(presets.error());
        return;
    }
    m_presets = *presets;
    emit presetsChanged();
}

void FilterModel::set(const QList<Condition> &conditions, const QString &search)
{
    if (conditions == m_conditions && search == m_search)
        return;
    m_conditions = conditions;
    m_search = search;
    emit changed();
}

void FilterModel::setConditions(const QList<Condition> &conditions)
{
    set(conditions, m_search);
}

void FilterModel::setSearch(const QString &text)
{
    set(m_conditions, text);
}

void FilterModel::removeCondition(qsizetype index)
{
    QList<Condition> conditions = m_conditions;
    if (index >= 0 && index < conditions.size())
        conditions.removeAt(index);
    setConditions(conditions);
}

Result<void> FilterModel::setText(const QString &text)
{
    auto conditions = parseConditions(text);
    if (!conditions)
        return conditions.error();
    ItemQuery query;
    query.typeId = m_typeId;
    query.conditions = *conditions;
    query.user = m_store.user();
    // What reads well may still name a field that does not exist.
    if (auto compiled = compileQuery(m_store.reader(), query); !compiled)
        return compiled.error();
    setConditions(*conditions);
    return {};
}

const Preset *FilterModel::preset(const QString &code) const
{
    const auto it = std::find_if(m_presets.begin(), m_presets.end(), [&](const Preset &p) { return p.code == code; });
    return it == m_presets.end() ? nullptr : &*it;
}

const Preset *FilterModel::current() const
{
    const Preset *withoutItsSearch = nullptr;
    for (const Preset &preset : m_presets) {
        if (preset.conditions != m_conditions)
            continue;
        if (preset.search.trimmed() == m_search.trimmed())
            return &preset;
        if (preset.search.isEmpty() && !preset.conditions.isEmpty())
            withoutItsSearch = &preset;
    }
    return withoutItsSearch;
}

void FilterModel::savePreset(const QString &name, bool shared)
{
    Preset preset;
    preset.name = name.trimmed();
    preset.conditions = m_conditions;
    preset.search = m_search;
    preset.person = shared ? 0 : m_store.user();
    commit(planSavePreset(*m_store.schema()->type(m_typeId), preset, m_presets.size() + 1));
}

void FilterModel::commit(ChangeSet changes)
{
    m_store.commit(std::move(changes)).then(this, [this](const Result<Receipt> &receipt) {
        if (!receipt)
            emit failed(receipt.error());
    });
}

} // namespace Kartoteka
