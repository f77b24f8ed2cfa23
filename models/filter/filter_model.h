// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/presets.h"
#include "core/store/store.h"

#include <QObject>

namespace Kartoteka {

/// The filter of a section: conditions that all hold, text that is searched, and the saved filters to choose from.
class FilterModel final : public QObject
{
    Q_OBJECT
public:
    FilterModel(Store &store, qint64 typeId, QObject *parent = nullptr);

    qint64 typeId() const { return m_typeId; }
    const QList<Condition> &conditions() const { return m_conditions; }
    const QString &search() const { return m_search; }
    bool isEmpty() const { return m_conditions.isEmpty() && m_search.trimmed().isEmpty(); }

    void setConditions(const QList<Condition> &conditions);
    void setSearch(const QString &text);
    void set(const QList<Condition> &conditions, const QString &search);
    void removeCondition(qsizetype index);
    void clear() { set({}, {}); }

    /// As text that --where takes.
    QString text() const { return conditionsText(m_conditions); }
    /// Takes the conditions from a text; refused with the column where it goes wrong.
    Result<void> setText(const QString &text);

    /// Built-in ones first.
    const QList<Preset> &presets() const { return m_presets; }
    const Preset *preset(const QString &code) const;
    /// The preset that the filter is as it stands, or is before what is typed into the search; null when none.
    const Preset *current() const;
    void use(const Preset &preset) { set(preset.conditions, preset.search); }

    /// What people do with saved filters; refused acts come by failed().
    void savePreset(const QString &name, bool shared);
    void commit(ChangeSet changes);
    Store &store() { return m_store; }

signals:
    void changed();
    void presetsChanged();
    void failed(const Kartoteka::Error &error);

private:
    void readPresetsAnew();

    Store &m_store;
    qint64 m_typeId;
    QList<Condition> m_conditions;
    QString m_search;
    QList<Preset> m_presets;
};

} // namespace Kartoteka
