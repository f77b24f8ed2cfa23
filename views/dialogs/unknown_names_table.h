// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/importer.h"

#include <QTableWidget>

namespace Kartoteka {

/// Users, list values, stages and pipelines that a file names and the office has not: each is made, taken for a known one
/// or left out, as the person says.
class UnknownNamesTable final : public QTableWidget
{
    Q_OBJECT
public:
    explicit UnknownNamesTable(QWidget *parent);

    void show(const Schema &schema, qint64 typeId, const QList<UnknownName> &names);
    QHash<QString, NameChoice> choices() const;

private:
    QList<UnknownName> m_names;
};

} // namespace Kartoteka
