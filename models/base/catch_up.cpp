// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/catch_up.h"

namespace Kartoteka {

namespace {

constexpr qsizetype fewChanges = 20; ///< are followed at once; more wait for each other for a moment
constexpr int manyPauseMs = 250;

} // namespace

CatchUp::CatchUp(Store &store, QObject *parent) : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(manyPauseMs);
    connect(&m_soon, &QTimer::timeout, this, &CatchUp::look);
    connect(&store, &Store::committed, this, &CatchUp::onCommitted);
}

void CatchUp::begin()
{
    forget(State::Loading);
}

void CatchUp::rest()
{
    forget(State::Resting);
}

void CatchUp::forget(State state)
{
    m_token.cancel();
    m_token = CancelToken();
    m_behind = m_anew = false;
    m_state = state;
}

void CatchUp::stand(qint64 journal)
{
    m_journal = journal;
    m_state = State::Standing;
}

void CatchUp::reachBack(qint64 journal)
{
    if (journal >= m_journal)
        return;
    m_journal = journal;
    m_behind = true;
}

void CatchUp::setShown(bool shown)
{
    m_shown = shown;
    look();
}

void CatchUp::lookAnew()
{
    m_behind = m_anew = true;
    look();
}

void CatchUp::onCommitted(const CommitNotice &notice)
{
    // What a commit changed is asked of the journal: it may have been followed already, and other tables may matter.
    m_behind = true;
    if (!notice.whole && notice.records.size() <= fewChanges)
        look();
    else if (!m_soon.isActive())
        m_soon.start();
}

void CatchUp::look()
{
    if (!m_behind || !m_shown || m_state != State::Standing || m_soon.isActive())
        return;
    m_behind = false;
    m_state = State::Following;
    emit due();
}

} // namespace Kartoteka
