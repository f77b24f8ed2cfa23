// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/number_patterns.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/schema/builtin_names.h"

#include <QRegularExpression>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPattern = 40;

/// A pattern taken apart.
struct Parts
{
    QString before;
    QString after;
    int digits = 0; ///< at least
    int places = 0; ///< how often the number stands in it
};

Parts partsOf(const QString &pattern)
{
    static const QRegularExpression place(u"\\{number(?::([1-9]))?\\}"_s, QRegularExpression::CaseInsensitiveOption);
    Parts parts;
    auto it = place.globalMatch(pattern);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        if (++parts.places > 1)
            continue;
        parts.before = pattern.left(match.capturedStart());
        parts.after = pattern.mid(match.capturedEnd());
        parts.digits = match.captured(1).toInt();
    }
    return parts;
}

/// Where the digits begin that the seat counts: behind "S2-".
qsizetype digitsOf(const QString &number)
{
    return number.lastIndexOf(u'-') + 1;
}

} // namespace

QString numberPatternCode(const EntityType &type)
{
    return u"number_pattern."_s + uidText(type.uid);
}

QString numberPattern(const Schema &schema, const EntityType &type)
{
    return schema.setting(numberPatternCode(type));
}

Result<void> checkNumberPattern(const QString &pattern)
{
    const auto refused = [](const QString &why) { return Error{ErrorCode::Usage, why, {}, u"number"_s}; };
    if (pattern.isEmpty())
        return {};
    if (pattern.size() > longestPattern)
        return refused(Texts::tr("A number pattern has at most %1 characters.").arg(longestPattern));
    if (partsOf(pattern).places != 1)
        return refused(Texts::tr("“%1” must have the number in it once: {number}, or {number:5} for at least five digits.")
                           .arg(pattern));
    return {};
}

QString dressedNumber(const QString &pattern, const QString &number)
{
    const Parts parts = partsOf(pattern);
    if (parts.places != 1 || number.isEmpty())
        return number;
    const qsizetype at = digitsOf(number);
    return parts.before + number.left(at) + number.mid(at).rightJustified(parts.digits, u'0') + parts.after;
}

QString numberText(const Schema &schema, const EntityType &type, const QString &number)
{
    const QString pattern = numberPattern(schema, type);
    return pattern.isEmpty() ? number : dressedNumber(pattern, number);
}

QString numberSign()
{
    return Texts::tr("No.", "of an item");
}

QString kindAndNumber(const Schema &schema, const EntityType &type, const QString &number)
{
    return numberPattern(schema, type).isEmpty() ? Texts::tr("%1 #%2").arg(displayName(type), number)
                                                 : displayName(type) + u' ' + numberText(schema, type, number);
}

QString plainNumber(const Schema &schema, const EntityType &type, const QString &typed)
{
    const Parts parts = partsOf(numberPattern(schema, type));
    const QString text = typed.trimmed();
    const qsizetype dress = parts.before.size() + parts.after.size();
    if (parts.places != 1 || text.size() <= dress || !text.startsWith(parts.before, Qt::CaseInsensitive)
        || !text.endsWith(parts.after, Qt::CaseInsensitive))
        return typed;
    QString number = text.mid(parts.before.size(), text.size() - dress);
    const qsizetype at = digitsOf(number);
    while (parts.digits > 0 && number.size() > at + 1 && number[at] == u'0')
        number.remove(at, 1);
    return number;
}

} // namespace Kartoteka
