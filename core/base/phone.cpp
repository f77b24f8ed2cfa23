// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phone.h"

#include <QHash>

#include <phonenumbers/phonenumberutil.h>

namespace Kartoteka {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

constexpr qsizetype longestPhone = 250; // characters, as in the library

/// The library takes the signs people put between digits apart with regular expressions; most numbers hold no others.
QString withoutPunctuation(const QString &text)
{
    constexpr QStringView punctuation = u" -().";
    QString out;
    for (const QChar c : text) {
        if ((c >= u'0' && c <= u'9') || (c == u'+' && out.isEmpty()))
            out += c;
        else if (!punctuation.contains(c))
            return text;
    }
    return out;
}

QString normalized(const QString &text, const QString &region)
{
    if (digitsOf(text).size() < 3)
        return {};
    const PhoneNumberUtil *util = PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util->Parse(withoutPunctuation(text).toStdString(), region.toStdString(), &number)
        != PhoneNumberUtil::NO_PARSING_ERROR)
        return {};
    // What is dialled within one town only is part of a number: with the country's code before it it would be nobody's.
    if (util->IsPossibleNumberWithReason(number) != PhoneNumberUtil::IS_POSSIBLE)
        return {};
    std::string out;
    util->Format(number, PhoneNumberUtil::E164, &out);
    return QString::fromStdString(out);
}

} // namespace

QString normalizePhone(const QString &text, const QString &region)
{
    // The library refuses what is longer too, but only after it has looked at all of it.
    if (text.size() > longestPhone)
        return {};
    // Who looks for duplicates asks for a number before the row of it is converted; the library takes twenty microseconds.
    constexpr qsizetype mostKept = 1'000;
    thread_local QHash<std::pair<QString, QString>, QString> kept;
    const std::pair asked(region, text);
    if (const auto known = kept.constFind(asked); known != kept.cend())
        return *known;
    if (kept.size() >= mostKept)
        kept.clear();
    return *kept.insert(asked, normalized(text, region));
}

bool isPhoneRegion(const QString &region)
{
    return PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(region.toStdString()) != 0;
}

bool isTellingPhone(const QString &e164)
{
    if (!e164.startsWith(u'+'))
        return false;
    const PhoneNumberUtil *util = PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util->Parse(e164.toStdString(), "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR || !util->IsValidNumber(number))
        return false;
    std::string national;
    util->GetNationalSignificantNumber(number, &national);
    return national.find_first_not_of(national.front()) != std::string::npos;
}

QString phoneText(const QString &e164)
{
    if (e164.size() > longestPhone)
        return e164;
    const PhoneNumberUtil *util = PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util->Parse(e164.toStdString(), "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return e164;
    std::string out;
    util->Format(number, PhoneNumberUtil::INTERNATIONAL, &out);
    return QString::fromStdString(out);
}

QString digitsOf(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        if (c.isDigit())
            out += QChar(u'0' + c.digitValue());
    }
    return out;
}

} // namespace Kartoteka
