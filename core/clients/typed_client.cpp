// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/typed_client.h"

#include "core/base/person_name.h"
#include "core/base/phone.h"
#include "core/schema/client_codes.h"
#include "core/schema/codes.h"
#include "core/schema/roles.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Whether the digit of a Russian tax number (INN) that checks those before it does so.
bool isChecked(const QString &digits, qsizetype at)
{
    static constexpr int weights[]{3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    const auto *weight = std::end(weights) - at;
    int sum = 0;
    for (qsizetype i = 0; i < at; ++i)
        sum += weight[i] * digits[i].digitValue();
    return sum % 11 % 10 == digits[at].digitValue();
}

/// Ten digits are an organisation's, twelve those of somebody in business alone.
bool isTaxNumber(const QString &digits)
{
    return digits.size() == 10 ? isChecked(digits, 9)
                               : digits.size() == 12 && isChecked(digits, 10) && isChecked(digits, 11);
}

/// The first tax number of a text, taken out of it: of bare digits a phone, too, can consist.
QString takeTaxNumber(const Schema &schema, QString &text)
{
    static const QRegularExpression bare(u"(?:(?:ИНН|INN)[\\s:]*)?(?<![\\d+(.-])(\\d{12}|\\d{10})(?![\\d-])"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    auto found = schema.phoneRegion() == u"RU" ? bare.globalMatch(text) : QRegularExpressionMatchIterator();
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        const QString digits = match.captured(1);
        if (!isTaxNumber(digits))
            continue;
        text.replace(match.capturedStart(), match.capturedLength(), u' ');
        return digits;
    }
    return {};
}

} // namespace

QHash<QString, Value> valuesOfTyped(const Schema &schema, const EntityType &type, const QString &typed)
{
    // Beside a name a number is a phone only when nobody takes it for something else.
    static const QRegularExpression mail(u"[^\\s,;<>]+@[^\\s,;<>]+"_s);
    static const QRegularExpression phone(u"\\+\\d[\\d\\s().-]{4,}\\d|\\d(?:[\\s().-]*\\d){9,14}"_s);
    QHash<QString, Value> values;
    QString text = typed.trimmed();
    const auto set = [&](const QString &code, const QString &value) {
        if (!value.isEmpty() && schema.field(type.id, code))
            values.insert(code, value);
    };
    const auto take = [&](const QRegularExpression &pattern, const QString &code) {
        QStringList taken;
        if (!schema.field(type.id, code))
            return;
        for (auto match = pattern.match(text); match.hasMatch(); match = pattern.match(text)) {
            taken << match.captured().trimmed();
            text.replace(match.capturedStart(), match.capturedLength(), u' ');
        }
        if (!taken.isEmpty())
            values.insert(code, textMembers(taken));
    };
    take(mail, Codes::email);
    if (text.contains(u'@') && schema.field(type.id, Codes::email) && !values.contains(Codes::email)) {
        values.insert(Codes::email, textMembers({text}));
        return values;
    }
    if (roleOf(schema, type) == TypeRole::Organisation && schema.field(type.id, Codes::taxId))
        set(Codes::taxId, takeTaxNumber(schema, text));
    take(phone, Codes::phone);
    static const QRegularExpression left(u"^[\\s,;<>()]+|[\\s,;<>()]+$"_s);
    const QString name = text.remove(left).simplified();
    // Part of a number is a number that is not yet whole, nobody's name: it stays as it was typed.
    const bool isNumber = digitsOf(name).size() * 2 > name.size() && digitsOf(name).size() >= shortestPhone
        && std::ranges::none_of(name, [](QChar c) { return c.isLetter(); });
    if (isNumber && schema.field(type.id, Codes::phone) && !values.contains(Codes::phone)) {
        values.insert(Codes::phone, textMembers({name}));
    } else if (roleOf(schema, type) == TypeRole::Person) {
        const PersonName person = splitUsualName(name);
        set(Codes::lastName, person.last);
        set(Codes::firstName, person.first);
        set(Codes::middleName, person.middle);
    } else {
        set(Codes::title, name);
    }
    return values;
}

} // namespace Kartoteka
