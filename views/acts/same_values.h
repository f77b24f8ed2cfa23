// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QObject>

namespace Kartoteka {

/// Says when something that was just written, here and by hand, has a value that another item has too, of a field that is to
/// warn of that.
class SameValues final : public QObject
{
    Q_OBJECT
public:
    SameValues(Store &store, QObject *parent);

signals:
    void found(const QString &text);

private:
    void look(const CommitNotice &notice);

    Store &m_store;
};

} // namespace Kartoteka
