// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/definitions/field_conversion.h"
#include "core/store/store.h"

#include <QObject>

class QMenu;
class QWidget;

namespace Kartoteka {

/// What a field can be made into, as a menu; what would not fit is told before it is done.
class KindMenu final : public QObject
{
    Q_OBJECT
public:
    KindMenu(Store &store, QWidget *page);

    void addTo(QMenu &menu, const Field &field);

signals:
    /// The values are to be taken over so.
    void conversionWanted(qint64 field, const Kartoteka::FieldConversion &conversion);
    void failed(const Kartoteka::Error &error);

private:
    void add(QMenu &menu, const QString &text, const QString &name, const Field &field, const FieldConversion &conversion);
    void look(const Field &field, const FieldConversion &conversion, const QString &kind);
    void ask(const Field &field, const FieldConversion &conversion, const QString &kind, const ConversionOutlook &outlook);

    Store &m_store;
    QWidget *m_page;
};

} // namespace Kartoteka
