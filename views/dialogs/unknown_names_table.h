// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/importer.h"

#include <QTableWidget>

class QComboBox;

namespace Kartoteka {

/// Users, list values, stages and pipelines that a file names and the office has not: each is made, taken for a known one
/// or left out, as the person says. Stages and pipelines change how the office works: none is made before somebody has said so.
class UnknownNamesTable final : public QTableWidget
{
    Q_OBJECT
public:
    explicit UnknownNamesTable(QWidget *parent);

    void show(const Schema &schema, qint64 typeId, const QList<UnknownName> &names);
    QHash<QString, NameChoice> choices() const;
    /// How many names wait for a choice.
    int undecided() const;
    /// Those that wait are made.
    void makeUndecided();

signals:
    void chosen();

private:
    qint64 usualChoice(const Schema &schema, const Field &field, const QString &text) const;
    QList<QComboBox *> boxes() const;

    QList<UnknownName> m_names;
};

} // namespace Kartoteka
