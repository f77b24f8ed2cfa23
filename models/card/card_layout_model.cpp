// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/card/card_layout_model.h"

#include "core/items/card_layout_plan.h"
#include "core/items/card_view_acts.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

CardLayoutModel::CardLayoutModel(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        static const QStringList tables{u"card_view"_s,  u"card_view_for"_s, u"card_section"_s,
                                        u"card_field"_s, u"card_tab"_s,      u"person_setting"_s};
        const bool mine = notice.whole || notice.schemaChanged || notice.external
            || std::ranges::any_of(notice.records, [](const RecordChange &change) { return tables.contains(change.table); });
        if (mine && m_pending == 0)
            read();
    });
    connect(&store, &Store::userChanged, this, &CardLayoutModel::read);
}

void CardLayoutModel::show(qint64 typeId, qint64 pipeline)
{
    if (m_layout.typeId == typeId && m_layout.pipeline == pipeline)
        return;
    m_layout.typeId = typeId;
    m_layout.pipeline = pipeline;
    read();
}

void CardLayoutModel::read()
{
    if (!m_store.schema()->type(m_layout.typeId))
        return; // nothing is shown yet, or the type was deleted and its card closes
    // Keyed reads of what differs from the type: direct.
    auto read = cardLayout(m_store.reader(), m_layout.typeId, m_layout.pipeline, m_store.user());
    if (!read) {
        emit failed(read.error());
        return;
    }
    m_layout = *read;
    emit changed(); // definitions may be others where the layout is the same
}

void CardLayoutModel::change(const Result<CardLayout> &after, const QString &said)
{
    if (!after) {
        emit failed(after.error());
        return;
    }
    ChangeSet changes = planLayout(*m_store.schema(), m_layout, *after, m_store.clock().now());
    if (changes.isEmpty())
        return;
    m_layout = *after;
    emit changed();
    commit(changes, said);
}

void CardLayoutModel::commit(const Result<ChangeSet> &changes, const QString &said)
{
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    if (changes->isEmpty())
        return;
    ++m_pending;
    m_store.commit(*changes).then(this, [this, said](const Result<Receipt> &receipt) {
        if (--m_pending == 0)
            read();
        if (!receipt)
            emit failed(receipt.error());
        else if (!said.isEmpty())
            emit done(said);
    });
}

void CardLayoutModel::choose(const CardView &view)
{
    commit(planChooseView(*m_store.schema(), m_layout, view));
}

} // namespace Kartoteka
