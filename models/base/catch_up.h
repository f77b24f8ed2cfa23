// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QObject>
#include <QTimer>

#include <utility>

namespace Kartoteka {

/// When a model whose contents are true up to a row of the journal looks at what was committed since: at once after few
/// changes, once for many that come in a row; not while something is read that will know of them, and not while nobody sees
/// it. The model reads by token(), and says what has become of it.
class CatchUp final : public QObject
{
    Q_OBJECT
public:
    explicit CatchUp(Store &store, QObject *parent = nullptr);

    /// All of it is to be read: what was begun is forgotten.
    void begin();
    /// There is nothing to follow: nothing was asked for, or it could not be read.
    void rest();
    /// All of it stands, true up to a row of the journal.
    void stand(qint64 journal);
    /// A part stands that was read up to an earlier row than the rest: what came between is looked at once more.
    void reachBack(qint64 journal);
    /// Whether anybody sees it.
    void setShown(bool shown);
    /// All that stands is to be looked up although nothing was committed: the day is another one.
    void lookAnew();
    /// Whether all of it is to be looked up; to be asked once on due().
    bool takeAnew() { return std::exchange(m_anew, false); }
    /// If there is something to look at, due() is emitted. A model says so when it has told its views what stands.
    void look();

    bool isShown() const { return m_shown; }
    bool isLoading() const { return m_state == State::Loading; }
    qint64 journal() const { return m_journal; }
    const CancelToken &token() const { return m_token; }

signals:
    /// The model is to find out what has changed since journal(), and to say stand() or rest().
    void due();

private:
    enum class State { Resting, Loading, Standing, Following };

    void onCommitted(const CommitNotice &notice);
    void forget(State state);

    State m_state = State::Resting;
    bool m_shown = true;
    bool m_behind = false; ///< something was committed that has not been looked at yet
    bool m_anew = false;   ///< … or all is to be looked up
    qint64 m_journal = 0;
    CancelToken m_token;
    QTimer m_soon;
};

} // namespace Kartoteka
