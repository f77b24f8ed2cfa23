// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/company_name.h"

#include "core/base/fold.h"

#include <QHash>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Forms written out, folded, and what they are short for.
QString withShortForms(QString folded)
{
    static const QList<std::pair<QString, QString>> forms{{u"общество с ограниченной ответственностью"_s, u"ооо"_s},
                                                          {u"товарищество с ограниченной ответственностью"_s, u"тоо"_s},
                                                          {u"публичное акционерное общество"_s, u"пао"_s},
                                                          {u"открытое акционерное общество"_s, u"оао"_s},
                                                          {u"закрытое акционерное общество"_s, u"зао"_s},
                                                          {u"акционерное общество"_s, u"ао"_s},
                                                          {u"индивидуальный предприниматель"_s, u"ип"_s},
                                                          {u"limited liability company"_s, u"llc"_s}};
    for (const auto &[written, brief] : forms) {
        if (folded.contains(written))
            folded.replace(written, brief);
    }
    return folded;
}

/// What a word stands for as a legal form; empty when it is none.
QString legalForm(const QString &word)
{
    static const QHash<QString, QString> forms{{u"ооо"_s, u"ооо"_s},
                                               {u"оао"_s, u"оао"_s},
                                               {u"зао"_s, u"зао"_s},
                                               {u"пао"_s, u"пао"_s},
                                               {u"ао"_s, u"ао"_s},
                                               {u"нао"_s, u"нао"_s},
                                               {u"ип"_s, u"ип"_s},
                                               {u"чп"_s, u"чп"_s},
                                               {u"тоо"_s, u"тоо"_s},
                                               {u"одо"_s, u"одо"_s},
                                               {u"нко"_s, u"нко"_s},
                                               {u"ано"_s, u"ано"_s},
                                               {u"фгуп"_s, u"фгуп"_s},
                                               {u"гуп"_s, u"гуп"_s},
                                               {u"муп"_s, u"муп"_s},
                                               {u"снт"_s, u"снт"_s},
                                               {u"тов"_s, u"тов"_s},
                                               {u"llc"_s, u"llc"_s},
                                               {u"ltd"_s, u"ltd"_s},
                                               {u"limited"_s, u"ltd"_s},
                                               {u"inc"_s, u"inc"_s},
                                               {u"corp"_s, u"corp"_s},
                                               {u"incorporated"_s, u"inc"_s},
                                               {u"corporation"_s, u"corp"_s},
                                               {u"plc"_s, u"plc"_s},
                                               {u"gmbh"_s, u"gmbh"_s},
                                               {u"ag"_s, u"ag"_s},
                                               {u"kg"_s, u"kg"_s},
                                               {u"sarl"_s, u"sarl"_s},
                                               {u"bv"_s, u"bv"_s},
                                               {u"srl"_s, u"srl"_s},
                                               {u"spa"_s, u"spa"_s},
                                               {u"oy"_s, u"oy"_s},
                                               {u"ooo"_s, u"ооо"_s},
                                               {u"llp"_s, u"llp"_s},
                                               {u"sro"_s, u"sro"_s}};
    return forms.value(word);
}

} // namespace

QStringList companySpellings(const QString &name)
{
    static const QStringList forms{u"ооо"_s, u"оао"_s,  u"зао"_s, u"пао"_s, u"ао"_s,   u"ип"_s,   u"тоо"_s,
                                   u"ltd"_s, u"ltd."_s, u"llc"_s, u"inc"_s, u"inc."_s, u"gmbh"_s, u"corp."_s};
    static const QStringList quotes{u"%1"_s, u"\"%1\""_s, u"«%1»"_s, u"“%1”"_s, u"„%1“"_s, u"'%1'"_s};
    const CompanyKey key = companyKey(name);
    QStringList spellings{fold(name)};
    for (const QString &quote : quotes) {
        const QString quoted = quote.arg(key.core);
        spellings << quoted;
        for (const QString &form : forms) {
            if (key.form.isEmpty() || legalForm(QString(form).remove(u'.')) == key.form)
                spellings << form + u' ' + quoted << quoted + u' ' + form << quoted + u", "_s + form;
        }
    }
    return spellings;
}

CompanyKey companyKey(const QString &name)
{
    QString plain;
    for (const QChar c : withShortForms(fold(name))) {
        if (c == u'.' || c == u'\'')
            continue; // "s.r.o.", "Inc."
        plain += c.isLetterOrNumber() || c == u'&' || c == u'+' ? c : QChar(u' ');
    }
    QStringList words = plain.split(u' ', Qt::SkipEmptyParts);
    CompanyKey key;
    // The form stands before the name or behind it, not inside.
    while (words.size() > 1) {
        QString form = legalForm(words.first());
        if (!form.isEmpty()) {
            words.removeFirst();
        } else if (form = legalForm(words.last()); !form.isEmpty()) {
            words.removeLast();
        } else {
            break;
        }
        if (key.form.isEmpty())
            key.form = form;
    }
    key.core = words.join(u' ');
    if (key.core.isEmpty())
        key.core = fold(name);
    return key;
}

} // namespace Kartoteka
