// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/demo_dice.h"
#include "core/demo/demo_words.h"
#include "core/products/rows.h"

namespace Kartoteka {

/// The sections of the demo office's catalogue.
ChangeSet demoSections(const Schema &schema, const DemoWords &words);
/// A product of it, once its sections are there.
QList<FieldValue> demoProduct(const Schema &schema, const DemoWords &words, int at);

/// What clients of the demo office take. Drawn by numbers of its own: what the office was before it sold anything stays.
class DemoShop
{
public:
    DemoShop(const DemoWords &words, const QString &language, quint32 seed)
        : m_words(words), m_isRussian(language == u"ru"), m_dice(seed)
    {}

    /// Nothing but for @p percent of the clients. @p products: the rows of the catalogue.
    QList<ProductRow> basket(int percent, const QList<qint64> &products);

private:
    const DemoWords &m_words;
    bool m_isRussian;
    DemoDice m_dice;
};

} // namespace Kartoteka
