// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Kartoteka {

/// What the demo office sells.
struct DemoProduct
{
    QString name;
    QString sku;
    int section = 0; ///< of DemoWords::productSections
    QString unit;    ///< code of the list
    int price = 0;   ///< whole units of the currency
};

/// The invented people and things of a demo office in one language.
struct DemoWords
{
    QStringList users;
    QStringList firstNames; ///< parallel to `feminine`
    QList<bool> feminine;
    QStringList lastNames; ///< masculine; the feminine form is made by the language
    QStringList middleMasculine;
    QStringList middleFeminine;
    QStringList companies;
    QStringList products; ///< what people ask for
    QStringList productSections;
    QList<DemoProduct> catalogue;
    int tax = 0;          ///< per cent of what is sold
    QStringList requests; ///< "%1" is a product
    QStringList positions;
    QStringList streets;
    QStringList comments;
    QStringList activityTitles;
    QStringList tags;
    QString city;
    QString currency;
    QString phonePattern; ///< "%1": ten digits laid out by the generator
};

DemoWords demoWords(const QString &language);

} // namespace Kartoteka
